/** Whoever comes on duty stays for so many days in a row: for posts that people travel to. */

import { leastRun } from './least-run.ts';

export const leastConsecutiveDays = leastRun({ code: 'least-consecutive-days', state: 'on' });
