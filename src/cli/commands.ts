/** Every command of `rota`, in the order in which they are used, read when called: printing a list needs no server. */

import type { Command } from './command.ts';

export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['demo', async () => (await import('./demo.ts')).demoCommand],
  ['load', async () => (await import('./load.ts')).loadCommand],
  ['import', async () => (await import('./import.ts')).importCommand],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['solve', async () => (await import('./solve.ts')).solveCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['publish', async () => (await import('./publish.ts')).publishCommand],
  ['period', async () => (await import('./period.ts')).periodCommand],
  ['feed', async () => (await import('./feed.ts')).feedCommand],
  ['print', async () => (await import('./print.ts')).printCommand],
  ['form', async () => (await import('./form.ts')).formCommand],
  ['holiday', async () => (await import('./holiday.ts')).holidayCommand],
  ['serve', async () => (await import('./serve.ts')).serveCommand],
  ['worker', async () => (await import('./worker.ts')).workerCommand],
  ['doctor', async () => (await import('./doctor.ts')).doctorCommand],
  ['backup', async () => (await import('./backup.ts')).backupCommand],
  ['restore', async () => (await import('./restore.ts')).restoreCommand],
  ['database', async () => (await import('./database.ts')).databaseCommand],
  ['account', async () => (await import('./account.ts')).accountCommand],
  ['audit', async () => (await import('./audit.ts')).auditCommand],
  ['log', async () => (await import('./log.ts')).logCommand],
  ['api-token', async () => (await import('./api-token.ts')).apiTokenCommand],
  ['web-hook', async () => (await import('./web-hook.ts')).webHookCommand],
  ['busy-calendar', async () => (await import('./busy-calendar.ts')).busyCalendarCommand],
]);
