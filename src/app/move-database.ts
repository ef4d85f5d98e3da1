/** A database taken out whole, to go on under another engine: everything it holds, and proof that it is all there. */

import { type DumpFile, writeDumpFile } from '../store/dump-file.ts';
import { requireMachine } from './access/authorise.ts';
import type { App } from './app.ts';
import { record } from './record.ts';

/** Throws as `writeDumpFile` does. The trail says that it was done, in the dump too. */
export async function exportDatabase(app: App, path: string, actor: string): Promise<DumpFile> {
  requireMachine(app);
  await record(app.db, app, { actor, action: 'backup.make', unitId: '', subject: 'export' });
  return writeDumpFile(app.db, path);
}
