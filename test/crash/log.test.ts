/** The log through kills: no line lost that was acknowledged, none written twice. ROTA_LOG_KILLS=200 for the whole of it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { KEY } from './variant.ts';

const KILLS = Number(process.env.ROTA_LOG_KILLS ?? 2);
const LINES_BEFORE_KILL = 60;
const WORKER = join(import.meta.dirname, 'log-worker.ts');

/** What it acknowledged until it was killed. */
async function killed(path: string, from: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, path, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.split('\n').length > LINES_BEFORE_KILL) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

it('loses no line that was acknowledged and writes none twice', { timeout: 600_000 }, async () => {
  const path = temporaryPath();
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killed(path, round * 10_000)));
  const app = await openApp(path, sampleHolidays());
  const rows = await app.db
    .selectFrom('log_entry')
    .select(['entry_key', 'number'])
    .orderBy('number')
    .execute();
  const verdict = await verifyLog(app, KEY.unitId);
  await app.close();
  const kept = rows.map(({ entry_key }) => entry_key);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * LINES_BEFORE_KILL);
  expect(acknowledged.filter((key) => !kept.includes(key))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
  expect(verdict.faults).toEqual([]);
});
