/** English sentences: faults in holiday files and recurrence rules, and what holidays warn of. */

import type { holidaysVi } from '../vi/holidays.ts';

export const holidaysEn: Record<keyof typeof holidaysVi, string> = {
  'error.lunar.range': 'The lunar calendar covers {firstYear}–{lastYear}; {value} is outside it.',
  'error.holiday.range':
    'Breaks can be derived for {firstYear}–{lastYear} only, not {year}. Try another year.',
  'warning.holiday.outside':
    '{title} ({first} – {last}) lies outside this period, so the period does not serve it.',
  'warning.holiday.proposal':
    '{title} ({first} – {last}) is only a proposal, not announced yet. Source: {source}.',
  'warning.holiday.derived':
    '{title} ({first} – {last}) is inferred from the law, not announced. You can correct it once it is.',
  'warning.holiday.alternative': '{title}: another version is reported, {first} – {last}. Source: {source}.',
  'fault.holiday.missing': '{field} is missing. Add it to the file.',
  'fault.holiday.type': '{field} has the wrong type.',
  'fault.holiday.unknown': 'There is no field {unknown} (at {field}). Remove or rename it.',
  'fault.holiday.choice': '{field} must be one of: {choices}.',
  'fault.holiday.day': '{field} is not a day that exists. Write it like 2027-02-06.',
  'fault.holiday.small': '{field} is too small or short; at least {least}.',
  'fault.holiday.big': '{field} is too big or long; at most {most}.',
  'fault.holiday.order': 'The last day {to} is before the first day {from}.',
  'fault.holiday.long': 'The break lasts {days} {days|day|days}; at most {most}.',
  'fault.holiday.key': 'The break’s key must be {expected}.',
  'fault.holiday.otherYear': 'The break does not belong to {year}. Move it to the other year’s file.',
  'fault.holiday.source': '{key} is not derived, so it needs a source.',
  'fault.holiday.outside': 'The paid day {day} lies outside the break.',
  'fault.holiday.swapOff': 'The swapped day off {day} lies outside the break.',
  'fault.holiday.swapWorked': 'The day worked instead, {day}, lies inside the break.',
  'fault.holiday.duplicate': '{key} is the same holiday as {other}. Remove one.',
  'fault.holiday.overlap': '{key} and {other} share days.',
  'fault.rrule.empty': 'There is no recurrence rule. Try FREQ=DAILY.',
  'fault.rrule.long': 'The rule is longer than {most} characters.',
  'fault.rrule.lines': 'A rule is one line, with at most a DTSTART line above it.',
  'fault.rrule.part': '“{part}” is not understood. You can use: {allowed}.',
  'fault.rrule.repeated': '{part} appears twice. Merge them.',
  'fault.rrule.frequency': 'FREQ=“{value}” cannot be used. Use one of: {allowed}.',
  'fault.rrule.number':
    '{part}={value} is not valid; give a whole number other than 0 from {least} to {most}.',
  'fault.rrule.weekday': '“{value}” is no weekday. Use: {allowed}.',
  'fault.rrule.until': 'UNTIL={value} is not a valid day. Write it like UNTIL=20270210, without Z.',
  'fault.rrule.untilCount': 'Use either UNTIL or COUNT, not both.',
  'fault.rrule.start': '“{value}” is not a valid start. Write it like DTSTART:20270204.',
  'fault.rrule.combination': '{part} does not go with FREQ={frequency}. Change FREQ or drop it.',
  'fault.rrule.setpos': 'BYSETPOS needs another BY… part beside it, such as BYDAY.',
  'fault.rrule.span': 'Recurrences are worked out for {firstYear}–{lastYear}; {from} – {to} is outside.',
  'fault.rrule.tooMany': 'The rule gives more than {most} {most|day|days}. Try a shorter span.',
  'fault.notice.missing': 'This is missing.',
  'fault.notice.day': '“{value}” is not a day that exists. Write it like 10/02/2027.',
  'fault.notice.swap':
    '“{value}” is no pair of days. Write it like 12/02/2027=20/02/2027: the day off, then the day worked.',
  'fault.notice.holiday':
    'There is no holiday “{value}”. Write the year and one of: {kinds}, as in 2027-tet.',
  'fault.notice.holiday-near': 'There is no holiday “{value}”. Perhaps “{suggestion}”.',
  'fault.notice.number': '“{value}” has no figure. Write number and mark, like 6150/TB-BLĐTBXH.',
  'fault.notice.number-long': 'The number is longer than {most} characters.',
  'fault.notice.date':
    'A paper of {value} does not go with days off that end on {last}. Look at day and year again.',
  'fault.notice.no-holiday':
    'No holiday of {title} lies in these days. Look at the days, the year or the key again.',
  'fault.notice.overlap': 'It shares days with {other} ({first} – {last}).',
  'fault.notice.plan':
    'Period “{period}” can no longer be planned: no shift is left. Change its days or delete it first.',
  'holiday-notice.title': 'Notice of a public holiday',
  'holiday-notice.lead':
    'Entered once, when the official paper is there: it takes the place of the guess in every period of the unit. What is published stays until a new version is published.',
  'holiday-notice.field.holiday': 'Holiday',
  'holiday-notice.field.number': 'Number of the paper',
  'holiday-notice.field.date': 'Date of the paper',
  'holiday-notice.field.from': 'First day off',
  'holiday-notice.field.to': 'Last day off',
  'holiday-notice.field.paid': 'Paid days',
  'holiday-notice.field.paid-hint':
    'Left empty, as the law says. Several parted by commas: 05/02/2027, 06/02/2027',
  'holiday-notice.field.swaps': 'Working days swapped',
  'holiday-notice.field.swaps-hint':
    'Day off=day worked, parted by commas: 12/02/2027=20/02/2027. Empty for none.',
  'holiday-notice.enter': 'Enter the notice',
  'holiday-notice.look': 'Look first, write nothing',
  'holiday-notice.another': 'Enter another notice',
  'holiday-notice.summary': 'Periods that rest on the old days: {count}, of them changed: {changed}.',
  'holiday-notice.entered': 'Entered {title}: off {first} – {last}. {source}.',
  'holiday-notice.preview': 'Preview, nothing is written. {title}: off {first} – {last}. {source}.',
  'holiday-notice.paid': 'Paid days: {days}.',
  'holiday-notice.worked': 'Swapped: {off} off, {worked} worked.',
  'holiday-notice.replaced': 'In place of: {title}, {first} – {last} ({status}).',
  'holiday-notice.status.official': 'official',
  'holiday-notice.status.proposal': 'only a proposal',
  'holiday-notice.status.derived': 'inferred from the law',
  'holiday-notice.no-periods': 'No period rests on it.',
  'holiday-notice.period': 'Period “{period}”:',
  'holiday-notice.unchanged': 'no day changes',
  'holiday-notice.day': '{day}: {before} → {after}',
  'holiday-notice.standing.holiday': 'paid holiday',
  'holiday-notice.standing.break': 'day off of the break',
  'holiday-notice.standing.rest': 'day off',
  'holiday-notice.standing.working': 'working day',
  'holiday-notice.shifts': '{added} {added|shift|shifts} more, {removed} fewer',
  'holiday-notice.points': 'burden of the whole period: {before} → {after}',
  'holiday-notice.pins': '{count} {count|pin|pins} on shifts that fall away dropped',
  'holiday-notice.outside': 'not in this period: {days}',
  'holiday-notice.draft':
    'draft: {seats} filled {seats|seat|seats} on shifts that fall away; its old proof no longer holds',
  'holiday-notice.published':
    'published version {number} stays, {seats} {seats|seat|seats} on shifts that fall away; publish a new one',
};
