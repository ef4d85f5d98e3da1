/** English sentences: the printed sheet and the files made from it. */

import type { sheetVi } from '../vi/sheet.ts';

export const sheetEn: Record<keyof typeof sheetVi, string> = {
  'sheet.title': 'Duty roster, {period}',
  'sheet.title.duty': 'Roster, {period}',
  'sheet.span': 'From {from} ({fromLunar}) to {to} ({toLunar})',
  'sheet.version': 'Version {number}',
  'sheet.draft': 'Draft',
  'sheet.replaces': 'replaces version {number} of {date}',
  'sheet.superseded': 'SUPERSEDED BY VERSION {number}',
  'seat.uncovered': 'Not assigned',
  'seat.away': '{name} is away, someone is needed',
  'seat.wanted': 'One more wanted',
  'sheet.phones': 'Phone numbers',
  'sheet.note.night': 'A night shift counts to the day on which it begins.',
  'sheet.note.provisional': 'Provisional: the days off of {holiday} are not officially announced yet.',
  'sheet.sign.maker': 'PREPARED BY',
  'sheet.sign.head': 'APPROVED BY HEAD OF UNIT',

  'sheet.column.number': 'No.',
  'sheet.column.weekday': 'Weekday',
  'sheet.column.date': 'Date',
  'sheet.column.lunar': 'Lunar date',
  'sheet.column.named': 'Holiday',
  'sheet.column.post': 'Post',
  'sheet.column.shift': 'Shift',
  'sheet.column.hours': 'Hours',
  'sheet.column.name': 'Name',
  'sheet.column.phone': 'Phone',

  'fault.roster.syntax': 'The file is not JSON. It may have been cut short; write it again with rota solve.',
  'fault.roster.format': 'The file is not a roster written by this program. It may be the wrong file.',
  'fault.roster.newer':
    'A newer version of the program wrote this file (form {value}, this one reads up to form {most}). Try updating the program.',
  'fault.roster.shape':
    'This entry has the wrong type or is missing. Try writing the file again with rota solve.',
  'fault.roster.period':
    'This roster belongs to the period “{value}”, not to “{period}”. It may be the wrong file.',
  'fault.roster.shift':
    'The period has no shift “{value}”. The roster may have been made before unit.json was changed.',
  'fault.roster.shift-near': 'The period has no shift “{value}”. It may be “{suggestion}”.',
  'fault.roster.shift-twice': 'The shift “{value}” stands twice. Try deleting one.',
  'fault.roster.staff': 'Nobody in the staff list has the id “{value}”.',
  'fault.roster.staff-near': 'Nobody has the id “{value}”. It may be “{suggestion}”.',
  'fault.roster.staff-twice': 'The person with id “{value}” stands twice in one shift. Try deleting one.',
  'fault.roster.place-twice': 'Place {value} of the shift has two people. Try changing the place of one.',
  'fault.beside.unit':
    'This roster is of the unit "{value}", not "{unit}". You could look whether it is the right file.',
  'fault.beside.period':
    'This roster is of the period "{value}" itself. You could give --beside the roster of another one.',
  'fault.beside.twice':
    'The roster of the period “{value}” is in {other} already. Give one file for each period.',
  'warning.beside.covered':
    'The period “{period}” has {count} {count|shift|shifts} of the same post at the same hours as this one, first {post} {day}. Published, this one must say that it replaces those hours: --replaces {id}.',
  'fault.beside.span':
    'The hours of this shift cannot be read, or it ends before it begins. You could write the file anew with rota solve.',
  'warning.beside.person':
    '{name} (code "{value}") is not on the staff list of this period. The duties stand, but are held against nobody. If it is the same person, you could use the same code.',
};
