/** English sentences: what is wrong in files handed over, and what to try. */

import type { faultsVi } from '../vi/faults.ts';

export const faultsEn: Record<keyof typeof faultsVi, string> = {
  'fault.more':
    '{count} more {count|fault|faults} {count|is|are} not listed. Try mending those above and loading again.',
  'fault.file.absent': 'This file is missing. Try adding it to the case folder.',
  'fault.file.absent-near': 'This file is missing. “{suggestion}” may be it: try renaming it.',
  'fault.file.empty': 'The file is empty. It may have been saved before anything was written.',
  'fault.file.too-large': 'The file is over {most} MB, so it is no duty list. Try another file.',
  'fault.file.slow':
    'This file is too intricate: it was still being read when time was up, and nothing was written. Try copying the list alone to a new workbook, or saving it as CSV.',
  'fault.file.memory':
    'This file is too large once opened, and nothing was written. Try copying the list alone to a new workbook, or saving it as CSV.',
  'fault.file.workbook': 'This is an Excel or Word file. Try saving it as “CSV UTF-8” and loading that.',
  'fault.csv.quote-open': 'A double quote opens in this row and never closes. Try closing or deleting it.',
  'fault.csv.too-many-rows':
    'More than {most} {most|row|rows}. Try splitting the file or deleting what is not needed.',
  'fault.csv.too-much-text':
    'The table holds more than {most} letters. Try leaving out columns of long notes, or loading it in parts.',
  'fault.csv.too-many-columns':
    'The row has {columns} {columns|column|columns}, {most} at most. The file may use another delimiter.',
  'fault.csv.cell-too-long':
    'The cell is longer than {most} characters. A closing quote may be missing nearby.',
  'fault.csv.control-mark':
    'There is an unseen control or text-direction character ({code}). Try typing the cell again, or saving the file as CSV UTF-8.',
  'fault.csv.heading-missing':
    'The column {wanted} is missing. Columns found: {value}. Try correcting the heading row.',
  'fault.csv.heading-twice': 'The column “{heading}” stands twice. Try deleting or renaming one.',
  'fault.csv.heading-unknown': 'The column “{value}” is not known and was passed over.',
  'fault.csv.heading-unknown-near':
    'The column “{value}” is not known and was passed over. It may be “{suggestion}”.',
  'fault.csv.row-too-wide':
    'The row has {cells} {cells|cell|cells} under {columns} {columns|heading|headings}; “{value}” is left over. A cell with a comma may need double quotes.',
  'fault.cell.empty': 'This cell needs a value. Try filling it in, or deleting the row.',
  'fault.name.empty': 'The name is missing. Try filling it in, or deleting the row.',
  'fault.name.formula': '“{value}” begins like a formula, not a name. Try pasting the cell as a value.',
  'fault.name.picture': 'The name “{value}” holds a picture, which cannot be printed. Try deleting it.',
  'fault.name.no-letter': '“{value}” has no letter, so it is no name. The columns may have shifted.',
  'fault.name.too-long': 'The name is longer than {most} characters. Two cells may have run together.',
  'fault.day.form': '“{value}” is not a day. Try 06/02/2027 or 2027-02-06.',
  'fault.day.none': 'There is no day {value}. The day or the month may be wrong.',
  'fault.day.month-first':
    '“{value}” has a month over 12. It may have the month first: write day/month/year.',
  'fault.day.serial':
    '“{value}” is an Excel day number. Try formatting the column as a date and saving again.',
  'fault.clock': '“{value}” is not a time of day. Try 06:00 or 22h30.',
  'fault.whole': '“{value}” is not a whole number from {least} to {most}. Try one in that range.',
  'fault.share': '“{value}” is not a share of full time. Try 0.5 or 50%, at most 1.',
  'fault.yes-no': '“{value}” is neither yes nor no. Try “x”, or leave it empty.',
  'fault.phone':
    '“{value}” is not a phone number: at least 9 digits, only digits, spaces and +. If the cell holds two numbers, keep one.',
  'fault.phone.nought':
    '“{value}” lacks its leading 0 and was read as {phone}. Try formatting the phone column as text.',
  'fault.phone.area': '“{value}” has no area code, so a mobile cannot dial it. Try 024 3825 1234.',
  'fault.email': '“{value}” is not a mail address. Try name@unit.example.',
  'fault.staff.none': 'The list holds nobody. The rows may stand above the heading row.',
  'fault.staff.id-form':
    'The code “{value}” may hold letters, digits, dots, dashes and underscores only, 40 at most. Try leaving out spaces.',
  'fault.staff.id-twice':
    'The code “{value}” is already used in row {earlier}. Try another code for one of them.',
  'fault.staff.name-twice':
    'The name “{value}” is the same as in row {earlier}. If they are two people, add a column “Mã” with different codes; if one, delete a row.',
  'fault.staff.skills': 'The cell holds more than {most} skills. The wrong column may have been pasted.',
  'fault.staff.skill-near': 'No post asks for the skill “{skill}”. It may be “{suggestion}”.',
  'fault.person.none': 'This row names nobody. Try filling in a code or a name.',
  'fault.person.unknown': 'There is no “{value}” in the staff list. Try adding this person to staff.csv.',
  'fault.person.unknown-near': 'There is no “{value}” in the staff list. It may be “{suggestion}”.',
  'fault.person.ambiguous': 'Several people are called “{value}”. Try a code instead: {ids}.',
  'fault.person.mismatch':
    'The code {id} belongs to {name}, not to “{value}”. Try correcting the code or the name.',
  'fault.post.unknown':
    'There is no post “{value}” in unit.json. Try one of its posts, or leave the cell empty.',
  'fault.post.unknown-near': 'There is no post “{value}”. It may be “{suggestion}”.',
  'fault.pattern.unknown': 'There is no shift “{value}”. Write it as post/pattern, as in unit.json.',
  'fault.pattern.unknown-near': 'There is no shift “{value}”. It may be “{suggestion}”.',
  'fault.leave.kind': 'The kind “{value}” is not known. Try “leave”, “wish for” or “wish against”.',
  'fault.leave.kind-near': 'The kind “{value}” is not known. It may be “{suggestion}”.',
  'fault.leave.end-before-start': 'The last day {value} is before the first, {from}. The two may be swapped.',
  'fault.leave.too-long': 'It lasts {days} {days|day|days}, {most} at most. The year may be wrong.',
  'fault.leave.half-time': 'One time is given without the other. Try filling in both, or neither.',
  'fault.ledger.person-none': 'This row names nobody and was left out. Try filling in a code or a name.',
  'fault.ledger.person-unknown': '“{value}” is not in the staff list, so this row was left out.',
  'fault.ledger.person-unknown-near':
    '“{value}” is not in the staff list, so this row was left out. It may be “{suggestion}”.',
  'fault.ledger.person-ambiguous':
    'Several people are called “{value}”, so this row was left out. Try a code: {ids}.',
  'fault.ledger.person-mismatch':
    'The code {id} belongs to {name}, not to “{value}”, so this row was left out.',
  'fault.ledger.twice':
    'This person already has this year in row {earlier}; the two are added up. Delete one if it was copied twice.',
  'fault.json.syntax':
    'Line {line}, column {column}: this is not JSON. A comma, bracket or double quote may be missing or left over.',
  'fault.json.missing': 'This entry is missing. Try adding it to the file.',
  'fault.json.unknown-key': 'There is no entry “{value}”. Try deleting it.',
  'fault.json.unknown-key-near': 'There is no entry “{value}”. It may be “{suggestion}”.',
  'fault.json.choice': '“{value}” is not accepted here. Try one of: {choices}.',
  'fault.json.choice-near': '“{value}” is not accepted here. It may be “{suggestion}” (choices: {choices}).',
  'fault.json.type': 'The value “{value}” is of the wrong kind. See the samples in data/samples.',
  'fault.json.not-text': '“{value}” must be text. Try putting it in double quotes.',
  'fault.json.not-number': '“{value}” must be a number. Try leaving out the double quotes.',
  'fault.json.not-whole': '“{value}” must be a whole number. Try rounding it.',
  'fault.json.not-boolean': '“{value}” must be true or false.',
  'fault.json.not-list': '“{value}” must be a list. Try putting it in [ ].',
  'fault.json.not-object': '“{value}” must be a group of entries in { }.',
  'fault.json.number-small': '{value} is too small; at least {least}.',
  'fault.json.number-big': '{value} is too large; at most {most}.',
  'fault.json.text-small':
    'The text is too short; at least {least} characters. Try filling it in, or leaving the entry out.',
  'fault.json.text-big': 'The text is too long; at most {most} characters.',
  'fault.json.list-small': 'The list is too short; at least {least} entries.',
  'fault.json.list-big': 'The list is too long; at most {most} entries.',
  'fault.json.control-mark':
    'There is an unseen control or text-direction character ({code}). Try typing the value again.',
  'fault.json.id':
    'The id “{value}” may hold lower-case a–z, digits and dashes only, 40 at most. Try “watch-1”.',
  'fault.json.clock': '“{value}” is not a time of day. Try “06:00”.',
  'fault.unit.cover': 'The target ({target}) is below the minimum ({minimum}). The two may be swapped.',
  'fault.unit.hours': '{hours} {hours|hour|hours} is no whole number of minutes. Try 8 or 7.5.',
  'fault.unit.id-twice': 'The id “{id}” is already used above. Try another.',
  'fault.json.day': '“{value}” is not a day. Try “2027-03-01”.',
  'fault.unit.count-anchor':
    'COUNT={count} counts from a fixed day, and there is none. Give “Counted from” (from) as well, such as 2027-03-01.',
  'fault.unit.two-anchors': 'There are two first days: DTSTART {start} and “Counted from” {from}. Keep one.',
  'fault.unit.zone': 'There is no time zone “{value}”. Try “Asia/Ho_Chi_Minh”.',
  'fault.period.instant': '“{value}” is not a moment on a whole minute. Try “2027-02-04T07:00”.',
  'fault.period.end-before-start': 'The end {value} is not after the start {start}. The two may be swapped.',
  'fault.period.too-long': 'The period is longer than {most} {most|day|days}. The year may be wrong.',
  'fault.period.id-taken':
    'The unit “{unit}” has a period of the id “{value}” already. You could choose another, such as “{other}”.',
  'fault.period.two-ends': 'Both “end” and “hours” are given. Try leaving one out.',
  'fault.period.lifted-parts':
    'A period until lifted runs on without parts. Leave out “parts” or “untilLifted”.',
  'fault.period.parts-order':
    'This part begins before the one above it ends. Try sorting them, or correcting the times.',
  'fault.period.no-shifts':
    'The period has no shifts. Its start, its end or the recurrence of the shifts may be wrong.',
  'fault.period.no-shifts-yet':
    'The period has no shift: by its recurrence the next one is on {next}. You could lengthen the period, or change “Counted from”.',
  'fault.period.too-many-shifts':
    'The period may have up to {bound} {bound|shift|shifts}, {most} at most. Try a shorter period or fewer patterns.',
  'fault.period.holiday-unknown':
    'There is no holiday “{value}” at this time. See the keys in data/holidays.',
  'fault.period.holiday-unknown-near':
    'There is no holiday “{value}” at this time. It may be “{suggestion}”.',
  'fault.period.pin-shift-unknown':
    'The pinned shift “{value}” is not in the period. Write it as post/pattern/day.',
  'fault.period.pin-shift-unknown-near':
    'The pinned shift “{value}” is not in the period. It may be “{suggestion}”.',
  'fault.period.past-not-past':
    'The past duty of {day} does not begin before the period. Try making it a pin.',
  'fault.plan.skill-nobody':
    '{post} needs the skill “{skill}”, which nobody has. Try adding it to people in staff.csv.',
  'fault.plan.skill-nobody-near':
    '{post} needs the skill “{skill}”, which nobody has. It may be “{suggestion}”.',
  'fault.plan.too-few':
    '{post} needs {needed} {needed|person|people} a shift, and only {count} {count|qualifies|qualify}. Try adding people, or asking for fewer.',
  'fault.plan.hours-uncovered':
    'No shift of the watch covers {from}–{to}: {count} {count|time|times}, from {first}. You could lengthen the shift before or add one, if the watch goes round the clock.',
  'fault.plan.days-uncovered':
    'No shift of the watch for {hours} {hours|hour|hours} on end, from {from} on {first}. You could look at the recurrence, if the watch goes round the clock.',
  'fault.plan.more-uncovered':
    'There {count|is|are} {count} other {count|stretch|stretches} without a shift of the watch.',
  'fault.plan.patterns-overlap':
    '{post}: the shifts “{first}” and “{second}” overlap, on {day} for one. If not meant, correct their start or hours.',
  'fault.plan.person-no-post':
    '{name} (skills: {skills}) qualifies for no post of this period. Try adding a skill.',
  'fault.plan.leave-whole':
    '{name} is on leave for the whole period and can take no shift. Check the days of leave.',
  'fault.plan.pin-unqualified':
    '{name} is pinned to {post} on {day} without the skills for it. Try adding the skill, or removing the pin.',
  'fault.plan.pin-on-leave':
    '{name} is pinned to {post} on {day} but is on leave. Try removing the pin, or changing the leave.',
};
