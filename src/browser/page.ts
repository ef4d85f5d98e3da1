/** On every page of the program. */

import { sendAtOnce } from './at-once.ts';
import { helpWithDates } from './dates.ts';
import { openFolds } from './folds.ts';

sendAtOnce();
openFolds();
helpWithDates();
