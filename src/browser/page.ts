/** On every page of the program. */

import { sendAtOnce } from './at-once.ts';

sendAtOnce();
