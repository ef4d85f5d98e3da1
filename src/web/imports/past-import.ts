/** Filling the ledger from figures or rosters of the past: choose, see who carried what, answer, take. */

import { importPast, type PastPreview, previewPastImport } from '../../app/ledger/import-past.ts';
import { openLedger } from '../../app/ledger/open-ledger.ts';
import { packBook } from '../../app/staff/given-table.ts';
import { isNamedDay } from '../../domain/ledger.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import { chooseTablePage, tableStep } from '../kit/choose-table.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
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
  const step = await tableStep(visit, deps);
  if ('faults' in step) return choosePage(visit, deps, step.faults);
  const typed = visit.form.get('year') ?? '';
  const year = /^\d{4}$/.test(typed) ? { year: Number(typed) } : {};
  const importing = { unitId: visit.param('unit'), ...year, ...step.given };
  if (!step.taking) return previewPage(visit, await previewPastImport(app, importing));
  const taken = await importPast(app, { ...importing, actor: visit.actor });
  return taken.taken ? redirect(ledgerPath(importing.unitId)) : previewPage(visit, taken.preview, true);
}

async function choosePage(visit: Visit, { app }: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const unitId = visit.param('unit');
  const choice = {
    unitName: (await openLedger(app, unitId)).unitName,
    title: visit.say('ledger.import.title'),
    lead: visit.say('ledger.import.lead'),
    to: ledgerImportPath(unitId),
    back: ledgerPath(unitId),
    backWords: visit.say('ledger.title'),
  };
  return chooseTablePage(visit, choice, faults);
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
