/** Between two stretches of duty a person has so many days off in a row. */

import { leastRun } from './least-run.ts';

export const leastDaysOff = leastRun({ code: 'least-days-off', state: 'off' });
