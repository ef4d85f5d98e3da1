/** The log through kills: no line lost that was acknowledged, none written twice. 200 in `npm run test:deep`; ROTA_LOG_KILLS sets another number. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { bundled } from '../bundled.ts';
import { depth } from '../depth.ts';
import { sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { KEY } from './variant.ts';

const KILLS = Number(process.env.ROTA_LOG_KILLS ?? depth({ short: 1, deep: 200 }));
const PHONES = 20;
/** So that a kill falls before, between and after the phones' answers. */
const linesBefore = (round: number): number => 40 + ((round * 7) % 41);

/** What it acknowledged until it was killed. */
async function killed(args: readonly string[], lines: number): Promise<string[]> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

/** Against a hang: 200 kills take a quarter of an hour alone, and more than an hour on a machine with much else to do. */
const TIMEOUT_MS = KILLS * 60_000 + 600_000;

it('loses no line that was acknowledged and writes none twice', { timeout: TIMEOUT_MS }, async () => {
  const path = temporaryPath();
  const worker = await bundled(join(import.meta.dirname, 'log-worker.ts'));
  const acknowledged: string[] = [];
  const unheard = Array.from({ length: PHONES }, () => 0);
  for (let round = 0; round < KILLS; round++) {
    for (const key of await killed([worker, path, unheard.join(',')], linesBefore(round))) {
      const [, phone = 0, line = 0] = key.split(/-|:/u).map(Number);
      acknowledged.push(key);
      unheard[phone] = line + 1;
    }
  }
  const app = await openApp(path, sampleHolidays());
  const rows = await app.db
    .selectFrom('log_entry')
    .select(['entry_key', 'number'])
    .orderBy('number')
    .execute();
  const verdict = await verifyLog(app, KEY.unitId);
  await app.close();
  const kept = new Set(rows.map(({ entry_key }) => entry_key));
  const least = Array.from({ length: KILLS }, (_, round) => linesBefore(round));
  expect(acknowledged.length).toBeGreaterThanOrEqual(least.reduce((sum, lines) => sum + lines, 0));
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
  expect(kept.size).toBe(rows.length);
  // Beyond what was acknowledged there is at most the one line each phone had under way when it was killed.
  expect(rows.length - acknowledged.length).toBeLessThanOrEqual(PHONES);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
  expect(verdict.faults).toEqual([]);
  if (KILLS > 2)
    console.log(`${KILLS} kills, ${acknowledged.length} lines acknowledged, ${rows.length} kept`);
});
