/** English sentences: people's own calendars, and the leave found in them. */

import type { staffCalendarsVi } from '../vi/staff-calendars.ts';

export const staffCalendarsEn: Record<keyof typeof staffCalendarsVi, string> = {
  'busy-page.title': 'My own calendar',
  'busy-page.title.any': 'People’s own calendars',
  'busy-page.person': 'Whose',
  'busy-page.choose': 'Show',
  'busy-page.kept-secret': 'The address is kept secret',
  'busy-page.text':
    'Lets your own calendar be read for when you are busy: at most once a day, keeping beginnings and ends and no titles. It only proposes leave; it counts once whoever makes the rota takes it.',
  'busy-page.address': 'The calendar’s .ics address',
  'busy-page.address-hint':
    'Google: settings of the calendar → Secret address in iCal format. iPhone: share as a public calendar. Outlook: Publish calendar, ICS.',
  'busy-page.keep': 'Start reading',
  'busy-page.replace': 'Replace the address',
  'busy-page.remove': 'Stop reading',
  'busy-page.remove-text': 'Forgets the address and all proposals; leave already taken stays.',
  'busy-page.not-yet': 'Not read yet; the first reading comes within minutes.',
  'busy-page.read': 'Read at {at}.',
  'busy-page.failed': 'Could not be read at {at}: {why}',
  'busy-page.kept': 'What was read at {at} is kept.',
  'busy-page.partly': 'Places in it that cannot be read: {count}.',
  'busy-page.notes': 'What could not be read as it is written:',
  'busy-page.its-host': 'The calendar’s server',
  'busy-page.found': 'Busy in time to come',
  'busy-page.found-text': 'Seen only by you and by whoever makes the rota.',
  'busy-page.none': 'Nothing busy was found.',
  'busy-page.nobody':
    'This account belongs to nobody on the staff list. The administrator of the unit can connect it.',
  'busy-page.day': '{day}, all day',
  'busy-page.days': '{from} – {to}, all day',
  'busy-page.hours': '{day}, {range}',
  'busy-page.stretch': 'from {from} to {to}',
  'busy-page.back': 'Back to preparing the period',
  'busy-page.proposals.waiting':
    '{count} {count|proposal|proposals} of leave from own calendars {count|waits|wait} to be taken.',
  'busy-page.proposals.open': 'Look at them',
  'busy-page.proposals.title': 'Proposed leave, {period}',
  'busy-page.proposals.text':
    'From calendars people let be read. What you take becomes leave of this period as if written by hand; what you leave does not count.',
  'busy-page.proposals.taken': 'is leave already',
  'busy-page.proposals.accept': 'Take as leave',
  'busy-page.proposals.added': '{lines} {lines|line|lines} of leave added.',
  'busy-page.proposals.free': 'Not busy during this period.',
  'busy-page.proposals.none': 'Nobody of this period lets a calendar be read.',
};
