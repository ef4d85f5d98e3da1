/** What is legal in a plan but likely a slip or a shortage to come. It refuses nothing and solves nothing. */

import { type Interval, overlaps } from '../calendar/interval.ts';
import type { Fault } from '../kernel/fault.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { CASE_FILES } from './case-files.ts';
import { coverGaps } from './cover-gaps.ts';
import type { Plan } from './plan.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import { staffName } from './staff-names.ts';
import type { Post } from './unit.ts';

export function planWarnings(plan: Plan): Fault[] {
  return [
    ...plan.posts.flatMap((post) => [...staffingWarnings(post, plan), ...overlapWarnings(post, plan)]),
    ...plan.staff.flatMap((member) => [...idleWarnings(member, plan), ...leaveWarnings(member, plan)]),
    ...gapWarnings(plan),
    ...pinWarnings(plan),
  ];
}

export function hasSkills(member: StaffMember, post: Post): boolean {
  return post.skills.every((skill) => member.skills.includes(skill));
}

/** A skill nobody has, else fewer qualified people than one shift needs. */
function staffingWarnings(post: Post, { staff, shifts }: Plan): Fault[] {
  const known = [...new Set(staff.flatMap((member) => member.skills))];
  const missing = post.skills.filter((skill) => !known.includes(skill));
  if (missing.length > 0) {
    return missing.map((skill) => ({
      ...unknownWord('fault.plan.skill-nobody', skill, known, { post: post.name, skill }),
      file: CASE_FILES.unit,
      column: `posts.${post.id}.skills`,
    }));
  }
  const needed = Math.max(0, ...shifts.filter((s) => s.postId === post.id).map((s) => s.cover.minimum));
  const count = staff.filter((member) => hasSkills(member, post)).length;
  if (count >= needed) return [];
  return [{ key: 'fault.plan.too-few', params: { post: post.name, needed, count }, file: CASE_FILES.staff }];
}

/** One warning for each pair of patterns of the post that ever run at the same time. */
function overlapWarnings(post: Post, { shifts }: Plan): Fault[] {
  const own = shifts.filter((shift) => shift.postId === post.id);
  const pairs = new Map<string, readonly [Shift, Shift]>();
  own.forEach((shift, i) => {
    for (let j = i + 1; j < own.length; j++) {
      const later = own[j];
      if (!later || later.span.start >= shift.span.end) break;
      const key = [shift.patternId, later.patternId].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, [shift, later]);
    }
  });
  return [...pairs.values()].map(([a, b]) => ({
    key: 'fault.plan.patterns-overlap',
    params: { post: post.name, first: a.label, second: b.label, day: b.day },
    file: CASE_FILES.unit,
    column: `posts.${post.id}`,
  }));
}

const MOST_GAPS = 3;

/** Hours in which no shift of the watch runs, by kind; beyond a few kinds the rest is a number. */
function gapWarnings(plan: Plan): Fault[] {
  const gaps = coverGaps(plan);
  const at = { file: CASE_FILES.unit, column: 'posts' };
  const told = gaps.slice(0, MOST_GAPS).map(({ from, to, first, count, minutes }): Fault => {
    const long = minutes > 24 * 60;
    const params = { from, to, first, count, hours: minutes / 60 };
    return { key: long ? 'fault.plan.days-uncovered' : 'fault.plan.hours-uncovered', params, ...at };
  });
  const more = gaps.length - told.length;
  return more > 0 ? [...told, { key: 'fault.plan.more-uncovered', params: { count: more }, ...at }] : told;
}

function idleWarnings(member: StaffMember, { posts, staff }: Plan): Fault[] {
  if (posts.some((post) => hasSkills(member, post))) return [];
  const value = member.skills.join('; ');
  const params = { name: staffName(staff, member.id), skills: value };
  return [{ key: 'fault.plan.person-no-post', params, file: CASE_FILES.staff, value }];
}

/** Leave that takes every shift the person could have stood. */
function leaveWarnings(member: StaffMember, plan: Plan): Fault[] {
  const postIds = new Set(plan.posts.filter((post) => hasSkills(member, post)).map((post) => post.id));
  const own = plan.shifts.filter((shift) => postIds.has(shift.postId));
  const spans: Interval[] = plan.leave.filter(({ staffId }) => staffId === member.id).map(({ span }) => span);
  if (spans.length === 0 || own.length === 0) return [];
  if (!own.every((shift) => spans.some((span) => overlaps(span, shift.span)))) return [];
  const params = { name: staffName(plan.staff, member.id) };
  return [{ key: 'fault.plan.leave-whole', params, file: CASE_FILES.leave }];
}

function pinWarnings({ pins, shifts, staff, posts, leave }: Plan): Fault[] {
  return pins.flatMap(({ shiftId, staffId }, i) => {
    const shift = shifts.find((each) => each.id === shiftId);
    const member = staff.find((each) => each.id === staffId);
    const post = posts.find((each) => each.id === shift?.postId);
    if (!shift || !member || !post) return [];
    const at = { file: CASE_FILES.period, column: `pins[${i}]`, value: shiftId };
    const params = { name: staffName(staff, staffId), post: post.name, day: shift.day };
    const away = leave.some((each) => each.staffId === staffId && overlaps(each.span, shift.span));
    return [
      ...(hasSkills(member, post) ? [] : [{ key: 'fault.plan.pin-unqualified', params, ...at }]),
      ...(away ? [{ key: 'fault.plan.pin-on-leave', params, ...at }] : []),
    ];
  });
}
