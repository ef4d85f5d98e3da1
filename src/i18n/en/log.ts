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
