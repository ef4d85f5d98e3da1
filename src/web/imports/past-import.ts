/** Filling the ledger from figures or rosters of the past: choose, see who carried what, answer, take. */

import { importPast, type PastPreview, previewPastImport } from '../../app/ledger/import-past.ts';
import { openLedger } from '../../app/ledger/open-ledger.ts';
import { type AskedTable, packBook, readGivenTable } from '../../app/staff/given-table.ts';
import { isNamedDay } from '../../domain/ledger.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { askedAgain, givenFile, takes } from '../kit/given-table.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ledgerImportPath, ledgerPath } from '../paths/setup.ts';
import { questionModel } from './roster-preview.ts';

export async function showPastImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step, as with people. */
export async function runPastImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.param('unit');
  const typed = visit.form.get('year') ?? '';
  const year = /^\d{4}$/.test(typed) ? { year: Number(typed) } : {};
  if (visit.form.has('table')) {
    const given = askedAgain(visit);
    if (!takes(visit)) return previewPage(visit, await previewPastImport(app, { unitId, ...year, ...given }));
    const taken = await importPast(app, { unitId, ...year, ...given, actor: visit.actor });
    return taken.taken ? redirect(ledgerPath(unitId)) : previewPage(visit, taken.preview, true);
  }
  const read = await readGivenTable(app, givenFile(visit), askerOf(visit, deps));
  if (!read.ok) return choosePage(visit, deps, placedFaults(visit, read.faults));
  const given: AskedTable = { book: read.book, asked: {} };
  return previewPage(visit, await previewPastImport(app, { unitId, ...given }));
}

async function choosePage(visit: Visit, { app }: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unitName } = await openLedger(app, unitId);
  const form = formOf(visit, visit.form, faults);
  const title = visit.say('ledger.import.title');
  return {
    kind: 'page',
    view: 'staff/import',
    title,
    unitName,
    script: 'import.js',
    ...refusedIf(faults.length > 0),
    model: {
      title,
      lead: visit.say('ledger.import.lead'),
      to: ledgerImportPath(unitId),
      back: ledgerPath(unitId),
      backWords: visit.say('ledger.title'),
      samplePath: '',
      directory: '',
      otherPath: '',
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9, hintKey: 'staff.import.paste-hint' }),
    },
  };
}

function previewPage(visit: Visit, shown: PastPreview, refused = false): Reply {
  const { say, language } = visit;
  const { unit, form, entries, staff, questions, faults, carried, rosters, book, asked } = shown;
  const open = new Set(questions.map(({ id }) => id));
  const days = rosters?.plan.days ?? [];
  const [first, last] = [days[0], days.at(-1)];
  const title = say('ledger.import.title');
  return {
    kind: 'page',
    view: 'imports/past',
    title,
    unitName: unit.name,
    script: 'import.js',
    ...refusedIf(refused),
    model: {
      title,
      to: ledgerImportPath(unit.id),
      source: say(`ledger.import.${form}`),
      span:
        first && last
          ? `${formatWeekdayDateShort(language, first)}/${first.slice(0, 4)} – ${formatWeekdayDateShort(language, last)}/${last.slice(0, 4)}`
          : '',
      packed: packBook(book),
      sheetShown: asked.sheet ?? '',
      hidden: [...(asked.answers ?? [])]
        .filter(([id]) => !open.has(id))
        .map(([id, value]) => ({ name: `answer-${id}`, value })),
      year:
        form === 'rosters'
          ? formOf(visit, visit.form).text('year', 'ledger.field.year', {
              inputmode: 'numeric',
              maxlength: 4,
            })
          : false,
      ready: entries.length > 0 && questions.length + faults.length + carried.length === 0,
      problems: [
        ...faults.map(({ row, value }) => say('ledger.import.fault', { row, value })),
        ...carried.map((period) => say('ledger.import.carried', { period })),
      ],
      questions: questions.map((question) => questionModel(visit, { staff, plan: rosters?.plan }, question)),
      rows: [...new Map(entries.map((each) => [`${each.staffId} ${each.year}`, each])).values()].map(
        ({ staffId, year }) => ({
          name: staffName(staff, staffId),
          year: String(year),
          carried: entries
            .filter((each) => each.staffId === staffId && each.year === year)
            .map(
              ({ kind, amount }) =>
                `${say(isNamedDay(kind) ? `named-day.${kind}` : `ledger.${kind}`)} ${amount}`,
            )
            .join(', '),
        }),
      ),
      left: (rosters?.read.left ?? []).slice(0, 60).map(({ row, name, day, where, reason }) =>
        say(`roster.import.left.${reason}`, {
          row,
          name,
          where,
          day: formatWeekdayDateShort(language, day),
        }),
      ),
      take: say('ledger.import.take', { count: entries.length }),
    },
  };
}
