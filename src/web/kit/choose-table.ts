/** The page on which a table is given, as a file or a paste, and what came of it: one address for every step of taking it in. */

import { type AskedTable, type GivenTable, readGivenTable } from '../../app/staff/given-table.ts';
import { askerOf } from './asker.ts';
import type { WebDeps } from './deps.ts';
import { type FormFault, formOf } from './fields.ts';
import { askedAgain, givenFile, takes } from './given-table.ts';
import { placedFaults } from './placed-faults.ts';
import { refusedIf } from './refusal.ts';
import type { PageReply, Visit } from './visit.ts';

export type TableStep =
  | { readonly given: AskedTable; readonly taking: boolean }
  | { readonly faults: readonly FormFault[] };

/**
 * A table that was shown already is looked over again or taken; a first one is read.
 * @param first what is given; the file or the paste of the form when left out.
 */
export async function tableStep(
  visit: Visit,
  deps: WebDeps,
  first: () => GivenTable | Promise<GivenTable> = () => givenFile(visit),
): Promise<TableStep> {
  if (visit.form.has('table')) return { given: askedAgain(visit), taking: takes(visit) };
  const read = await readGivenTable(deps.app, await first(), askerOf(visit, deps));
  if (!read.ok) return { faults: placedFaults(visit, read.faults) };
  return { given: { book: read.book, asked: {} }, taking: false };
}

export interface TableChoice {
  readonly unitName: string;
  readonly title: string;
  readonly lead: string;
  /** Where the table is sent. */
  readonly to: string;
  readonly back: string;
  readonly backWords: string;
  /** Of a table to fill in. */
  readonly samplePath?: string;
  /** Where files of other programs are taken in. */
  readonly otherPath?: string;
  /** What the organisation's directory is called, where people can be had from it. */
  readonly directory?: string;
}

export function chooseTablePage(
  visit: Visit,
  { unitName, ...choice }: TableChoice,
  faults: readonly FormFault[],
): PageReply {
  const form = formOf(visit, visit.form, faults);
  return {
    kind: 'page',
    view: 'imports/choose',
    title: choice.title,
    unitName,
    script: 'import.js',
    ...refusedIf(faults.length > 0),
    model: {
      ...{ samplePath: '', otherPath: '', directory: '', ...choice },
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9 }),
    },
  };
}
