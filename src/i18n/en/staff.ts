/** English sentences: the staff list, one person's page, leave and wishes, taking in a list from a file. */

import type { staffVi } from '../vi/staff.ts';

export const staffEn: Record<keyof typeof staffVi, string> = {
  'error.availability.no-part':
    'This person takes no part in the period. You can ask a rota maker to add them first.',
  'error.availability.missing': 'This line of leave or wish is gone. You can load the page again.',
  'error.availability.late':
    'The time to enter leave and wishes of your own for this period is over. You can ask a rota maker to enter it.',
  'error.availability.published':
    'The roster of this period is published; a further wish cannot change it. You can ask for a swap.',
  'error.availability.too-many':
    'One person has at most {most} {most|line|lines} ahead. You can join neighbouring days into one line.',
  'error.availability.outside':
    'This day is outside the period and touches no shift. The month or the year may be a slip.',
  'error.availability.far':
    'This day is too far away: from three months back to three years ahead. Perhaps the year is a slip.',
  'warning.availability.outside': 'This day lies outside the period; it is kept for the person all the same.',
  'error.staff.id-taken': 'The code “{id}” is {name}’s already. You can use another one.',
  'error.staff.name-taken':
    'The list has {name} with the code “{id}” already. For two people of one name, type another code; someone who left the list can be brought back.',
  'error.staff.not-left':
    'This person is still on the list. You can take them off it before erasing personal data.',
  'error.period.over': 'The period is over, so nobody can be added or taken out.',
  'fault.workbook.unreadable':
    'This file cannot be read: it is damaged or has a password. You can open it, save it as .xlsx without one, or copy the cells and paste them.',
  'fault.workbook.other':
    'This kind of file cannot be read. Excel (.xlsx, .xls), OpenDocument (.ods), Word (.docx) and CSV can; you may save it as .xlsx.',
  'fault.workbook.bomb':
    'The file unpacks to far too much. You can remove pictures and spare sheets and save it again.',
  'fault.workbook.sheets':
    'The workbook has more than {most} sheets. You can copy the list into a workbook of its own.',
  'fault.import.nothing':
    'No file was chosen and nothing was pasted. You can copy the cells in Excel and paste them here.',
  'fault.import.name-column':
    'No column is said to be the full name. You can choose “Full name” at the head of that column.',
  'fault.import.column-twice':
    'Two columns are said to be “{heading}”. You can choose again, or leave one out.',
  'fault.import.skill-near': '“{skill}” is a new skill. It may be meant as “{suggestion}”.',
  'fault.import.namesake':
    'The list has {name} with the code “{id}” already. If it is the same person, use that code.',
  'staff.title': 'Staff',
  'staff.count': '{count} {count|person|people}',
  'staff.file': 'staff',
  'staff.search': 'Find people, with or without diacritics',
  'staff.search-submit': 'Find',
  'staff.none-found': 'Nobody matches “{asked}”.',
  'staff.none-found-now': 'Nobody matches.',
  'staff.download': 'Download',
  'staff.download-xlsx': 'Excel (XLSX)',
  'staff.download-csv': 'CSV',
  'staff.import': 'Import a list',
  'staff.add': 'Add a person',
  'staff.newcomer': 'Newcomer',
  'staff.share': '{share} of full time',
  'staff.column.name': 'Name, by given name',
  'staff.column.shifts': 'Shifts',
  'staff.column.points': 'Points',
  'staff.figures': 'Shifts and points are of published rosters of the last 12 months and those ahead.',
  'staff.empty.title': 'Nobody is on the list yet',
  'staff.empty.text':
    'Import a whole list from an Excel or CSV file, paste it from Excel, or add people one by one.',
  'staff.leavers': 'Left the list: {count}',
  'staff.leavers-text':
    'These people are not planned in coming periods. Published rosters keep their names until an administrator erases their personal data. An account, if any, is removed separately.',
  'staff.left-at': 'left the list at {at}',
  'staff.restore': 'Bring back',
  'staff.restore-who': 'Bring {name} back to the list',
  'staff.erase': 'Erase personal data',
  'staff.erase-who': 'Erase the personal data of {name}',
  'staff.erase-text':
    'Name, phone, mail and account are erased from the list and from every published roster, for good. Shifts and points stay under a nameless code.',
  'staff.erase-confirm': 'Erase for good',
  'staff.done.saved': '{name} was added.',
  'staff.done.removed': '{name} was taken off the list and out of periods that have not begun.',
  'staff.done.restored': '{name} is back on the list. They can be added to a period on their own page.',
  'staff.done.imported': 'Imported: {added} new, {changed} changed, {removed} left the list.',
  'staff.field.id': 'Code',
  'staff.field.name': 'Full name',
  'staff.field.title': 'Job title',
  'staff.field.department': 'Department',
  'staff.field.phone': 'Phone',
  'staff.field.officePhone': 'Office phone',
  'staff.field.cross': 'Skill (column of crosses)',
  'staff.field.email': 'Email',
  'staff.field.skills': 'Skills',
  'staff.field.homeProvince': 'Home province',
  'staff.field.newcomer': 'Newcomer',
  'staff.field.share': 'Share of full time',
  'staff.field.shifts': 'Max shifts',
  'staff.field.hours': 'Max hours',
  'staff.field.nights': 'Max nights',
  'staff.form.new': 'Add a person',
  'staff.form.edit': 'Edit {name}',
  'staff.form.about': 'Person and place of work',
  'staff.form.duty': 'What duty they can stand',
  'staff.form.limits': 'Time and own limits',
  'staff.form.limits-text': 'Limits count per period. Left empty, only the common rules apply.',
  'staff.form.more-skills': 'More skills',
  'staff.form.skills-hint':
    'Separated by commas, such as: monitoring, leader. Posts look for people by these words.',
  'staff.form.newcomer': 'Newcomer: never alone on a shift',
  'staff.form.newcomer-hint': 'A newcomer’s shift needs someone beside them who is none.',
  'staff.form.officePhone-hint': 'With its extension if there is one: 024 3825 1234 ext 105.',
  'staff.form.share-hint': '1 is full time; 0.5 or 50% is half.',
  'staff.form.id-hint':
    'The unit’s own code, if there is one. Left empty, it is made of the name; it cannot be changed later.',
  'staff.form.save': 'Save',
  'staff.form.cancel': 'Cancel',
  'staff.remove.title': 'Take off the list',
  'staff.remove.text':
    'This person is no longer planned in periods that have not begun; leave, wishes and pins there go too, and feed and private links of theirs end. Published rosters stay as they are. You can bring them back at any time.',
  'staff.remove.seats': 'Published shifts still to come: {count}',
  'staff.remove.seats-more': 'and {count} more',
  'staff.remove.seats-text':
    'What is published does not change by itself. The next page helps to find someone else for each shift.',
  'staff.remove.account':
    'Also end what their account, if they have one, is in the unit, their sessions, and the calendar links they made',
  'staff.remove.submit': 'Take off the list',
  'staff.import.title': 'Import a staff list',
  'staff.import.lead':
    'Look at every row before anything is written. One person a row; only the full name is needed.',
  'staff.import.sample': 'Download a file with the headings',
  'staff.import.file-title': 'From a file',
  'staff.import.file': 'Excel (.xlsx, .xls), OpenDocument (.ods), Word (.docx) or CSV file',
  'staff.import.file-hint':
    'At most 5 MB, 5,000 rows. It is shown as soon as it is chosen; sheet, heading row and columns can be chosen again.',
  'staff.import.paste-title': 'Paste from Excel, Word, Google Sheets',
  'staff.import.paste': 'Copied cells',
  'staff.import.paste-hint': 'Select the heading row too, copy, and paste it here.',
  'staff.import.look': 'Preview',
  'staff.import.pasted': 'Pasted cells',
  'staff.import.fault-at': '{place} {fault}',
  'staff.import.at-row': 'Row {row}:',
  'staff.import.at-cell': 'Row {row}, column {column}:',
  'staff.import.broken': 'The table shown before cannot be read again. You can start over.',
  'staff.import.again': 'Choose another file',
  'staff.import.source': '{name}: {rows} {rows|row|rows}. Nothing is written until you import.',
  'staff.import.counts': 'What the comparison found',
  'staff.import.count.again': '{count} repeated',
  'staff.import.verdict.again': 'Repeated',
  'staff.import.count.nothing': '{count} with nothing',
  'staff.import.verdict.nothing': 'Nothing',
  'staff.import.count.ask': '{count} to answer',
  'staff.import.verdict.ask': 'To answer',
  'staff.import.count.new': '{count} new',
  'staff.import.count.back': '{count} coming back',
  'staff.import.count.changed': '{count} changed',
  'staff.import.count.same': '{count} as before',
  'staff.import.count.fault': '{count} {count|row|rows} with faults',
  'staff.import.verdict': 'Result',
  'staff.import.verdict.new': 'New',
  'staff.import.verdict.back': 'Back',
  'staff.import.verdict.changed': 'Changed',
  'staff.import.verdict.same': 'As before',
  'staff.import.verdict.fault': 'Fault',
  'staff.import.row': 'Row',
  'staff.import.table': 'Preview of the table',
  'staff.import.was': 'before: {value}',
  'staff.import.check': 'Check again',
  'staff.import.take': 'Import {added} new, change {changed}',
  'staff.import.take-nothing': 'Nothing to write, done',
  'staff.import.missing': '{count} {count|person|people} on the list {count|is|are} not in this table',
  'staff.import.remove-missing': 'Take these people off the list',
  'staff.import.remove-missing-hint': 'Left unticked, they stay as they are.',
  'staff.import.join': 'New people take part at once in periods that have not begun',
  'staff.import.join-hint':
    'The roster in work is kept, but it is no longer certified, as there are more people.',
  'staff.import.refused.faults': 'Nothing was imported: there are faults in the table.',
  'staff.import.refused.moved-on':
    'Nothing was imported: someone has just changed the list. The table below was compared anew; look it over and import once more.',
};
