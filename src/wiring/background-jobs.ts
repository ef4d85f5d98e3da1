/** What the server does beside its visits: writes down uses of tokens and sessions, tells web hooks and people, reads busy calendars, ends swaps. */

import type { Directory } from '../app/access/directory.ts';
import { disableIdleAccounts } from '../app/access/disable-idle-accounts.ts';
import { followDirectory } from '../app/access/follow-directory.ts';
import { forgetPastSignIns } from '../app/access/forget-past-sign-ins.ts';
import { trimAuditTrail } from '../app/access/read-audit.ts';
import { tellAlerts } from '../app/alerts/tell-alerts.ts';
import type { App } from '../app/app.ts';
import { recordAuditNotes } from '../app/audit-notes.ts';
import { importBusyCalendars } from '../app/availability/import-busy-calendars.ts';
import { tellMissed } from '../app/checks/tell-missed.ts';
import { tellUnsigned } from '../app/handovers/tell-unsigned.ts';
import { type BackupKeeping, keepBackups } from '../app/keep-backups.ts';
import { purgeLogs } from '../app/log/purge-logs.ts';
import { deliverMessages } from '../app/machines/deliver-messages.ts';
import type { Mailer } from '../app/notices/mailer.ts';
import { pushKeysOf } from '../app/notices/push-keys.ts';
import { remindOfShifts } from '../app/notices/remind-of-shifts.ts';
import { forgetOldNotices, sendNotices } from '../app/notices/send-notices.ts';
import { tellDeadlines } from '../app/orders/tell-deadlines.ts';
import { sendReminders } from '../app/overview/send-reminders.ts';
import { extendOpenPeriods } from '../app/periods/extend-open-periods.ts';
import { recordUses } from '../app/record-uses.ts';
import { expireSwaps } from '../app/swaps/expire-swaps.ts';
import { pullOrders } from '../app/upward/pull-orders.ts';
import { sendReportsUp } from '../app/upward/send-reports-up.ts';
import { sendUp } from '../app/upward/send-up.ts';
import type { Config } from '../config.ts';
import { createOutbound, type OutboundSettings } from '../net/outbound.ts';
import { createPusher } from '../net/web-push.ts';
import { backupInThread } from './backup-thread.ts';
import type { BackgroundJob } from './run-background.ts';

const USES_RECORDED_MS = 60_000;
/** Shifts about to begin, or that nobody took. */
const REMINDED_MS = 60_000;
/** Whoever is on duty hears of an alert at once. */
const ALERTS_TOLD_MS = 5_000;
const NOTES_RECORDED_MS = 1_000;
const MESSAGES_SENT_MS = 2_000;
/** A run sends some hundreds: the next begins soon, or a large unit waits for timers. */
const NOTICES_SENT_MS = 500;
/** Mails to the contacts of units that an order asks. */
const REMINDERS_SENT_MS = 5_000;
/** A few at a time, each once a day. */
const CALENDARS_READ_MS = 60_000;
/** Swaps that can come to nothing any more end by the minute. */
const SWAPS_ENDED_MS = 60_000;
/** Days are left when it is time. */
const PERIODS_EXTENDED_MS = 600_000;
/** Who has left, and who is in a group no more. */
const DIRECTORY_FOLLOWED_MS = 900_000;
/** A backup is due once a day; the trail loses what is past its keeping. */
const HOUR_MS = 3_600_000;

/** What of the configuration is read here. */
export type BackgroundJobSettings = OutboundSettings &
  Pick<
    Config,
    | 'databasePath'
    | 'databaseUrl'
    | 'publicUrl'
    | 'backupFolder'
    | 'backupsKept'
    | 'backupRecipients'
    | 'auditKeptDays'
  >;

export interface JobHelp {
  /** Absent where no mail is sent. */
  readonly mailer?: Mailer;
  /** Absent where nobody signs in by a directory. */
  readonly directory?: Directory;
}

export function backgroundJobs(
  app: App,
  settings: BackgroundJobSettings,
  { directory, ...mail }: JobHelp,
): BackgroundJob[] {
  const send = createOutbound(settings);
  const { publicUrl } = settings;
  const contact = publicUrl.replace(/^http:/, 'https:');
  const pusher = createPusher(send, { ...pushKeysOf(app), contact });
  const telling = { ...mail, pusher, send, publicUrl, language: 'vi' } as const;
  return [
    {
      ...{ name: 'token uses', everywhere: true, everyMs: USES_RECORDED_MS, last: true },
      run: () => recordUses(app),
    },
    {
      ...{ name: 'audit notes', everywhere: true, everyMs: NOTES_RECORDED_MS, last: true },
      run: () => recordAuditNotes(app),
    },
    { name: 'web hooks', everyMs: MESSAGES_SENT_MS, run: () => deliverMessages(app, send) },
    { name: 'notices', everyMs: NOTICES_SENT_MS, run: () => sendNotices(app, telling) },
    { name: 'order reminders', everyMs: REMINDERS_SENT_MS, run: () => sendReminders(app, telling) },
    { name: 'answers upwards', everyMs: MESSAGES_SENT_MS, run: () => sendUp(app, send) },
    { name: 'reports upwards', everyMs: MESSAGES_SENT_MS, run: () => sendReportsUp(app, send) },
    { name: 'orders from above', atStart: true, everyMs: REMINDED_MS, run: () => pullOrders(app, send) },
    { name: 'order deadlines', everyMs: REMINDED_MS, run: () => tellDeadlines(app) },
    { name: 'old notices', everyMs: HOUR_MS, run: () => forgetOldNotices(app) },
    { name: 'reminders', everyMs: REMINDED_MS, run: () => remindOfShifts(app) },
    { name: 'alerts', everyMs: ALERTS_TOLD_MS, run: () => tellAlerts(app) },
    { name: 'checks', everyMs: REMINDED_MS, run: () => tellMissed(app) },
    { name: 'handovers', everyMs: REMINDED_MS, run: () => tellUnsigned(app) },
    { name: 'busy calendars', everyMs: CALENDARS_READ_MS, run: () => importBusyCalendars(app, send) },
    {
      name: 'periods until lifted',
      atStart: true,
      everyMs: PERIODS_EXTENDED_MS,
      run: () => extendOpenPeriods(app),
    },
    { name: 'swaps', everyMs: SWAPS_ENDED_MS, run: () => expireSwaps(app) },
    ...(directory ? [following(app, directory)] : []),
    ...backups(app, settings),
    {
      name: 'audit',
      atStart: true,
      everyMs: HOUR_MS,
      run: () => trimAuditTrail(app, settings.auditKeptDays),
    },
    { name: 'logs', atStart: true, everyMs: HOUR_MS, run: () => purgeLogs(app) },
    { name: 'past sign-ins', atStart: true, everyMs: HOUR_MS, run: () => forgetPastSignIns(app) },
    { name: 'idle accounts', atStart: true, everyMs: HOUR_MS, run: () => disableIdleAccounts(app) },
  ];
}

function following(app: App, directory: Directory): BackgroundJob {
  const run = (): Promise<unknown> => followDirectory(app, directory);
  return { name: 'directory', atStart: true, everyMs: DIRECTORY_FOLLOWED_MS, run };
}

/** A server of PostgreSQL is backed up by those who run it. */
function backups(app: App, settings: BackgroundJobSettings): BackgroundJob[] {
  if (settings.databaseUrl !== undefined) return [];
  const run = async (): Promise<void> => void (await keepBackups(app, keepingOf(settings)));
  return [{ name: 'backups', atStart: true, everyMs: HOUR_MS, run }];
}

function keepingOf(settings: BackgroundJobSettings): BackupKeeping {
  const { databasePath, backupFolder: folder, backupsKept: keep, backupRecipients: recipients } = settings;
  return { databasePath, folder, keep, recipients, copy: backupInThread };
}
