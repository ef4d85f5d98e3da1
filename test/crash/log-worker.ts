/**
 * The process that is killed while twenty phones write: each acknowledges a line once the program has said that it has it,
 * and begins again at the first that it has not heard of.
 */

import { writeSync } from 'node:fs';
import { saveWatch } from '../../src/app/log/watch-setting.ts';
import { writeEntry } from '../../src/app/log/write-entry.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { STANDARD_WATCH } from '../../src/domain/watch-setting.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { KEY, variant } from './variant.ts';

const [databasePath = '', unheard = ''] = process.argv.slice(2);
const app = await openApp(databasePath, sampleHolidays());
const { unitId } = KEY;
await loadCase(app, { source: variant(1), actor: 'crash' });
await saveWatch(app, { unitId, setting: { ...STANDARD_WATCH, parts: new Set(['log']) }, actor: 'crash' });

async function phone(number: number, first: number): Promise<void> {
  for (let line = first; ; line++) {
    const key = `phone-${number}:${line}`;
    const writing = { unitId, key, actor: 'crash', kind: 'observation', words: `Dòng ${line}` } as const;
    await writeEntry(app, writing);
    writeSync(1, `${key}\n`);
    // An answer is lost on a bad line now and then, without anyone being killed.
    if (line % 3 === 0) await writeEntry(app, writing);
  }
}

await Promise.all(unheard.split(',').map((first, number) => phone(number, Number(first))));
