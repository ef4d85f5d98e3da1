/** Every command of `rota`, in the order in which they are used. */

import { accountCommand } from './account.ts';
import { apiTokenCommand } from './api-token.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { busyCalendarCommand } from './busy-calendar.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { databaseCommand } from './database.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { feedCommand } from './feed.ts';
import { formCommand } from './form.ts';
import { holidayCommand } from './holiday.ts';
import { importCommand } from './import.ts';
import { loadCommand } from './load.ts';
import { logCommand } from './log.ts';
import { periodCommand } from './period.ts';
import { printCommand } from './print.ts';
import { publishCommand } from './publish.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';
import { solveCommand } from './solve.ts';
import { webHookCommand } from './web-hook.ts';
import { workerCommand } from './worker.ts';

export const COMMANDS: readonly Command[] = [
  demoCommand,
  loadCommand,
  importCommand,
  exportCommand,
  solveCommand,
  checkCommand,
  publishCommand,
  periodCommand,
  feedCommand,
  printCommand,
  formCommand,
  holidayCommand,
  serveCommand,
  workerCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  databaseCommand,
  accountCommand,
  auditCommand,
  logCommand,
  apiTokenCommand,
  webHookCommand,
  busyCalendarCommand,
];
