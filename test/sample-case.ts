/** The shipped samples and holidays, read as the program reads them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHolidayFile } from '../src/calendar/holiday-file.ts';
import type { HolidaySources } from '../src/calendar/holiday-sources.ts';
import type { Case } from '../src/domain/case.ts';
import { parseCase } from '../src/input/parse-case.ts';

const DATA = resolve(import.meta.dirname, '../data');
const SAMPLES = join(DATA, 'samples');

/** Of one unit; a tree of units is another kind of sample. */
export const SAMPLE_NAMES: readonly string[] = readdirSync(SAMPLES)
  .filter((name) => existsSync(join(SAMPLES, name, 'unit.json')))
  .sort();

export function sampleCase(name: string): Case {
  return caseIn(join(SAMPLES, name), name);
}

/** A case met in the field. */
export function fieldCase(name: string): Case {
  return caseIn(join(resolve(import.meta.dirname, 'cases'), name), name);
}

function caseIn(folder: string, name: string): Case {
  const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(`sample ${name}: ${JSON.stringify(parsed.faults.slice(0, 3))}`);
  return parsed.value;
}

export function sampleHolidays(): HolidaySources {
  const folder = join(DATA, 'holidays');
  const files = readdirSync(folder).flatMap((file) => {
    const parsed = parseHolidayFile(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`);
    return parsed.value;
  });
  return { files };
}
