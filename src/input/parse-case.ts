/** From the files of a case folder to a case: every fault of every file at once, or the whole case, nothing between. */

import { VIETNAM } from '../calendar/zone.ts';
import type { Case } from '../domain/case.ts';
import { CASE_FILES, type CaseFile } from '../domain/case-files.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { Parsed } from '../kernel/fault.ts';
import { foldForSearch } from '../kernel/names.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { FaultList } from './fault-list.ts';
import { parseHolidays } from './holidays-file.ts';
import { parseLeave } from './leave-file.ts';
import { parseLedger } from './ledger-file.ts';
import { People } from './people.ts';
import { type PeriodFile, parsePeriodFile } from './period-file.ts';
import { parseRulesFile } from './rules-file.ts';
import { matchSkills } from './skill-match.ts';
import { parseStaff } from './staff-file.ts';
import { parseUnitFile } from './unit-file.ts';

export type FilesOfCase = ReadonlyMap<string, Uint8Array>;

/**
 * @param files contents by file name. `leave.csv`, `ledger.csv`, `rules.json` and `holidays.json` may be absent: no
 *   leave, no memory, the default profile, the holidays as shipped. Other files are passed over.
 */
export function parseCase(files: FilesOfCase): Parsed<Case> {
  const faults = new FaultList();
  const found = (name: CaseFile): Uint8Array | undefined => fileNamed(files, name);
  const required = (name: CaseFile): Uint8Array | undefined => found(name) ?? tellAbsent(name, files, faults);

  const unitBytes = required(CASE_FILES.unit);
  const unitFile = unitBytes && parseUnitFile(unitBytes, faults);
  const staffBytes = required(CASE_FILES.staff);
  const listed = staffBytes && parseStaff(staffBytes, faults);
  const staff = listed && unitFile ? matchSkills(listed, unitFile.posts, faults) : listed;
  const people = new People(staff);

  const leaveBytes = found(CASE_FILES.leave);
  const availability = leaveBytes ? parseLeave(leaveBytes, { people, posts: unitFile?.posts }, faults) : [];
  const ledgerBytes = found(CASE_FILES.ledger);
  const ledger = ledgerBytes ? parseLedger(ledgerBytes, people, faults) : [];
  const ruleSet = parseRulesFile(found(CASE_FILES.rules), { people, posts: unitFile?.posts }, faults);
  const periodBytes = required(CASE_FILES.period);
  const zone = unitFile?.unit.zone ?? VIETNAM;
  const periodFile = periodBytes && parsePeriodFile(periodBytes, { people, zone }, faults);
  const holidayBytes = found(CASE_FILES.holidays);
  const holidays = holidayBytes ? parseHolidays(holidayBytes, faults) : [];

  if (
    faults.count > 0 ||
    !unitFile ||
    !staff ||
    !availability ||
    !ledger ||
    !ruleSet ||
    !periodFile ||
    !holidays
  ) {
    return { ok: false, faults: faults.faults };
  }
  const { period, pins, past } = periodFile;
  const overrides = holidays.length > 0 ? { holidayOverrides: holidays } : {};
  const value = { ...unitFile, staff, availability, ledger, period, pins, past, ...overrides };
  return { ok: true, value: { ...value, ruleSet: weighted(ruleSet, periodFile) }, warnings: faults.warnings };
}

/** The period's own weights of named days lie over the rule set's. */
function weighted(ruleSet: RuleSet, { namedDays }: PeriodFile): RuleSet {
  const { points } = ruleSet;
  return { ...ruleSet, points: { ...points, namedDays: { ...points.namedDays, ...namedDays } } };
}

/** `Staff.CSV` counts as `staff.csv`, as it does on Windows. */
function fileNamed(files: FilesOfCase, name: CaseFile): Uint8Array | undefined {
  const exact = files.get(name);
  if (exact) return exact;
  for (const [other, bytes] of files) if (foldForSearch(other) === name) return bytes;
  return undefined;
}

function tellAbsent(name: CaseFile, files: FilesOfCase, faults: FaultList): undefined {
  const others = [...files.keys()].filter((other) => !Object.values<string>(CASE_FILES).includes(other));
  const { key, params } = unknownWord('fault.file.absent', name, others);
  faults.fault({ key, params, file: name });
}
