/**
 * A file of whatever tool, told by what stands in it, held against the days of a period: whom it names, what posts it asks
 * for, who stands when, and what has no counterpart. Read in a thread with limits: it is anybody's.
 */

import type { Interval } from '../../calendar/interval.ts';
import type { Book } from '../tables/book.ts';
import { answersIn } from './answers.ts';
import { type DutyTable, dutyTable, peopleTable } from './duty-table.ts';
import { readGoAlert } from './goalert.ts';
import { readGrafanaOnCall } from './grafana-oncall.ts';
import { readOnCallCalendar } from './on-call-calendar.ts';
import { readOpsgenie } from './opsgenie.ts';
import { type ProposedPost, proposedPosts } from './post-proposals.ts';
import type { NotMoved, OnCallSchedule, OnCallSource } from './schedule.ts';

export interface OnCallQuestion {
  /** The unit's; of times that name none, too. */
  readonly zone: string;
  /** The period's span. */
  readonly within: Interval;
  /** Of the unit: who has a mail address goes by the name they have here. */
  readonly staff: readonly { readonly name: string; readonly email: string; readonly phone: string }[];
}

export interface MovedSchedule {
  readonly source: OnCallSource;
  readonly name: string;
  /** Named by it, and of them those whom the unit's staff list does not have. */
  readonly named: number;
  readonly unlisted: Book;
  readonly posts: readonly ProposedPost[];
  readonly overrides: number;
  readonly duties: DutyTable;
  readonly left: readonly NotMoved[];
}

export type OnCallReading =
  | { readonly ok: true; readonly moved: MovedSchedule }
  /** Message key. */
  | { readonly ok: false; readonly key: string };

/** A period has no more posts. */
const MOST_POSTS = 60;
const MOST_NAME = 200;
const MOST_LEFT = 1_000;

export function readOnCall(bytes: Uint8Array, question: OnCallQuestion): OnCallReading {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) {
    return moved(readOnCallCalendar(text, question.zone, question.within), question);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, key: 'move-in.refused.unknown' };
  }
  const found = answersIn(json);
  if (!found) return { ok: false, key: 'move-in.refused.too-much' };
  return moved(readOpsgenie(found) ?? readGoAlert(found) ?? readGrafanaOnCall(found), question);
}

function moved(given: OnCallSchedule | undefined, { zone, within, staff }: OnCallQuestion): OnCallReading {
  if (!given) return { ok: false, key: 'move-in.refused.unknown' };
  const isEmpty = given.layers.every(({ turns, spans }) => (turns?.groups.length ?? 0) + spans.length === 0);
  if (isEmpty) return { ok: false, key: 'move-in.refused.empty' };
  const schedule = withStaffNames({ ...given, layers: given.layers.slice(0, MOST_POSTS) }, staff);
  const posts = proposedPosts(schedule, zone, within);
  const known = new Set(staff.map(({ name }) => name));
  const unlisted = schedule.people.filter(({ name }) => !known.has(name));
  const { source, name, overrides, people } = schedule;
  const duties = dutyTable(schedule, posts, { zone, within });
  const left = [
    ...(given.layers.length > MOST_POSTS
      ? [{ what: 'more-layers', name: String(given.layers.length - MOST_POSTS) }]
      : []),
    ...(duties.all > duties.duties
      ? [{ what: 'more-duties', name: String(duties.all - duties.duties) }]
      : []),
    ...schedule.left.map((each) => ({ ...each, name: each.name.slice(0, MOST_NAME) })),
  ].slice(0, MOST_LEFT);
  return {
    ok: true,
    moved: {
      source,
      name: name.slice(0, MOST_NAME),
      named: people.length,
      unlisted: peopleTable({ ...schedule, people: unlisted }),
      posts,
      overrides: overrides.length,
      duties,
      left,
    },
  };
}

function withStaffNames(schedule: OnCallSchedule, staff: OnCallQuestion['staff']): OnCallSchedule {
  const byMail = new Map(
    staff.filter(({ email }) => email !== '').map((each) => [each.email.toLowerCase(), each]),
  );
  const people = schedule.people.map((person) => {
    const known = person.email === '' ? undefined : byMail.get(person.email.toLowerCase());
    return known ? { ...person, name: known.name, phone: known.phone } : person;
  });
  return { ...schedule, people };
}
