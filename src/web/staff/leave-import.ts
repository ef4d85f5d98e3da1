/** Taking leave and wishes of a period in from a file or a paste: choose, see what would happen, mend, take. */

import {
  IMPORT_LEAVE_FIELDS,
  importLeave,
  type LeavePreview,
  previewLeaveImport,
} from '../../app/availability/import-leave.ts';
import { listAvailability } from '../../app/availability/list-availability.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { type AskedTable, packTable } from '../../app/staff/given-table.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { redirect } from '../kit/allowed.ts';
import { lineWords } from '../kit/availability-words.ts';
import { chooseTablePage, tableStep } from '../kit/choose-table.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { type PreviewQuestion, previewTable, type Verdict } from '../kit/preview-table.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { leaveImportPath, periodLeavePath } from '../paths/staff.ts';
import { tableChoices } from './preview-asked.ts';

function keyOf(visit: Visit, { app }: WebDeps): Promise<PeriodKey> {
  return resolvePeriod(app, visit.param('period'), visit.unit?.id);
}

export async function showLeaveImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step, as with people. */
export async function runLeaveImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = await keyOf(visit, deps);
  const step = await tableStep(visit, deps);
  if ('faults' in step) return choosePage(visit, deps, step.faults);
  const { given } = step;
  return step.taking ? take(visit, deps, { key, given }) : look(visit, deps, { key, given });
}

interface Given {
  readonly key: PeriodKey;
  readonly given: AskedTable;
}

async function choosePage(visit: Visit, deps: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const key = await keyOf(visit, deps);
  const { unit, period } = await listAvailability(deps.app, { key });
  const choice = {
    unitName: unit.name,
    title: visit.say('leave.import.title'),
    lead: visit.say('leave.import.lead'),
    to: leaveImportPath(period.id),
    back: periodLeavePath(period.id),
    backWords: period.name,
  };
  return chooseTablePage(visit, choice, faults);
}

async function look(visit: Visit, { app }: WebDeps, { key, given }: Given): Promise<Reply> {
  const shown = await previewLeaveImport(app, { key, ...given });
  return previewPage(visit, given, shown);
}

async function take(visit: Visit, { app }: WebDeps, { key, given }: Given): Promise<Reply> {
  const taken = await importLeave(app, {
    key,
    by: visit,
    ...given,
    stamp: visit.form.get('stamp') ?? '',
    removeMissing: visit.form.get('removeMissing') === TICKED,
  });
  if (!taken.taken) return previewPage(visit, given, taken.preview, taken.reason);
  const counts = { added: String(taken.added), removed: String(taken.removed) };
  return redirect(periodLeavePath(key.periodId, { done: 'imported', ...counts }));
}

type Line = LeavePreview['read']['lines'][number];
type Question = NonNullable<Line['question']>;

function verdictOf({ faults, question, entries, known }: Line): Verdict {
  if (faults.length > 0) return 'fault';
  if (question) return 'ask';
  if (entries.length === 0) return 'nothing';
  return known ? 'same' : 'new';
}

function questionOf({ say }: Visit, question: Question): PreviewQuestion {
  const { id, kind, value } = question;
  const words = say(`import.ask.leave.${kind}`, { value });
  const options =
    question.kind === 'who'
      ? question.choices.map(({ id: person, name, title, department }) => ({
          value: `is:${person}`,
          label: name,
          note: [title, department].filter((each) => each !== '').join(' · '),
        }))
      : (question.kind === 'half' ? ['am', 'pm', 'day'] : ['leave', 'none']).map((each) => ({
          value: each,
          label: say(`import.answer.${each}`, { value }),
          note: '',
        }));
  return { id, words, options };
}

function previewPage(
  visit: Visit,
  { asked }: AskedTable,
  { period, unit, table, told, read, staff, stamp }: LeavePreview,
  refused?: 'faults' | 'moved-on',
): Reply {
  const { say } = visit;
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const wordsOf = (entry: Line['entries'][number]): string => {
    const { title: kind, days } = lineWords(visit, entry, []);
    return `${names.get(entry.staffId) ?? entry.staffId}: ${kind} ${days}`;
  };
  const asks = new Set<string>();
  const { count, ...preview } = previewTable(visit, {
    columns: table.block.columns,
    keys: table.keys,
    fields: IMPORT_LEAVE_FIELDS,
    labelKey: (field) => `leave.field.${field}`,
    words: 'leave.import',
    judged: read.lines.map(({ question, ...line }) => {
      // One question is asked once, however many lines wait for it.
      const first = question !== undefined && !asks.has(question.id);
      if (question) asks.add(question.id);
      return {
        ...line,
        verdict: verdictOf({ ...line, ...(question ? { question } : {}) }),
        told: line.entries.map(wordsOf).join('; '),
        old: () => '',
        ...(question && first ? { question: questionOf(visit, question) } : {}),
      };
    }),
    aside: read.aside,
    whole: read.faults,
    flips: asked.flips ?? new Set(),
  });
  const title = say('leave.import.title');
  const added = read.lines
    .filter(({ known }) => !known)
    .reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    kind: 'page',
    view: 'staff/preview',
    title,
    unitName: unit.name,
    script: 'import.js',
    ...refusedIf(Boolean(refused)),
    model: {
      ...preview,
      ...tableChoices(visit, table, asked, asks),
      told: told.map(({ key, params }) => say(key, params)),
      keepCase: false,
      allSame: '',
      title,
      to: leaveImportPath(period.id),
      refused: refused ? say(`staff.import.refused.${refused}`) : '',
      source: say('leave.import.source', {
        name: table.book.name,
        rows: read.lines.length,
        period: period.name,
      }),
      packed: packTable(table),
      stamp,
      missing: read.missing.map(wordsOf),
      missingWords: say('leave.import.missing', { count: read.missing.length }),
      removeMissing: formOf(visit, visit.form).check('removeMissing', 'leave.import.remove-missing'),
      join: false,
      take: say('leave.import.take', { added }),
    },
  };
}
