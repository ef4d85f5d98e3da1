/** From a case folder on disk to a plan in memory, every fault told; the first step of most commands. */

import { lookedOverPlan } from '../app/periods/get-plan.ts';
import type { Case } from '../domain/case.ts';
import { withStream } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import { parseCase } from '../input/parse-case.ts';
import { besideTwice, parseBesideJson } from '../output/beside-json.ts';
import { parseRosterJson } from '../output/roster-json.ts';
import { readHolidays } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import { readFile, readFolder, tellParsed } from './case-folder.ts';
import type { CommandOption, Io } from './command.ts';

export interface OpenedCase {
  readonly source: Case;
  readonly plan: Plan;
}

/** Rosters of other periods, as files: `--beside a/roster.json --beside b/roster.json`. */
export const BESIDE_OPTION: CommandOption = { name: 'beside', kind: 'texts', placeholder: 'FILE' };

/**
 * Undefined when the case has faults, which are then told.
 * @param beside rosters of other periods whose duties stand fixed beside the plan.
 */
export function openCase(folder: string, io: Io, beside: readonly string[] = []): OpenedCase | undefined {
  const source = tellParsed(parseCase(readFolder(folder)), io);
  if (!source) return undefined;
  const plan = tellParsed(lookedOverPlan({ holidays: readHolidays(ROOT) }, source), io);
  if (!plan) return undefined;
  const read = beside.map((path) => tellParsed(parseBesideJson(textOf(path), plan, path), io));
  if (read.includes(undefined)) return undefined;
  const files = beside.map((file, i) => ({ file, duties: read[i] ?? [] }));
  const faults = besideTwice(files);
  if (faults.length > 0) return tellParsed({ ok: false, faults }, io);
  const duties = files.flatMap((each) => each.duties);
  return { source, plan: { ...plan, fixed: withStream(plan.fixed, duties) } };
}

const textOf = (path: string): string => new TextDecoder().decode(readFile(path));

/** The roster of a `roster.json`; undefined when it has faults, which are then told. */
export function openRoster(path: string, plan: Plan, io: Io): Roster | undefined {
  return tellParsed(parseRosterJson(textOf(path), plan, path), io);
}
