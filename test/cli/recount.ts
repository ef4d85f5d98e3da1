/**
 * Counts a roster again from the files a person sees, with none of the program's own code: no plan, no calendar, no
 * referee. Times are read as the unit's wall clock, where an hour is an hour.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MINUTE = 60_000;

interface SeatShift {
  readonly id: string;
  readonly post: string;
  readonly start: string;
  readonly end: string;
  readonly minimum: number;
  readonly seats: readonly { readonly staff: string; readonly name: string }[];
}

export interface Recount {
  readonly shifts: number;
  readonly missing: number;
  readonly overlaps: string[];
  readonly shortRests: string[];
  readonly onLeave: string[];
  readonly unqualified: string[];
}

const at = (iso: string): number => Date.parse(`${iso.slice(0, 16)}Z`) / MINUTE;
/** The headings the samples use, to one word each. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Họ và tên': 'name',
  'Họ tên': 'name',
  'Kỹ năng': 'skills',
  Loại: 'kind',
  'Từ ngày': 'from',
  Ngày: 'from',
  'Đến ngày': 'to',
  'Từ giờ': 'hour',
};
const rows = (path: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  const mark = head.includes(';') ? ';' : ',';
  const names = head.split(mark).map((name) => HEADINGS[name] ?? name);
  return lines.map((line) => Object.fromEntries(line.split(mark).map((cell, i) => [names[i] ?? '', cell])));
};
const dayOf = (text: string): number => {
  const [first = '', second = '', third = ''] = text.split(/[/-]/);
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first];
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MINUTE;
};

/** @param standby minutes of rest asked beside a standby duty; `onSite` between two on-site ones. */
export function recount(
  folder: string,
  rosterFile: string,
  rest: { onSite: number; standby: number },
): Recount {
  const { shifts } = JSON.parse(readFileSync(rosterFile, 'utf8')) as { shifts: SeatShift[] };
  const unit = JSON.parse(readFileSync(join(folder, 'unit.json'), 'utf8')) as {
    posts: {
      id: string;
      skills?: string[];
      tier: string;
      presence: string;
      cover: number | { minimum: number };
    }[];
  };
  const posts = new Map(unit.posts.map((post) => [post.id, post]));
  const skills = new Map(rows(join(folder, 'staff.csv')).map((row) => [row.name ?? '', row.skills ?? '']));
  const leave = rows(join(folder, 'leave.csv')).filter((row) => row.Loại === 'nghỉ phép' && !row['Từ giờ']);
  const duties = shifts.flatMap((shift) =>
    shift.seats.map(({ name }) => ({ name, shift, start: at(shift.start), end: at(shift.end) })),
  );
  const result: Recount = {
    shifts: shifts.length,
    missing: 0,
    overlaps: [],
    shortRests: [],
    onLeave: [],
    unqualified: [],
  };
  let missing = 0;
  for (const shift of shifts) {
    const cover = posts.get(shift.post)?.cover ?? 0;
    missing += Math.max(0, (typeof cover === 'number' ? cover : cover.minimum) - shift.seats.length);
  }
  for (const { name, shift, start, end } of duties) {
    const has = (skills.get(name) ?? '').toLowerCase();
    for (const skill of posts.get(shift.post)?.skills ?? []) {
      if (!has.includes(skill.toLowerCase())) result.unqualified.push(`${name} ${shift.id}`);
    }
    for (const row of leave) {
      if (row.name !== name) continue;
      if (dayOf(row.from ?? '') < end && start < dayOf(row.to || row.from || '') + 1440)
        result.onLeave.push(`${name} ${shift.id}`);
    }
  }
  for (const a of duties) {
    for (const b of duties) {
      if (
        a === b ||
        a.name !== b.name ||
        a.start > b.start ||
        (a.start === b.start && a.shift.id > b.shift.id)
      )
        continue;
      if (b.start < a.end) result.overlaps.push(`${a.name} ${a.shift.id} ${b.shift.id}`);
      else {
        const standby = [a, b].some(({ shift }) => posts.get(shift.post)?.presence === 'standby');
        const leaders = a.shift.post === b.shift.post && posts.get(a.shift.post)?.tier === 'leader';
        const asked = leaders ? 0 : standby ? rest.standby : rest.onSite;
        if (b.start - a.end < asked) result.shortRests.push(`${a.name} ${a.shift.id} ${b.shift.id}`);
      }
    }
  }
  return { ...result, missing };
}
