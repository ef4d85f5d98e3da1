/** What a roster from elsewhere would make of the draft, in words: seats by day, questions, words and what they mean, what is left out. */

import type { RosterPreview } from '../../app/drafts/import-roster.ts';
import { packBook } from '../../app/staff/given-table.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { compareNames } from '../../kernel/names.ts';
import { cellShifts, rosterColumns } from '../../output/roster/columns.ts';
import { formOf } from '../kit/fields.ts';
import { sheetChoices } from '../kit/given-table.ts';
import type { Visit } from '../kit/visit.ts';

const MOST_LEFT = 60;
const MOST_ASIDE = 60;

export function rosterPreviewModel(visit: Visit, shown: RosterPreview) {
  const { say } = visit;
  const { plan, read, joining, book, asked, broken, empty, stamp } = shown;
  const values = new URLSearchParams(visit.form);
  if (!values.has('hold')) values.set('hold', 'fixed');
  const form = formOf(visit, values);
  const alike = read.questions.filter(({ kind, choices }) => kind === 'who' && choices.length === 1).length;
  return {
    source: say('roster.import.source', { name: book.name, period: plan.period.name }),
    packed: packBook(book),
    stamp,
    sheetShown: asked.sheet ?? '',
    sheets: sheetChoices(visit, shown),
    hidden: answersCarried(shown),
    counts: [
      {
        icon: 'check',
        chip: 'chip-good',
        words: say('roster.import.count.seats', { count: read.seats.length }),
      },
      ...chips('ask', read.questions.length),
      ...chips('left', read.left.length),
    ].map(({ words, ...rest }) => ({ ...rest, words: words || '' })),
    ready: read.questions.length === 0 && read.seats.length > 0,
    problem: problemOf(visit, shown),
    judged: say('roster.import.judged', { broken, empty }),
    joining: joining.length === 0 ? '' : joiningWords(visit, shown),
    told: toldOf(visit, shown),
    allLike: alike > 1 ? form.check('allLike', 'roster.import.all-like') : false,
    questions: read.questions.map((question) => questionModel(visit, shown, question)),
    words: read.words.map((word) => wordModel(visit, shown, word)),
    days: daysOf(visit, shown),
    columns: rosterColumns(visit.language, plan).map(({ post, words }) => ({ post: post.shortName, words })),
    left: read.left.slice(0, MOST_LEFT).map(({ row, name, day, where, reason }) =>
      say(`roster.import.left.${reason}`, {
        row,
        name,
        where,
        day: formatWeekdayDateShort(visit.language, day),
      }),
    ),
    moreLeft: Math.max(0, read.left.length - MOST_LEFT),
    aside: read.said.aside
      .slice(0, MOST_ASIDE)
      .map(({ row, text }) => say('roster.import.aside', { row, text })),
    hold: form.radios('hold', 'roster.import.hold', [
      { value: 'fixed', label: say('roster.import.fixed'), note: say('roster.import.fixed-note') },
      { value: 'loose', label: say('roster.import.loose'), note: say('roster.import.loose-note') },
    ]),
    take: say('roster.import.take', { count: read.seats.length }),
  };

  function chips(kind: 'ask' | 'left', count: number) {
    if (count === 0) return [];
    const icon = kind === 'ask' ? 'triangle' : 'minus';
    const chip = kind === 'ask' ? 'chip-warning' : 'chip-outline';
    return [{ icon, chip, words: say(`roster.import.count.${kind}`, { count }) }];
  }
}

function problemOf({ say }: Visit, { read }: RosterPreview): string {
  if (read.said.sheets.length === 0) return say('roster.import.no-table');
  if (read.questions.length > 0) return say('roster.import.asked', { count: read.questions.length });
  return read.seats.length === 0 ? say('roster.import.nothing') : '';
}

function joiningWords({ say }: Visit, { joining, staff }: RosterPreview): string {
  const names = joining.map(({ id }) => staffName(staff, id)).join(', ');
  return say('roster.import.joining', { count: joining.length, names });
}

function toldOf({ say }: Visit, { read, book }: RosterPreview): string[] {
  const name = (i: number): string => book.sheets[i]?.name || say('import.table-number', { number: i + 1 });
  const { hidden, hiddenColumns, sheets } = read.said;
  const others = book.sheets.flatMap((sheet, i) => (sheets.includes(i) || sheet.hidden ? [] : [name(i)]));
  return [
    ...(sheets.length > 1 ? [say('roster.import.told.sheets', { names: sheets.map(name).join(', ') })] : []),
    ...(others.length > 0 ? [say('roster.import.told.others', { names: others.join(', ') })] : []),
    ...(hiddenColumns > 0 ? [say('roster.import.told.hidden-columns', { count: hiddenColumns })] : []),
    ...(hidden.length > 0 ? [say('import.told.hidden-sheets', { names: hidden.map(name).join(', ') })] : []),
  ];
}

/** Whom names were said to mean; words are shown, and go along as they are chosen. */
function answersCarried({ asked, read }: RosterPreview) {
  const open = new Set(read.questions.map(({ id }) => id));
  return [...(asked.answers ?? [])]
    .filter(([id]) => id.startsWith('who-') && !open.has(id))
    .map(([id, value]) => ({ name: `answer-${id}`, value }));
}

type Question = RosterPreview['read']['questions'][number];

/** Whom or what words mean, to be answered; with few answers they stand beside one another. */
export function questionModel(
  visit: Visit,
  shown: Pick<RosterPreview, 'staff'> & { readonly plan: RosterPreview['plan'] | undefined },
  question: Question,
) {
  const { say } = visit;
  const { id, value, count } = question;
  const options =
    question.kind === 'who' ? whoOptions(visit, shown, question.choices) : slotOptions(visit, shown);
  const asks = question.kind === 'who' && question.choices.length > 0;
  return {
    id,
    name: `answer-${id}`,
    words: say(`roster.import.ask.${question.kind}`, { value, count }),
    radios: asks ? options.map((option, i) => ({ ...option, id: `${id}-${i}` })) : [],
    options: asks ? [] : options,
  };
}

/** Those it may be; or everyone, where nobody is like it. */
function whoOptions(
  { say }: Visit,
  { staff }: Pick<RosterPreview, 'staff'>,
  choices: RosterPreview['staff'],
) {
  const people = choices.length > 0 ? choices : [...staff].sort((a, b) => compareNames(a.name, b.name));
  return [
    ...people.map(({ id, title, department }) => ({
      value: `is:${id}`,
      label: staffName(staff, id),
      note: [title, department].filter((each) => each !== '').join(' · '),
    })),
    { value: 'none', label: say('roster.import.nobody'), note: '' },
  ];
}

function slotOptions(
  { language, say }: Visit,
  { plan }: { readonly plan: RosterPreview['plan'] | undefined },
) {
  const slots = (plan ? rosterColumns(language, plan) : []).map(({ post, pattern, words }) => ({
    value: `${post.id}/${pattern.id}`,
    label: `${post.shortName} · ${words}`,
    note: '',
  }));
  return [...slots, { value: 'none', label: say('roster.import.skip'), note: '' }];
}

function wordModel(visit: Visit, shown: RosterPreview, word: RosterPreview['read']['words'][number]) {
  const { id, value, slot, count } = word;
  const asked = shown.read.questions.some((question) => question.id === id);
  const chosen = slot === '' ? 'none' : slot;
  const options = slotOptions(visit, shown).map((option) => ({ ...option, chosen: option.value === chosen }));
  return {
    name: `answer-${id}`,
    value: value || visit.say('roster.import.no-words'),
    count: visit.say('roster.import.times', { count }),
    /** Asked above, or meant by each person's own skills. */
    options: asked || slot === undefined ? [] : options,
    by: asked ? visit.say('roster.import.asked-above') : visit.say('roster.import.by-skill'),
  };
}

/** Days down, posts across: everyone who would stand there; what the table brings is bold. */
function daysOf({ language }: Visit, { plan, work, read }: RosterPreview) {
  const brought = new Set(read.seats.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`));
  const shiftAt = cellShifts(plan);
  const byShift = new Map<string, string[]>();
  for (const { shiftId, staffId } of work.roster.assignments) {
    byShift.set(shiftId, [...(byShift.get(shiftId) ?? []), staffId]);
  }
  const columns = rosterColumns(language, plan);
  return plan.days.map((day) => ({
    day: formatWeekdayDateShort(language, day),
    cells: columns.map((column) => {
      const shift = shiftAt(column, day);
      const people = shift ? (byShift.get(shift.id) ?? []) : [];
      return {
        none: !shift,
        people: people.map((id) => ({
          name: staffName(plan.staff, id),
          brought: brought.has(`${shift?.id} ${id}`),
        })),
      };
    }),
  }));
}
