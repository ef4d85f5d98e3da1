/** English sentences: constraints on who may stand a shift, how many stand it, and the time between two. */

import type { constraintsCoverVi } from '../vi/constraints-cover.ts';

export const constraintsCoverEn: Record<keyof typeof constraintsCoverVi, string> = {
  'constraint.cover-minimum.name': 'Minimum cover',
  'constraint.cover-minimum.sentence': 'Every shift has at least the minimum number of people for its post.',
  'constraint.cover-minimum.violation': 'Short by {missing}: has {standing}, needs at least {minimum}',
  'constraint.cover-minimum.unit': 'for each person missing',
  'constraint.cover-minimum.about': 'Empty seats are counted apart and filled before anything else.',

  'constraint.cover-target.name': 'Desired cover',
  'constraint.cover-target.sentence':
    'Shifts that want more than their minimum get as many people as they want.',
  'constraint.cover-target.violation': 'Below the desired cover: has {standing}, wants {target}',
  'constraint.cover-target.unit': 'for each person missing',
  'constraint.cover-target.about': 'Only where a shift would better have more than the least.',

  'constraint.cover-most.name': 'No overstaffing',
  'constraint.cover-most.sentence': 'No shift has more people than it wants.',
  'constraint.cover-most.violation': 'Over by {extra}: has {standing}, needs only {most}',
  'constraint.cover-most.unit': 'for each person too many',
  'constraint.cover-most.about': 'Without it the solver may put too many people on a shift.',

  'constraint.qualified.name': 'Qualified staff',
  'constraint.qualified.sentence': 'Whoever stands a shift has every skill that its post needs.',
  'constraint.qualified.violation': 'Lacks the skill: {skills}',
  'constraint.qualified.unit': 'for each duty',
  'constraint.qualified.about': 'Skills stand with the posts and in the staff list.',
  'constraint.qualified.shortage': 'lacks a skill of the post',

  'constraint.available.name': 'No duty on leave',
  'constraint.available.sentence':
    'No shift overlaps the leave of the person standing it, not even by a minute.',
  'constraint.available.violation': 'On leave',
  'constraint.discreet.violation': 'Cannot stand this shift',
  'constraint.available.unit': 'for each duty',
  'constraint.available.about': 'Approved leave; wishes are further down.',
  'constraint.available.shortage': 'on leave',

  'constraint.no-overlap.name': 'One place at a time',
  'constraint.no-overlap.sentence': 'Nobody stands two shifts whose hours overlap.',
  'constraint.no-overlap.violation': 'Two shifts overlap by {hours} h',
  'constraint.no-overlap.unit': 'for each hour of overlap',
  'constraint.no-overlap.about': 'One on site and one on standby included.',
  'constraint.no-overlap.shortage': 'on another shift at that hour',

  'constraint.minimum-rest.name': 'Rest between shifts',
  'constraint.minimum-rest.sentence':
    'Between two shifts there are at least {restHours} {restHours|hour|hours} of rest; before or after standby, at least {standbyRestHours}.',
  'constraint.minimum-rest.sentence.as-long-as-duty':
    'Between two shifts there are at least {restHours} {restHours|hour|hours} of rest, and no less than the shift just stood; before or after standby, at least {standbyRestHours}.',
  'constraint.minimum-rest.violation': 'Only {rest} h of rest, {asked} needed',
  'constraint.minimum-rest.unit': 'for each hour of rest missing',
  'constraint.minimum-rest.about':
    'Labour Code 2019, Art. 110: at least 12 hours before changing to another shift. As long as the duty before is the time in lieu of 24/24 duty.',
  'constraint.minimum-rest.shortage': 'needs the rest between two shifts',

  'constraint.forbidden-succession.name': 'Forbidden successions',
  'constraint.forbidden-succession.sentence': 'After {from}, no {to} so many days later: {daysLater}.',
  'constraint.forbidden-succession.violation':
    'Two shifts that may not follow each other, {daysLater} d apart',
  'constraint.forbidden-succession.unit': 'for each pair of shifts',
  'constraint.forbidden-succession.about':
    'No day shift on the day after a night, for one. Each pair of shifts is a rule.',
  'constraint.forbidden-succession.shortage': 'this shift may not follow or precede one they have',

  'constraint.lieu-days.name': 'Days off in lieu',
  'constraint.lieu-days.sentence':
    'A duty on site that lasts long enough (hours: {leastHours}) earns the next day off; one from Friday or Saturday {afterWeekend}; one within a holiday working days after it (as many as {holidayDays}; several duties of one person {holidayCount}). Nobody stands on a day off in lieu.',
  'constraint.lieu-days.violation': 'Stands on a day off in lieu',
  'constraint.lieu-days.unit': 'for each shift on a day off in lieu',
  'constraint.lieu-days.about':
    'Days off in lieu stand on the grid of people, on own pages and in own calendars. Added up: who stands three duties of one Tết is off three times as many working days; a duty twice as long as the hours above counts twice.',
  'constraint.lieu-days.shortage': 'has a day off in lieu',
};
