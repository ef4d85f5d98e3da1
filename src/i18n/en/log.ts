/** English sentences: the log of the watch. */

import type { logVi } from '../vi/log.ts';

export const logEn: Record<keyof typeof logVi, string> = {
  'error.log.off':
    'The unit does not use this. Whoever makes the roster turns it on in Settings, under On watch.',
  'error.log.words': 'A line of the log needs words, {most} characters at most.',
  'error.log.old':
    'This line was written more than {days} {days|day|days} ago and cannot enter the log any more. A new line can tell of it.',
  'error.log.key': 'The line was sent with a code that is not one. Load the page again and write it anew.',
  'error.log.taken':
    'The code of the line belongs to a line of someone else. Load the page again and write it anew.',
  'error.log.pictures': 'A line holds {most} pictures at most.',
  'error.log.no-entry': 'There is no line {number} in the log of the unit.',
  'error.log.months':
    'Keeping is from {least} to {most} months; incidents and handovers at least as long as the rest.',
  'error.check.not-due':
    'This check is not due at that moment, or is off the list by now. Load the page again.',
  'error.check.words': 'This check asks for words: write what you see.',
  'error.check.figure': 'A number is needed, such as 23.5.',
  'error.check.many': 'A unit has {most} checks at most.',
  'error.check.name': 'A check needs a name of at most 200 characters.',
  'error.check.times': '“{name}”: the times are not right. They can be written as 08:00, 14:00.',
  'error.check.limits': '“{name}”: the limits are not right, the lower is above the upper.',
  'error.check.within': '“{name}”: the time to answer is from 5 minutes to 12 hours.',
  'error.handover.missing': 'The roster in force has no such shift, or it ended more than 7 days ago.',
  'error.handover.not-outgoing': 'Only people of the shift that ends give it.',
  'error.handover.not-incoming': 'Only people of the next shift receive it.',
  'error.handover.own':
    'Nobody receives what they gave themselves. Someone else of the next shift receives it.',
  'error.handover.not-given': 'The shift before has not given it yet.',
  'error.handover.not-leader': 'Only the leader on duty, or whoever approves rosters, writes a remark.',
  'error.handover.too-early': 'The shift has more than an hour to go.',
  'error.handover.reason': 'A missed check wants a reason.',
  'error.handover.remarks': 'Received with remarks: write them.',
  'notice.subject.alert': 'An alert waits for you',
  'notice.line.alert': '{about}, at {at}. Your shift: {shift}.',
  'notice.subject.missed': 'A check was missed',
  'notice.line.missed': '{about}, due {at}, shift {shift}: nobody answered.',
  'notice.subject.unsigned': 'A shift is not signed for',
  'notice.line.unsigned': 'A quarter of an hour after the end of shift {shift} nobody has received it.',
  'cli.log.summary': 'Proves the watch log: no line changed, removed or slipped in',
  'cli.log.none': 'No unit has a watch log yet.',
  'cli.log.empty': 'The log has no lines yet.',
  'cli.log.intact':
    'The log is intact: {entries} {entries|line|lines}, {from} to {until}, no number missing.',
  'cli.log.changed': 'Line {number} is not as it was written.',
  'cli.log.missing': 'Lines before {number} are gone, or line {number} was slipped in.',
  'cli.log.picture': 'A picture of line {number} was changed or removed.',
  'cli.log.start': 'The mark where the chain begins (after line {number}) was removed or changed.',
  'cli.log.end':
    'The chain has to end at line {number}: the mark of its end was changed, or the last lines are gone.',
  'cli.log.purged':
    '{count} {count|line is|lines are} past the time of keeping: number and code are left, the words are gone.',
};
