/** A file with a case in it and its key beside it, as `rota load` leaves them: made once in a process, copied for each test. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { loadCase } from '../../src/app/periods/load-case.ts';
import type { Case } from '../../src/domain/case.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { emptyFile, pathOfCopy, temporaryPath } from './temporary-database.ts';

interface LoadedFile {
  readonly path: string;
  readonly key: PeriodKey;
}

const made = new Map<string, Promise<LoadedFile>>();

/** The copy is gone when the test is over. */
export async function loadedFile(source: Case): Promise<LoadedFile> {
  const name = JSON.stringify(source);
  const making = made.get(name) ?? make(source);
  made.set(name, making);
  const { path: first, key } = await making;
  const path = temporaryPath();
  cpSync(dirname(first), dirname(path), { recursive: true });
  return { path, key };
}

async function make(source: Case): Promise<LoadedFile> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-loaded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const empty = pathOfCopy(await emptyFile());
  const path = join(folder, basename(empty));
  cpSync(empty, path);
  const app = await openApp(path, sampleHolidays());
  const loaded = await loadCase(app, { source, actor: 'test' });
  await app.close();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return { path, key: loaded.value };
}
