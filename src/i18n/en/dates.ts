/** English sentences: choosing a day or an hour beside its field. */

import type { datesVi } from '../vi/dates.ts';

export const datesEn: Record<keyof typeof datesVi, string> = {
  'dates.pick': 'Choose: {field}',
  'dates.month': 'Month {month}, {year}',
  'dates.before': 'Month before',
  'dates.after': 'Month after',
  'dates.done': 'Done',
  'dates.days': '{days} {days|day|days}',
  'dates.hour': 'Hour',
  'dates.minute': 'Minute',
  'dates.night': '22–06 is night',
  'dates.before-start': '{days} {days|day|days} before the start.',
  'dates.swap': 'Swap the two days',
  'dates.use': 'Use {day}',
  'dates.several': 'One day only.',
  'dates.no-time': 'Not a time yet. Write it like 22:00 or 7:30.',
  'dates.no-moment': 'Write both hour and day, like 07:00 05/02/2027.',
};
