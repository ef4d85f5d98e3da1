/** Answering without an account: one page for a phone, a day a row, filled in from the last answer. It works without script. */

import {
  type AnswerSheet,
  openAnswerSheet,
  sendLinkAnswer,
  type WrittenCell,
} from '../../app/answers/link-answer.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { spanByClock } from '../../calendar/zone.ts';
import { type AnswerCell, cellName, lastDigits, personKey } from '../../domain/answer-cells.ts';
import { endOfOrder, type Order } from '../../domain/order.ts';
import { linkEnd } from '../../domain/order-faults.ts';
import {
  formatClockDay,
  formatClockRange,
  formatCountdown,
  formatDuration,
  formatStamp,
} from '../../i18n/format.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { OwnBar, PageReply, Reply, Visit } from '../kit/visit.ts';
import { answerPath } from '../paths/orders.ts';
import { fitWords, gapLines } from './gap-words.ts';

export async function showAnswerLink(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const opened = await openAnswerSheet(app, token);
  return opened.open ? sheetPage(visit, opened.sheet) : deadPage(visit, opened);
}

export async function sendByLink(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const token = visit.param('token');
  const opened = await openAnswerSheet(app, token);
  if (!opened.open) return deadPage(visit, opened);
  await sendLinkAnswer(app, token, writtenIn(visit.form, opened.sheet));
  return redirect(`${answerPath(token)}?sent`);
}

const OTHER = '+';

/** A choice that was never touched comes back as it was shown. */
function writtenIn(form: URLSearchParams, sheet: AnswerSheet): Map<string, WrittenCell> {
  return new Map(
    sheet.cells.map((cell, i) => {
      const get = (field: string): string => form.get(`${field}-${i}`) ?? '';
      const chosen = get('who');
      const typed = chosen === OTHER || chosen === '';
      return [
        cellName(cell),
        {
          known: typed ? '' : chosen,
          ...{
            name: typed ? get('name') : '',
            title: typed ? get('title') : '',
            phone: typed ? get('phone') : '',
            label: typed ? get('force') : '',
          },
        },
      ];
    }),
  );
}

function sheetPage(visit: Visit, sheet: AnswerSheet): PageReply {
  const { say, language } = visit;
  const { order, asked, unitName, sent } = sheet;
  const title = say('answers.link.title', { order: order.content.name });
  const left = minutesBetween(visit.now, asked.deadline);
  const filled = sheet.filled.size;
  const end = linkEnd(endOfOrder(order));
  return {
    kind: 'page',
    view: 'answers/link',
    title,
    unitName,
    secret: 'with-forms',
    own: barOf(visit),
    script: 'answer.js',
    model: {
      title,
      unitName,
      to: visit.path,
      asker: say('answers.link.asker', { superior: order.superiorName }),
      number: order.content.dispatchNumber,
      deadline: say(left >= 0 ? 'answers.link.deadline' : 'answers.link.late', {
        at: formatClockDay(language, asked.deadline, { zone: order.zone }),
        left: left >= 0 ? formatCountdown(language, left) : formatDuration(language, -left),
      }),
      late: left < 0,
      sent: sent && sentBand(visit, sheet),
      filledFrom:
        sent || sheet.filledFrom === undefined ? '' : say('answers.link.filled', { order: sheet.filledFrom }),
      empty: sheet.cells.length - filled,
      emptyWords: say('answers.link.empty', { count: sheet.cells.length - filled }),
      days: daysOfSheet(visit, sheet),
      forces: forcesOf(visit, sheet),
      button: say('answers.link.send', { filled, all: sheet.cells.length, superior: order.superiorName }),
      buttonStart: say('word.send'),
      filled,
      all: sheet.cells.length,
      until:
        end === undefined
          ? say('answers.link.open-end')
          : say('answers.link.until', { at: formatStamp(language, end, order.zone) }),
      attached: sheet.attached,
      systems: order.content.systems.join(', '),
      contacts: contactsOf(order),
    },
  };
}

/** Those it has named before, then the usual ones. */
function forcesOf({ say }: Visit, { known }: AnswerSheet): string[] {
  const usual = (['office', 'police', 'military', 'health', 'supplier'] as const).map((each) =>
    say(`answers.link.force.${each}`),
  );
  return [...new Set([...known.map(({ label }) => label).filter((label) => label !== ''), ...usual])];
}

function barOf({ path }: Visit): OwnBar {
  return { home: path, tabs: [] };
}

function sentBand(visit: Visit, { sent, demands, order }: AnswerSheet): object {
  if (!sent) return {};
  const short = sent.judged.reduce((sum, { shortMinutes }) => sum + shortMinutes, 0);
  const phones = sent.judged.reduce((most, { phonesMissing }) => Math.max(most, phonesMissing), 0);
  return {
    words: visit.say('answers.link.sent', {
      superior: order.superiorName,
      at: formatStamp(visit.language, sent.sentAt, order.zone),
    }),
    late: sent.late ? visit.say('answers.link.sent-late') : '',
    fit: fitWords(visit, { shortMinutes: short, phonesMissing: phones }),
    gaps: gapLines(visit, { judged: sent.judged, demands, zone: order.zone }),
  };
}

function daysOfSheet(visit: Visit, sheet: AnswerSheet): object[] {
  const { say, language } = visit;
  const lacking = sheet.days.filter((day) =>
    sheet.cells.some((cell) => cell.day === day && !sheet.filled.has(cellName(cell))),
  );
  // Where nothing is known yet, one day is open at a time.
  const opened = new Set(sheet.filled.size === 0 ? lacking.slice(0, 1) : lacking);
  return sheet.days.map((day, nth) => {
    const cells = sheet.cells.map((cell, i) => ({ cell, i })).filter(({ cell }) => cell.day === day);
    return {
      head: dayHead(language, day),
      label: day,
      open: opened.has(day),
      cells: cells.map(({ cell, i }) => ({ ...cellModel(visit, sheet, { cell, i }), repeats: nth > 0 })),
      editWords: say('answers.link.edit-day', {
        day: `${dayHead(language, day).weekday} ${dayHead(language, day).date}`,
      }),
    };
  });
}

function cellModel(
  { say, language }: Visit,
  { demands, filled, known, order }: AnswerSheet,
  { cell, i }: { readonly cell: AnswerCell; readonly i: number },
): object {
  const demand = demands.find(({ id }) => id === cell.demandId);
  const span = demand && spanByClock(cell.day, demand.start, demand.minutes, order.zone);
  const held = filled.get(cellName(cell))?.person;
  const chosen = held ? personKey(held) : '';
  const fitting = known.filter(({ tiers, key }) => key === chosen || (demand && tiers.includes(demand.tier)));
  const nth = demand && demand.least > 1 ? ` ${cell.place + 1}` : '';
  return {
    i,
    demand: `${demand?.name ?? ''}${nth}`,
    // Who leads belongs to the unit itself.
    forces: demand !== undefined && demand.tier !== 'leader',
    force: held?.label ?? '',
    hours: span ? formatClockRange(language, span, order.zone) : '',
    name: held?.name ?? '',
    phone:
      held && held.phone !== '' ? say('answers.link.last-digits', { digits: lastDigits(held.phone) }) : '',
    noPhone: held !== undefined && held.phone === '' && demand?.phone === true,
    empty: held === undefined,
    people: fitting.map((person, k) => ({
      id: `who-${i}-${k}`,
      ...{ i, key: person.key, name: person.name, force: person.label, chosen: person.key === chosen },
      digits:
        person.phone === '' ? '' : say('answers.link.last-digits', { digits: lastDigits(person.phone) }),
    })),
    other: { id: `who-${i}-other`, i, value: OTHER, chosen: held === undefined && fitting.length === 0 },
  };
}

function contactsOf({ content }: Order): object[] {
  return content.contacts.map(({ name, phone = '' }) => ({
    name,
    phone,
    href: `tel:${phone.replace(/[^\d+]/g, '')}`,
  }));
}

type Dead = Extract<Awaited<ReturnType<typeof openAnswerSheet>>, { open: false }>;

/** Says why, and whom to call. */
function deadPage(visit: Visit, dead: Dead): PageReply {
  const title = visit.say('answers.dead.title');
  const order = 'order' in dead ? dead.order : undefined;
  return {
    kind: 'page',
    view: 'answers/dead',
    title,
    own: barOf(visit),
    status: dead.why === 'unknown' ? 404 : 410,
    model: {
      title,
      why: visit.say(`answers.dead.${dead.why}`, { order: order?.content.name ?? '' }),
      superior: order
        ? visit.say('answers.dead.call', { superior: order.superiorName })
        : visit.say('answers.dead.call-sender'),
      contacts: order ? contactsOf(order) : [],
    },
  };
}
