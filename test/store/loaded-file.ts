/** A file with a case in it and its key beside it, as `rota load` leaves them: made once in a process, copied for each test. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadCase } from '../../src/app/periods/load-case.ts';
import type { Case } from '../../src/domain/case.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { emptyFile, temporaryPath } from './temporary-database.ts';

interface Made {
  readonly key: PeriodKey;
  /** The database and what stands beside it, by name. */
  readonly files: readonly (readonly [name: string, content: Uint8Array])[];
}

const made = new Map<string, Promise<Made>>();

/** The copy is gone when the test is over. */
export async function loadedFile(source: Case): Promise<{ readonly path: string; readonly key: PeriodKey }> {
  const name = JSON.stringify(source);
  const making = made.get(name) ?? make(source);
  made.set(name, making);
  const { key, files } = await making;
  const path = temporaryPath();
  for (const [file, content] of files) writeFileSync(join(dirname(path), file), content, { mode: 0o600 });
  return { path, key };
}

async function make(source: Case): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-loaded-'));
  try {
    // As temporary databases are called, so that what stands beside one is called after it.
    const path = join(folder, 'rota.db');
    writeFileSync(path, await emptyFile());
    const app = await openApp(path, sampleHolidays());
    const loaded = await loadCase(app, { source, actor: 'test' });
    await app.close();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
    return { key: loaded.value, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
