/** What the server does beside its visits: writes down uses of tokens, tells web hooks, reads busy calendars. */

import type { App } from '../app/app.ts';
import { deliverMessages } from '../app/deliver-messages.ts';
import { importBusyCalendars } from '../app/import-busy-calendars.ts';
import { recordUses } from '../app/record-uses.ts';
import { createOutbound, type OutboundSettings } from '../net/outbound.ts';
import type { Errand } from './background.ts';

const USES_RECORDED_MS = 60_000;
const MESSAGES_SENT_MS = 2_000;
/** A few at a time, each once a day. */
const CALENDARS_READ_MS = 60_000;

export function serverErrands(app: App, settings: OutboundSettings): Errand[] {
  const send = createOutbound(settings);
  return [
    { name: 'token uses', everyMs: USES_RECORDED_MS, last: true, run: () => recordUses(app) },
    { name: 'web hooks', everyMs: MESSAGES_SENT_MS, run: () => deliverMessages(app, send) },
    { name: 'busy calendars', everyMs: CALENDARS_READ_MS, run: () => importBusyCalendars(app, send) },
  ];
}
