/** English sentences: official documents, as an unofficial rendering of them, and sheets posted or handed out. */

import type { documentsVi } from '../vi/documents.ts';

export const documentsEn: Record<keyof typeof documentsVi, string> = {
  'document.nation': 'SOCIALIST REPUBLIC OF VIETNAM',
  'document.motto': 'Independence - Freedom - Happiness',
  'document.number': 'No. {number}',
  'document.place-date': '{place}, {date}',
  'document.date': '{day}/{month}/{year}',
  'document.moment': '{hour}:{minute} on {date}',
  'document.moment-lunar': '{hour}:{minute} on {date} ({lunar})',
  'document.pages': 'page {page}/{of}',
  'document.code': 'code {code}',
  'document.scan-current': 'Scan for the newest version',
  'document.total': 'Total',

  'document.type.notice': 'Notice',
  'document.type.dispatch': 'Official letter',
  'document.about-short': 'Re: {subject}',
  'document.addressee': 'To: {addressee}',
  'document.recipient.above': 'As above',
  'document.body.opening.dispatch':
    'As directed on continuous operation and information security during {occasion}, {unit} reports its duty list as follows:',
  'document.body.closing.dispatch': '{unit} reports respectfully./.',
  'document.type.plan': 'Plan',
  'document.type.decision': 'Decision',
  'document.urgency.urgent': 'URGENT',
  'document.urgency.very-urgent': 'VERY URGENT',
  'document.urgency.immediate': 'IMMEDIATE',
  'document.head': 'Chairperson',
  'document.authority': 'Head of unit',
  'document.subject': 'Duty to keep information systems secure during {occasion}',
  'document.about': 'On {subject}',
  'document.decides': 'DECIDES:',
  'document.article': 'Article {number}.',

  'document.recipients': 'Recipients:',
  'document.recipient.parent': '{parent} (to report)',
  'document.recipient.leaders': "The unit's leaders",
  'document.recipient.listed': 'Everyone named in the list',
  'document.archive': '- File: {archive}.',

  'document.annex': 'Annex {numeral}',
  'document.annex-of': '(With {type} no. {number} of {date},',
  'document.annex-of-unit': '{unit})',
  'document.list-title': 'Duty list for {occasion}',
  'document.phones-title': 'Telephone numbers of those on duty',
  'document.note': 'Note: {note}',
  'document.hours': '{range} h',
  'document.column.day': 'Day',
  'document.column.job': 'Title',
  'document.column.title': 'Title, department',

  'document.body.opening.notice':
    'To keep its systems running and secure throughout {occasion}, {unit} gives notice of duty as follows:',
  'document.body.opening.plan':
    'To keep its systems running and secure throughout {occasion}, {unit} plans duty as follows:',
  'document.body.span': 'from {from} to {to}',
  'document.body.all-hours': 'around the clock, {span}',
  'document.body.time': 'Time of duty: {time}.',
  'document.body.annex': 'Duty list: see the Annex.',
  'document.body.annexes': 'Duty list: see Annex I. Telephone numbers of those on duty: see Annex II.',
  'document.body.duty':
    'Those on duty come on time and hand over in full; those on standby stay within reach and come when called. A swap needs the consent of the unit’s leaders beforehand.',
  'document.body.effect': 'This decision takes effect on the day it is signed.',
  'document.body.carry-out':
    'Departments and everyone named in the list are responsible for carrying out this Decision.',
  'document.body.closing.notice':
    '{unit} informs departments and everyone named in the list, who act accordingly.',
  'document.body.closing.plan':
    '{unit} asks departments and everyone named in the list to carry out this Plan.',

  'document.wall.distance': 'Names can be read from {metres} m.',
  'document.code.leader': 'L',
  'document.grid.title': '{title} by person',
  'document.grid.shifts': 'Shifts',
  'document.grid.hours': 'Hours',
  'document.grid.nights': 'Nights',
  'document.grid.points': 'Points',
  'document.grid.codes': 'Codes',

  'document.column.post': 'Post',
  'document.slip.shift-only': 'Shift',
  'document.column.department': 'Department',
  'document.column.note': 'Note',
  'document.standby-note': 'Standby, at home',
  'document.slip.sums': '{shifts} {shifts|shift|shifts}, {hours}, {nights} of them {nights|a night|nights}.',
  'document.slip.shift': 'Shift, post',
  'document.slip.with': 'With',
  'document.slip.handover': 'Hand over to',
  'document.slip.feed': 'Put your shifts into your phone’s calendar',
  'document.slip.feed-how':
    'Scan to subscribe to your own calendar; it follows changes of the roster within hours.',
  'document.slip.feed-secret': 'This code is yours alone; do not pass it on.',
  'document.call': 'In an incident, call',

  'document.calls.title': 'Whom to call in an incident',
  'document.calls.on-site': 'On site',
  'document.calls.standby': 'On standby, comes when called',
  'document.calls.systems': 'Watches: {systems}',
  'document.calls.leader': 'Decides when a system must be cut off or superiors told',
  'document.calls.tier.watch': 'Watch',
  'document.calls.tier.response': 'Incident response',
  'document.calls.tier.leader': 'Leaders on duty',
  'document.calls.tier.premises': 'Premises',
  'document.calls.contacts': 'Contacts outside',

  'document.attendance.title': 'Attendance, {period}',
  'document.attendance.working': 'Working days',
  'document.attendance.rest': 'Rest days',
  'document.attendance.holiday': 'Holidays',
  'document.attendance.day': 'Day',
  'document.attendance.night': 'Night',
  'document.attendance.total': 'Hours on site',
  'document.attendance.standby': 'Standby hours',
  'document.attendance.lieu': 'Days in lieu',
  'document.attendance.sign': 'Signature',
  'document.attendance.taken': 'Of these taken',
  'document.attendance.note.taken':
    'Hours are of the roster as it stands now, replacements counted. “Taken” are hours of shifts that people confirmed themselves; all others are as planned only, seat by seat on the next page.',
  'document.attendance.lines': 'Duties one by one, {period}',
  'document.attendance.lines.sum':
    'Taken {confirmed} of {count}; as planned only {planned}; still ahead {ahead}',
  'document.attendance.line.day': 'Day',
  'document.attendance.line.shift': 'Shift',
  'document.attendance.line.post': 'Post',
  'document.attendance.line.person': 'Person',
  'document.attendance.line.stood': 'Taken',
  'document.attendance.line.note': 'Note',
  'document.attendance.as.confirmed': 'Taken {time}',
  'document.attendance.as.planned': 'As planned only',
  'document.attendance.as.ahead': 'Still ahead',
  'document.attendance.instead': 'Instead of {name}',
  'document.attendance.note':
    'Night is from 22:00 to 06:00. Hours count on the day they fall on; a shift over midnight is split. Time in lieu: {hours} {hours|hour|hours} on site earn one day, rounded to half days; standby is not counted.',

  'document.failure.busy': 'The server is writing many documents just now. Try again in a few minutes.',
  'document.failure.slow': 'This document took too long and was stopped. Try one person or a shorter period.',

  'fault.document.day': 'There is no day “{value}”. Perhaps write 2027-01-25.',
  'fault.document.symbol':
    'The symbol “{value}” may only have letters, digits and hyphens, no spaces. Perhaps write TB-TTCNS.',
};
