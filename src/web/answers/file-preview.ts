/** What a unit's list would send, in words: who stands each day, what it would be judged, questions, and every fault by its row. */

import type { FileAnswer } from '../../app/answers/answer-file.ts';
import { packBook } from '../../app/staff/given-table.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import { lastDigits } from '../../domain/answer-cells.ts';
import { formatClockRange, formatWeekdayDateShort } from '../../i18n/format.ts';
import { sheetChoices } from '../kit/given-table.ts';
import type { Visit } from '../kit/visit.ts';
import { fitWords, gapLines } from './gap-words.ts';

const MOST_TOLD = 60;

/** @param masked numbers by their last digits. */
export function filePreviewModel(visit: Visit, shown: FileAnswer, masked: boolean) {
  const { say } = visit;
  const { sheet, given, table, judgement } = shown;
  const { order, demands } = sheet;
  const { duties, questions, faults, said } = table;
  const ready = questions.length === 0 && duties.length > 0;
  return {
    source: say('answers.file.source', { name: given.book.name, order: order.content.name }),
    packed: packBook(given.book),
    stamp: String(order.revision),
    sheetShown: given.asked.sheet ?? '',
    sheets: sheetChoices(visit, shown.given),
    hidden: answersCarried(shown),
    ready,
    fit: ready && fitWords(visit, judgement),
    gaps: ready ? gapLines(visit, { judged: judgement.days, demands, zone: order.zone }) : [],
    problem: problemOf(visit, shown),
    questions: questions.map(({ id, value, count }) => ({
      ...{ id, name: `answer-${id}`, radios: [] },
      words: say('answers.file.ask', { value: value || say('roster.import.no-words'), count }),
      options: [
        ...demands.map((demand) => ({ value: demand.id, label: demand.name, note: '' })),
        { value: 'none', label: say('roster.import.skip'), note: '' },
      ],
    })),
    columns: demands.map(({ name }) => name),
    days: daysOf(visit, shown, masked),
    faults: faults.slice(0, MOST_TOLD).map((fault) =>
      say(`answers.file.fault.${fault.kind}`, {
        row: placeOf(visit, shown, fault),
        name: fault.name,
        value: fault.value,
        day: formatWeekdayDateShort(visit.language, fault.day),
        first: formatWeekdayDateShort(visit.language, sheet.days[0] ?? fault.day),
        last: formatWeekdayDateShort(visit.language, sheet.days.at(-1) ?? fault.day),
      }),
    ),
    moreFaults: Math.max(0, faults.length - MOST_TOLD),
    aside: said.aside
      .slice(0, MOST_TOLD)
      .map((each) =>
        say('roster.import.aside', { row: placeOf(visit, shown, each), text: each.text.slice(0, 200) }),
      ),
    take: say('answers.file.send', { count: duties.length, superior: order.superiorName }),
  };
}

/** `5`, or with several sheets `Tuần 2, 5`. */
function placeOf(
  { say }: Visit,
  { given: { book } }: FileAnswer,
  { sheet, row }: { readonly sheet: number; readonly row: number },
): string {
  const name = book.sheets[sheet]?.name || say('import.table-number', { number: sheet + 1 });
  return book.sheets.length > 1 ? say('answers.file.place', { sheet: name, row }) : String(row);
}

function problemOf({ say }: Visit, { table }: FileAnswer): string {
  if (table.said.sheets.length === 0) return say('answers.file.no-table');
  if (table.questions.length > 0) return say('answers.file.asked', { count: table.questions.length });
  return table.duties.length === 0 ? say('answers.file.nothing') : '';
}

function answersCarried({ given, table }: FileAnswer) {
  const open = new Set(table.questions.map(({ id }) => id));
  return [...(given.asked.answers ?? [])]
    .filter(([id]) => !open.has(id))
    .map(([id, value]) => ({ name: `answer-${id}`, value }));
}

function daysOf(visit: Visit, { sheet, table }: FileAnswer, masked: boolean) {
  const { language } = visit;
  const { days, demands, order } = sheet;
  return days.map((day) => ({
    day: formatWeekdayDateShort(language, day),
    cells: demands.map((demand) => ({
      people: table.duties
        .filter((duty) => duty.demandId === demand.id && dayOf(duty.span.start, order.zone) === day)
        .map((duty) => personModel(visit, duty, { zone: order.zone, masked, demand })),
    })),
  }));
}

interface Shown {
  readonly zone: string;
  readonly masked: boolean;
  readonly demand: { readonly name: string; readonly minutes: number };
}

function personModel(
  { language, say }: Visit,
  { name, title, phone, label, span }: AnswerDuty,
  { zone, masked, demand }: Shown,
) {
  const digits =
    masked && phone !== '' ? say('answers.link.last-digits', { digits: lastDigits(phone) }) : phone;
  const whole = (span.end - span.start) / 60_000 === demand.minutes;
  return {
    name,
    beside: [
      title,
      label === demand.name ? '' : label,
      whole ? '' : formatClockRange(language, span, zone),
      digits || say('answers.link.no-phone'),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
