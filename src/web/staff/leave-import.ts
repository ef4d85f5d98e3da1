/** Taking leave and wishes of a period in from a file or a paste: choose, see what would happen, mend, take. */

import {
  IMPORT_LEAVE_FIELDS,
  importLeave,
  type LeavePreview,
  type LeaveTable,
  packLeaveTable,
  previewLeaveImport,
  readLeaveTable,
  resumeLeaveTable,
} from '../../app/availability/import-leave.ts';
import { listAvailability } from '../../app/availability/list-availability.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import { lineWords } from '../kit/availability-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { previewTable, typedPreview } from '../kit/preview-table.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { leaveImportPath, periodLeavePath } from '../paths/staff.ts';

function keyOf(visit: Visit, { app }: WebDeps): Promise<PeriodKey> {
  return resolvePeriod(app, visit.param('period'), visit.unit?.id);
}

export async function showLeaveImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step, as with people. */
export async function runLeaveImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = await keyOf(visit, deps);
  if (visit.form.has('table')) {
    const given = resumeLeaveTable(typedPreview(visit));
    if (!given) throw new AppError('invalid', 'staff.import.broken');
    return visit.form.get('do') === 'take'
      ? take(visit, deps, { key, given })
      : look(visit, deps, { key, given });
  }
  const file = visit.files.get('file');
  const paste = { name: visit.say('staff.import.pasted'), paste: visit.form.get('paste') ?? '' };
  const read = await readLeaveTable(deps.app, file ?? paste, askerOf(visit, deps));
  return read.ok
    ? look(visit, deps, { key, given: read })
    : choosePage(visit, deps, placedFaults(visit, read.faults));
}

interface Given {
  readonly key: PeriodKey;
  readonly given: LeaveTable;
}

async function choosePage(visit: Visit, deps: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const key = await keyOf(visit, deps);
  const { unit, period } = await listAvailability(deps.app, { key });
  const form = formOf(visit, visit.form, faults);
  const title = visit.say('leave.import.title');
  return {
    kind: 'page',
    view: 'staff/import',
    title,
    unitName: unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      lead: visit.say('leave.import.lead'),
      to: leaveImportPath(period.id),
      back: periodLeavePath(period.id),
      backWords: period.name,
      samplePath: '',
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9, hintKey: 'staff.import.paste-hint' }),
    },
  };
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

function previewPage(
  visit: Visit,
  given: LeaveTable,
  { period, unit, read, staff, stamp }: LeavePreview,
  refused?: 'faults' | 'moved-on',
): Reply {
  const { say } = visit;
  const { table, choice } = given;
  const { count, ...preview } = previewTable(visit, {
    rows: table.rows,
    ...choice,
    fields: IMPORT_LEAVE_FIELDS,
    labelKey: (field) => `leave.field.${field}`,
    words: 'leave.import',
    judged: read.lines.map((line) => ({
      ...line,
      verdict: line.entry ? (line.known ? 'same' : 'new') : 'fault',
      old: () => '',
    })),
    whole: read.faults,
  });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const title = say('leave.import.title');
  return {
    kind: 'page',
    view: 'staff/preview',
    title,
    unitName: unit.name,
    ...refusedIf(Boolean(refused)),
    model: {
      ...preview,
      title,
      to: leaveImportPath(period.id),
      refused: refused ? say(`staff.import.refused.${refused}`) : '',
      source: say('leave.import.source', { name: table.name, rows: read.lines.length, period: period.name }),
      packed: packLeaveTable(given),
      stamp,
      missing: read.missing.map((entry) => {
        const { title: kind, days } = lineWords(visit, entry, []);
        return `${names.get(entry.staffId) ?? entry.staffId}: ${kind} ${days}`;
      }),
      missingWords: say('leave.import.missing', { count: read.missing.length }),
      removeMissing: formOf(visit, visit.form).check(
        'removeMissing',
        'leave.import.remove-missing',
        'leave.import.remove-missing-hint',
      ),
      join: false,
      take: say('leave.import.take', { added: count('new') }),
    },
  };
}
