/** What runs on someone's own page: the countdown, and what their device keeps and is told. */

import './countdown.ts';
import './device.ts';
