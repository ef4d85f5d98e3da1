/** English sentences: taking in any list, what was read how, what is asked. */

import type { importsVi } from '../vi/imports.ts';

export const importsEn: Record<keyof typeof importsVi, string> = {
  'import.column': 'Column {number} ({heading}) is',
  'import.skip': '(left out)',
  'import.faulty':
    'Nothing is taken in yet: {faults} places to mend, {asked} questions to answer. Mend in the cell, choose an answer, or drop the row, then check again.',
  'import.hidden': '{count} more rows with nothing to look at are not shown here.',
  'import.drop': 'Drop this row',
  'import.drop-row': 'Drop row {row}',
  'import.take-row': 'Take this row',
  'import.take-row-number': 'Take row {row}',
  'import.cell': 'Row {row}, {column}',
  'import.sheet': 'Sheet',
  'import.sheet-option': '{name} ({rows} {rows|row|rows})',
  'import.sheet-hidden': '{name} (hidden, {rows} {rows|row|rows})',
  'import.table-number': 'Table {number}',
  'import.heading': 'Heading row',
  'import.no-heading': 'No headings',
  'import.heading-row': 'Row {row}: {words}',
  'import.told.sheets': 'One sheet is read. Other sheets of the file: {names}.',
  'import.told.hidden-sheets':
    'Hidden sheets are not read: {names}. Choose one under “Sheet” if you need it.',
  'import.told.hidden-sheet': 'This is a hidden sheet of the file.',
  'import.told.hidden-rows':
    '{count} hidden rows of the file are not taken; they are shown below and can be brought in.',
  'import.told.other-lists':
    'This sheet has other lists, with headings in row {rows}; choose one under “Heading row” to take it in.',
  'import.told.parts': 'The list stands in {count} strips side by side; they are read one after the other.',
  'import.told.columns': 'Columns left out: {names}. Choose at the head of a column if you need it.',
  'import.told.unnamed-columns':
    '{count} columns without a heading are left out. Choose at the head of a column if you need it.',
  'import.told.letters.tcvn3':
    'The letters were of the old font TCVN3 (ABC); {cells} cells were turned into Unicode: {samples}.',
  'import.told.letters.vni':
    'The letters were of the old font VNI; {cells} cells were turned into Unicode: {samples}.',
  'import.told.letters.vps':
    'The letters were of the old font VPS; {cells} cells were turned into Unicode: {samples}.',
  'import.keep-case': 'Keep capitals of names as in the file',
  'import.all-same': 'All {count} questions “the same person?” are the same person',
  'import.reads': 'Read as: {record}',
  'import.aside.title': 'Above the list',
  'import.aside.heading': 'Headings again',
  'import.aside.numbering': 'Column numbers',
  'import.aside.section': 'Department',
  'import.aside.total': 'Total',
  'import.aside.signature': 'Signature',
  'import.aside.footer': 'Below the list',
  'import.aside.note': 'Note',
  'import.aside.blank': 'Empty row',
  'import.aside.hidden': 'Hidden row',
  'import.aside.continuation': 'Goes on from above',
  'import.aside.dropped': 'Dropped',
  'import.note.respelt': 'Capitals spelt anew: {name}.',
  'import.note.address': '“{address}” was taken off the name.',
  'import.note.title': '“{title}” was moved to the title.',
  'import.note.no-cross': '“{value}” is no cross and does not count as the skill “{skill}”.',
  'import.note.phone-words': 'The words “{words}” are not kept.',
  'import.note.phone-third': 'Only two numbers are kept; {phone} is not.',
  'import.note.half': '“{word}” is read as {start}–{end}.',
  'import.note.ill': 'Sick leave: the reason is not kept.',
  'import.ask.phone.letters': 'There is an O or an l in “{value}”. Is it {suggestion}?',
  'import.ask.phone.short':
    '“{value}” is too short, at least 9 digits are needed. Mend it, or leave it empty.',
  'import.ask.phone.long': '“{value}” is too long. Mend it; put a ; between two numbers.',
  'import.ask.phone.two': '“{value}” looks like two numbers. Are they {suggestion}?',
  'import.ask.phone.other': '“{value}” is no telephone number known here. Mend it, or leave it empty.',
  'import.ask.day.serial': '“{value}” is a day number of Excel, which is {suggestion}. Is it that day?',
  'import.ask.day.month-first': '“{value}” has the month first. Is it {suggestion}?',
  'import.ask.day.month': '“{value}” does not say which month. Write day and month.',
  'import.ask.day.weekday': '“{value}”: weekday and date do not fit. Mend one of them.',
  'import.ask.day.chap': '“{value}”: that month Chạp has only 29 days. Is it Giao thừa, {suggestion}?',
  'import.ask.who.near': '“{name}” is spelt much like someone on the list. Is it the same person?',
  'import.ask.who.namesakes':
    '{count} {count|person|people} on the list {count|is|are} called “{name}”. Who is this?',
  'import.ask.who.twice': '“{name}” stands in row {row} already. Is it the same person?',
  'import.ask.leave.who': 'Who is “{value}”?',
  'import.ask.leave.half': '“{value}”: which half of the day?',
  'import.ask.leave.code': 'What does “{value}” mean in this table?',
  'import.answer.is': 'The same person: {name}',
  'import.answer.again': 'The same person, drop this row',
  'import.answer.new': 'Someone else: {name}',
  'import.answer.am': 'Morning',
  'import.answer.pm': 'Afternoon',
  'import.answer.day': 'The whole day',
  'import.answer.leave': '“{value}” is leave',
  'import.answer.none': '“{value}” is not leave',
  'fault.document.no-table':
    'This Word file has no table. You can make one and save it, or copy the list and paste it.',
  'fault.workbook.password':
    'The file has a password and cannot be read. Open it, save it without one, then take it in.',
};
