/** From a case folder on disk to a plan in memory, every fault told; the first step of most commands. */

import { planOf } from '../app/periods/get-plan.ts';
import type { Case } from '../domain/case.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import { parseCase } from '../input/parse-case.ts';
import { parseRosterJson } from '../output/roster-json.ts';
import { readHolidays } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import { readFile, readFolder, tellParsed } from './case-folder.ts';
import type { Io } from './command.ts';

export interface OpenedCase {
  readonly source: Case;
  readonly plan: Plan;
}

/** Undefined when the case has faults, which are then told. */
export function openCase(folder: string, io: Io): OpenedCase | undefined {
  const source = tellParsed(parseCase(readFolder(folder)), io);
  if (!source) return undefined;
  const plan = tellParsed(planOf({ holidays: readHolidays(ROOT) }, source), io);
  return plan && { source, plan };
}

/** The roster of a `roster.json`; undefined when it has faults, which are then told. */
export function openRoster(path: string, plan: Plan, io: Io): Roster | undefined {
  return tellParsed(parseRosterJson(new TextDecoder().decode(readFile(path)), plan, path), io);
}
