/** `holidays.json`: the unit's own entries for one year, in the form of the holiday files that ship with the program. */

import { z } from 'zod';
import { parseHolidayFile } from '../calendar/holiday-file.ts';
import type { HolidayBreak } from '../calendar/holidays.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import type { FaultList } from './fault-list.ts';
import { readJson } from './json-file.ts';

/** The entries, or undefined after telling at least one fault. */
export function parseHolidays(bytes: Uint8Array, faults: FaultList): readonly HolidayBreak[] | undefined {
  const before = faults.count;
  const raw = readJson(CASE_FILES.holidays, bytes, z.unknown(), faults);
  if (faults.count > before) return undefined;
  const parsed = parseHolidayFile(raw, CASE_FILES.holidays);
  if (parsed.ok) return parsed.value;
  for (const fault of parsed.faults) faults.fault(fault);
  return undefined;
}
