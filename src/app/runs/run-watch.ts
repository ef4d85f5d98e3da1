/** Looks from time to time at the searches that someone watches, all of them by one query. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Database } from '../../store/database.ts';
import { listRunSigns, type RunSign as StoredSign } from '../../store/shared-run-store.ts';
import type { RunSign } from './runs.ts';

const AGAIN_MS = 3_000;

interface Watching {
  readonly key: PeriodKey;
  readonly onChange: (sign: RunSign) => void;
  last?: RunSign | undefined;
}

type Watch = (db: Database, key: PeriodKey, onChange: (sign: RunSign) => void) => () => void;

export function createRunWatch(everyMs: number): Watch {
  const all = new Set<Watching>();
  let isLooking = false;
  const lookSoon = (db: Database): void => void setTimeout(() => void look(db), everyMs).unref();
  const look = async (db: Database): Promise<void> => {
    const signs = await listRunSigns(
      db,
      [...all].map(({ key }) => key),
    ).catch(() => undefined);
    if (signs) for (const each of all) tell(each, signs);
    isLooking = all.size > 0;
    if (isLooking) lookSoon(db);
  };
  return (db, key, onChange) => {
    const watching: Watching = { key, onChange };
    all.add(watching);
    if (!isLooking) lookSoon(db);
    isLooking = true;
    return () => all.delete(watching);
  };
}

/** One that was dropped is over too. */
function tell(watching: Watching, signs: readonly StoredSign[]): void {
  const { key, last, onChange } = watching;
  const found = signs.find((each) => each.key.unitId === key.unitId && each.key.periodId === key.periodId);
  const elapsedMs = found ? found.elapsedMs + waitedMs(found) : (last?.elapsedMs ?? 0);
  const sign: RunSign = { status: statusOf(found?.state), elapsedMs };
  if (last?.status === sign.status && last.elapsedMs === elapsedMs) return;
  watching.last = sign;
  onChange(sign);
}

/** What waits is looked at again now and then: somebody may have to be told that nobody runs it. */
function waitedMs({ waitedMs }: StoredSign): number {
  return Math.floor(waitedMs / AGAIN_MS) * AGAIN_MS;
}

function statusOf(state: StoredSign['state'] | undefined): RunSign['status'] {
  if (state === 'waiting') return 'queued';
  if (state === 'own') return 'interrupted';
  return state ?? 'ended';
}
