/** English sentences: why this person stands a seat. */

import type { seatWhyVi } from '../vi/seat-why.ts';

export const seatWhyEn: Record<keyof typeof seatWhyVi, string> = {
  'why.title': 'Why this person',
  'why.of': '{holder} · {when} · {post}',
  'why.none': 'This seat is empty, or no longer in the roster.',
  'why.only': 'Nobody else has the skills for this post.',
  'why.others': 'If it were someone else',
  'why.more': '{count} more {count|person has|people have} the skills, no better than those above.',
  'why.note':
    'Each line is the whole roster judged again with that person on this seat instead of {holder}; all other seats stay.',
  'why.back': 'Back to the roster',
  'why.open': 'Why this person?',
  'why.standing.blocked': 'Not allowed',
  'why.standing.costs': 'Worse',
  'why.standing.same': 'The same',
  'why.standing.better': 'Better',
  'why.blocked': 'Breaks a hard rule.',
  'why.mends': 'With them fewer hard rules are broken.',
  'why.same': 'Possible, neither better nor worse.',
  'why.better': 'With them the roster gets better by {points} {points|point|points}.',
  'why.ends': 'No longer: {what}',
  'why.lessens': 'Less of: {what}',
  'why.weighed': 'Weighed by all soft rules it is worse.',
  'why.points': 'The roster gets worse by {points} {points|point|points}.',
  'why.count.nights': 'Stands {other} other {other|night|nights}; {name} stands {holder}, this one included.',
  'why.count.weekends':
    'Stands {other} other weekend {other|shift|shifts}; {name} stands {holder}, this one included.',
  'why.count.holidays':
    'Stands {other} other holiday {other|shift|shifts}; {name} stands {holder}, this one included.',
  'why.count.shift':
    'Stands {other} other {label} {other|shift|shifts}; {name} stands {holder}, this one included.',
};
