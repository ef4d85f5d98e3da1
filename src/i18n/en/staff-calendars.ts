/** English sentences: people's own calendars, and leave that waits for consent. */

import type { staffCalendarsVi } from '../vi/staff-calendars.ts';

export const staffCalendarsEn: Record<keyof typeof staffCalendarsVi, string> = {
  'busy-page.title': 'My own calendar',
  'busy-page.title.any': 'People’s own calendars',
  'busy-page.person': 'Whose',
  'busy-page.kept-secret': 'The address is kept secret',
  'busy-page.text':
    'Lets your own calendar be read for when you are busy: at most once a day, keeping beginnings and ends and no titles. What is busy is asked for as leave; it counts once whoever makes the rota agrees.',
  'busy-page.address': 'The calendar’s .ics address',
  'busy-page.address-hint':
    'Google: settings of the calendar → Secret address in iCal format. iPhone: share as a public calendar. Outlook: Publish calendar, ICS.',
  'busy-page.keep': 'Start reading',
  'busy-page.replace': 'Replace the address',
  'busy-page.remove': 'Stop reading',
  'busy-page.remove-text':
    'Forgets the address and all leave nobody has answered yet; leave already granted stays.',
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
  'leave.waiting.title': 'Leave waiting for consent',
  'leave.waiting.text':
    'Asked for by people themselves, or found busy in their own calendars. What you agree to becomes leave and no shift is put there; what you refuse is answered to who asked.',
  'leave.waiting.yes': 'Agree',
  'leave.waiting.no': 'No',
  'leave.waiting.granted': 'Agreed to {count} {count|line|lines} of leave.',
  'leave.waiting.refused': 'Said no to {count} {count|line|lines} of leave.',
  'leave.waiting.free': 'The own calendar shows nothing busy any more.',
  'leave.waiting.none': 'Nobody waits for an answer.',
  'leave.waiting.open': 'See and answer',
  'leave.waiting.in-period':
    '{count} {count|line|lines} of leave in this period {count|waits|wait} for an answer and {count|does|do} not count yet.',
  'leave.waiting.from.person': 'asked for',
  'leave.waiting.from.calendar': 'from the own calendar',
  'leave.waiting.from.unit': 'entered by who makes the rota',
  'leave.waiting.attention': '{name} asks for leave',
  'leave.waiting.attention-more': '{count} more {count|person asks|people ask} for leave',
  'leave.waiting.lines-more': 'and {count} more {count|line|lines}',
  'leave.state.waiting': 'waits for consent',
  'leave.state.refused': 'not granted',
};
