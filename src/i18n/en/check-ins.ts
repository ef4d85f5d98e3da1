/** English sentences: reminders of shifts, taking them, and how each person is told. */

import type { checkInsVi } from '../vi/check-ins.ts';

export const checkInsEn: Record<keyof typeof checkInsVi, string> = {
  'notice.subject.shift-evening': 'You have a shift tomorrow',
  'notice.subject.shift-hour': 'Your shift begins within the hour',
  'notice.subject.late': 'A shift has not been taken',
  'notice.title.late': '{name} has not taken the shift',
  'notice.line.late': 'The shift {shift} began 15 minutes ago. Call, or find someone else.',
  'check-in.ask': 'Your shift',
  'check-in.text': 'Touch when you begin. Where you are is not noted.',
  'check-in.take': 'Take the shift',
  'check-in.taken': 'You took the shift at {stamp}.',
  'check-in.has': 'taken',
  'check-in.who': 'Who are you?',
  'check-in.done': 'Noted: the shift is taken.',
  'check-in.nobody': 'There is no shift to take now.',
  'check-in.scan': 'scan this code',
  'check-in.qr': 'QR code to take a shift',
  'check-in.failure.not-now': 'This shift is not yours, or not to be taken yet, or over.',
  'check-in.failure.code': 'The code on the wall has changed. Scan the one shown now.',
  'outbox.reminders': 'Remind the evening before and an hour ahead of a shift',
  'outbox.check-in':
    'Ask people to take their shifts; tell the leader on duty of one not taken within 15 minutes',
  'ways.title': 'How I am told',
  'ways.text':
    'The bell always has everything. Choose what else, and for what. Where someone is needed at once, word is always sent.',
  'ways.channel.mail': 'Mail',
  'ways.channel.push': 'Push',
  'ways.channel.hook': 'Zalo, text',
  'ways.kind.roster': 'Roster out, shift changed',
  'ways.kind.reminder': 'Reminder to confirm',
  'ways.kind.swap': 'Swaps',
  'ways.kind.shift': 'Shift about to begin',
  'ways.evening': 'Remind me the evening before, where the unit does',
  'ways.hour': 'Remind me an hour ahead, where the unit does',
  'ways.quiet-from': 'Quiet from',
  'ways.quiet-to': 'to',
  'ways.quiet-text':
    'In quiet hours, what is not urgent waits until they are over. Leave both empty for none.',
  'ways.fault': 'That is no time of day. Write it as 22:00, or leave both empty.',
  'notice.need': 'Find someone else',
};
