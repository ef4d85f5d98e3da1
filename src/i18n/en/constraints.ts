/** English sentences: constraints. */

import type { constraintsVi } from '../vi/constraints.ts';

export const constraintsEn: Record<keyof typeof constraintsVi, string> = {
  'constraint.most-hours.name': 'Most hours',
  'constraint.most-hours.sentence.period':
    'Each person is on duty for at most {most} {most|hour|hours} in the whole period.',
  'constraint.most-hours.sentence.rolling':
    'Each person is on duty for at most {most} {most|hour|hours} in any stretch of {windowDays} {windowDays|day|days}.',
  'constraint.most-hours.sentence.personal': 'Nobody exceeds the hours agreed with them personally.',
  'constraint.most-hours.violation': '{count} h on duty, at most {most} allowed',
  'constraint.most-hours.unit': 'for each minute over',
  'constraint.most-hours.about':
    'Labour Code 2019, Art. 105 and 107: normal hours and overtime at most 12 a day, 48 a week. A shift counts whole on the day it begins.',
  'constraint.most-hours.shortage': 'has as many hours as allowed',

  'constraint.most-shifts.name': 'Most shifts',
  'constraint.most-shifts.sentence.period':
    'Each person stands at most {most} {most|shift|shifts} in the whole period.',
  'constraint.most-shifts.sentence.rolling':
    'Each person stands at most {most} {most|shift|shifts} in any stretch of {windowDays} {windowDays|day|days}.',
  'constraint.most-shifts.sentence.personal':
    'Nobody exceeds the number of shifts agreed with them personally.',
  'constraint.most-shifts.violation': 'Shifts stood: {count}, at most {most} allowed',
  'constraint.most-shifts.unit': 'for each shift over',
  'constraint.most-shifts.about': 'Limits agreed with a person stand in the staff list and always count.',
  'constraint.most-shifts.shortage': 'has as many shifts as allowed',

  'constraint.most-nights.name': 'Most nights',
  'constraint.most-nights.sentence.period':
    'Each person stands at most {most} night {most|shift|shifts} in the whole period.',
  'constraint.most-nights.sentence.rolling':
    'Each person stands at most {most} night {most|shift|shifts} in any stretch of {windowDays} {windowDays|day|days}.',
  'constraint.most-nights.sentence.personal':
    'Nobody exceeds the number of nights agreed with them personally.',
  'constraint.most-nights.violation': 'Nights stood: {count}, at most {most} allowed',
  'constraint.most-nights.unit': 'for each night over',
  'constraint.most-nights.about':
    'A night: at least 3 hours within 22:00–06:00 (Art. 106), 24-hour duties included; of a shorter shift half.',
  'constraint.most-nights.shortage': 'has as many nights as allowed',

  'constraint.most-weekends.name': 'Most weekends',
  'constraint.most-weekends.sentence.period':
    'Nobody is on duty on more than {mostWeekends} {mostWeekends|weekend|weekends} of the period.',
  'constraint.most-weekends.sentence.rolling':
    'Nobody is on duty on more than {mostWeekends} {mostWeekends|weekend|weekends} of any {windowWeeks} weeks in a row.',
  'constraint.most-weekends.violation': '{count} {count|weekend|weekends}, at most {most}',
  'constraint.most-weekends.unit': 'for each weekend over',
  'constraint.most-weekends.about':
    'Saturday and Sunday of a week are one weekend; a shift counts on the day it begins.',
  'constraint.most-weekends.shortage': 'has had their weekends',

  'constraint.least-shifts.name': 'Least shifts',
  'constraint.least-shifts.sentence':
    'Everybody stands at least {leastShifts} {leastShifts|shift|shifts} in the period.',
  'constraint.least-shifts.violation': '{count} {count|shift|shifts} so far, at least {least}',
  'constraint.least-shifts.unit': 'for each shift short',
  'constraint.least-shifts.about':
    'Who can stand none is not counted. With “Most shifts” beside it, everybody stands exactly so many.',

  'constraint.group-quota.name': 'Quota of a department or group',
  'constraint.group-quota.sentence':
    'Each department, or those chosen under “whom”, together stand from {groupLeast} {groupLeast|seat|seats} up to {groupMost} {groupMost|seat|seats} in {per}.',
  'constraint.group-quota.violation': '{department}: {count} {count|seat|seats}, the quota is {least}–{most}',
  'constraint.group-quota.violation.people':
    'This group: {count} {count|seat|seats}, the quota is {least}–{most}',
  'constraint.group-quota.unit': 'for each seat outside the quota',
  'constraint.group-quota.about':
    'No two of one department on a shift, or ten seats a week for the infrastructure people. Those without a department count to none.',
  'constraint.group-quota.shortage': 'the department or group has its quota',

  'constraint.turn-order.name': 'Turns by a list',
  'constraint.turn-order.sentence.next':
    'Duty goes by the list, on from the last period; who is away when their turn comes stands as soon as they are back.',
  'constraint.turn-order.sentence.skipped':
    'Duty goes by the list, on from the last period; who is away misses the turn and waits for the next round.',
  'constraint.turn-order.violation': 'Not their turn',
  'constraint.turn-order.unit': 'for each shift out of turn',
  'constraint.turn-order.about':
    'Write the list in the order of duty. Who is on leave, on duty elsewhere, lacks a skill of the post or is held to none of these shifts (a limit of 0) counts as away. Who missed a turn in the last period comes first in this one.',
  'constraint.turn-order.shortage': 'it is not their turn',

  'constraint.same-shift-all-week.name': 'One kind of shift a week',
  'constraint.same-shift-all-week.sentence': 'Within a week, a person keeps to one kind of shift.',
  'constraint.same-shift-all-week.violation': 'Two kinds of shift in a week',
  'constraint.same-shift-all-week.unit': 'for each two shifts of different kinds',
  'constraint.same-shift-all-week.about':
    'A week is Monday to Sunday; shifts of the same hours are one kind, whatever the post.',
  'constraint.same-shift-all-week.shortage': 'has another kind of shift that week',

  'constraint.most-consecutive-days.name': 'Most duty days in a row',
  'constraint.most-consecutive-days.sentence':
    'Nobody is on duty on more than {mostDays} {mostDays|day|days} in a row.',
  'constraint.most-consecutive-days.violation': 'Duty days in a row: {days}, at most {most} allowed',
  'constraint.most-consecutive-days.unit': 'for each day over',
  'constraint.most-consecutive-days.about':
    'Labour Code 2019, Art. 111: at least 24 hours of rest a week, so at most 6 days in a row.',
  'constraint.most-consecutive-days.shortage': 'has as many days in a row as allowed',

  'constraint.least-consecutive-days.name': 'Fewest duty days in a row',
  'constraint.least-consecutive-days.sentence':
    'Whoever comes on duty stays on for at least {leastDays} {leastDays|day|days} in a row.',
  'constraint.least-consecutive-days.violation': 'Duty days in a row: {days}, at least {least} asked',
  'constraint.least-consecutive-days.unit': 'for each day missing',
  'constraint.least-consecutive-days.about': 'So that nobody travels for one single shift.',
  'constraint.least-consecutive-days.shortage': 'would stand too few days in a row',

  'constraint.least-days-off.name': 'Fewest days off in a row',
  'constraint.least-days-off.sentence':
    'Between two stretches of duty there are at least {leastDays} {leastDays|day|days} off in a row.',
  'constraint.least-days-off.violation': 'Days off in a row: {days}, at least {least} asked',
  'constraint.least-days-off.unit': 'for each day off missing',
  'constraint.least-days-off.about': 'So that time off is long enough to go home.',
  'constraint.least-days-off.shortage': 'would have too few days off between',

  'constraint.newcomer-accompanied.name': 'Newcomers accompanied',
  'constraint.newcomer-accompanied.sentence': 'A newcomer stands no shift without someone experienced on it.',
  'constraint.newcomer-accompanied.violation': 'Newcomer without anyone experienced',
  'constraint.newcomer-accompanied.unit': 'for each newcomer',
  'constraint.newcomer-accompanied.about': 'Newcomers are marked in the staff list.',
  'constraint.newcomer-accompanied.shortage': 'a newcomer with nobody experienced beside them',

  'constraint.load-balance.name': 'Burden shared fairly',
  'constraint.load-balance.sentence':
    "Points are shared in proportion to each person's working time, making good {carryPercent} % of what the last {years} {years|year|years} left over.",
  'constraint.load-balance.violation':
    '{points} {points|point|points} of burden this period, {carried} left over from earlier years, general level {fair}',
  'constraint.load-balance.unit': 'for the square of the points off, times 10',
  'constraint.load-balance.about':
    'Burden is in points, at the foot of this page, with the ledger of the years before; who is on leave for long has a smaller share.',

  'constraint.even-kinds.name': 'Each kind shared evenly',
  'constraint.even-kinds.sentence':
    'Nights, weekends, holidays, each kind of shift and hours are shared evenly each for itself, at {percent} % (0: only the sum of burden, 100: kinds first), making good the last {years} {years|year|years}.',
  'constraint.even-kinds.violation': '{label}: {count} {count|shift|shifts}, an even share is {least}–{most}',
  'constraint.even-kinds.violation.hours': '{count} h on duty, an even share is {least}–{most}',
  'constraint.even-kinds.violation.nights': '{count} {count|night|nights}, an even share is {least}–{most}',
  'constraint.even-kinds.violation.weekends': 'Weekend shifts: {count}, an even share is {least}–{most}',
  'constraint.even-kinds.violation.holidays': 'Holiday shifts: {count}, an even share is {least}–{most}',
  'constraint.even-kinds.unit': 'for each per cent of a shift off the share',
  'constraint.even-kinds.about':
    'Shares follow who can stand what: people without the skill, on leave or with limits of their own do not distort those of others.',

  'constraint.even-turns.name': 'Turns come round evenly',
  'constraint.even-turns.sentence':
    'Duties come round as in a turn: distances, counts by month and in every stretch follow an even turn.',
  'constraint.even-turns.violation':
    '{count} {count|shift|shifts} in {days} {days|day|days}, an even turn gives {least}–{most}',
  'constraint.even-turns.violation.distance':
    'Two shifts {count} {count|day|days} apart, an even turn gives {least}–{most}',
  'constraint.even-turns.unit': 'for each half day off the turn, each twelfth of a shift off the count',
  'constraint.even-turns.about':
    'The turn follows headcount, length, leave and share of full time by itself; there are no hours to type.',

  'constraint.named-day-fairness.name': 'Holidays in turn',
  'constraint.named-day-fairness.sentence':
    'Holidays are stood in turn: whoever stood the same day in the last {years} {years|year|years} gives way to those who did not.',
  'constraint.named-day-fairness.violation':
    'Times this holiday was already stood: {times}, in the last {years} {years|year|years}',
  'constraint.named-day-fairness.unit': 'for each time already stood',
  'constraint.named-day-fairness.about':
    'From the ledger: who stood New Year’s Eve makes way for who did not.',
  'constraint.named-day-fairness.shortage': 'stood this holiday in earlier years',

  'constraint.home-days.name': 'Home for Tết',
  'constraint.home-days.sentence':
    'Those who live far away are off on the days chosen; who stayed on duty in the last years (as many as {years}) has the better claim.',
  'constraint.home-days.violation':
    'On duty on a day to be at home, stayed {times} {times|time|times} in the last {years} {years|year|years}',
  'constraint.home-days.unit': 'for each shift, and each time before',
  'constraint.home-days.about':
    'Choose the home provinces that are far away under “whom”; without, everyone whose province is known and is not the unit’s own is meant. Where not all can go, they take turns over the years, by the ledger.',
  'constraint.home-days.shortage': 'is off to be at home',

  'constraint.wishes.name': 'Wishes',
  'constraint.wishes.sentence': 'Shifts follow what people wished for, as strongly as they wished it.',
  'constraint.wishes.violation': 'Wish not met (weight {weight})',
  'constraint.wishes.unit': "for each point of the wish's weight",
  'constraint.wishes.about': 'Wishes entered before the deadline, 1 to 10.',
  'constraint.wishes.shortage': 'wished not to stand this shift',

  'constraint.spacing.name': 'Shifts spread out',
  'constraint.spacing.sentence':
    'Two shifts of a person should begin at least {hours} {hours|hour|hours} apart.',
  'constraint.spacing.violation': 'Two shifts begin {apart} h apart, {hours} wanted',
  'constraint.spacing.unit': 'for each hour too close',
  'constraint.spacing.about': 'The shifts of a person are spread out, not crowded into a few days.',
  'constraint.spacing.shortage': 'too close to another shift of theirs',

  'constraint.together.name': 'On duty together',
  'constraint.together.sentence.all-off':
    'These people always stand {bond}; while one of them is on leave, {onLeave}.',
  'constraint.together.sentence.replaced':
    'These people always stand {bond}; while one of them is on leave, {onLeave}.',
  'constraint.together.violation': 'On duty without all of the team',
  'constraint.together.unit': 'for each pair parted, each shift',
  'constraint.together.about':
    'Two who share a car, or a team that stands together, also where its leader, technician and driver each have a post of their own. Choose two or more; saving gives room for another.',
  'constraint.together.shortage': 'has to stand with someone else',

  'constraint.apart.name': 'Kept apart',
  'constraint.apart.sentence.shift': 'No two of these people share a shift.',
  'constraint.apart.sentence.time':
    'No two of these people are on duty at the same time, not even at different posts.',
  'constraint.apart.sentence.day': 'No two of these people have shifts that begin on the same day.',
  'constraint.apart.violation': 'These two should not be placed so close',
  'constraint.apart.unit': 'for each pair of shifts',
  'constraint.apart.about':
    'Parents of small children, or a few of whom only one may be away. Choose two or more; saving gives room for another.',
  'constraint.apart.shortage': 'may not share it with someone on it',

  'constraint.after-whom.name': 'Who comes after whom',
  'constraint.after-whom.sentence.always':
    'Of these two, the second {takeOver} takes the next shift after the first at the same post.',
  'constraint.after-whom.sentence.never':
    'Of these two, the second {takeOver} takes the next shift after the first at the same post.',
  'constraint.after-whom.violation': 'The next shift is not taken by whom it should be',
  'constraint.after-whom.unit': 'for each change of shift',
  'constraint.after-whom.about':
    'Choose just two, in order. The first shift goes on from the last one published of the period before, the last one to the period after.',
  'constraint.after-whom.shortage': 'may not take over from who is before',

  'constraint.leader-continuity.name': 'One person throughout',
  'constraint.leader-continuity.sentence':
    'One person stays on for each block of days, without a change in between. Days in a block: {blockDays}; blocks of whole weeks change on {changeDay}.',
  'constraint.leader-continuity.violation': 'Change of person in between',
  'constraint.leader-continuity.unit': 'for each change',
  'constraint.leader-continuity.about':
    '1 day: one person all day, as leaders do. Blocks that are no whole weeks count from the first day of the period.',
  'constraint.leader-continuity.shortage': 'would change people within a block',
};
