/** Checks that nobody answered in time get a line in the log with the shift they were of, and whoever leads is told. */

import type { Instant } from '../../calendar/interval.ts';
import type { NoticeFacts } from '../../domain/notice.ts';
import { teller } from '../../domain/notice.ts';
import { dueKey } from '../../domain/watch-check.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { listWatchSettings } from '../../store/watch-setting-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type PreparedEntry, writePrepared } from '../log/write-entry.ts';
import { tell } from '../notices/tell-people.ts';
import { whoSeesToIt } from '../replacements/report-absence.ts';
import { readDueChecks, type StandingCheck } from './read-checks.ts';

/** After a longer standstill of the server, older ones are no news. */
const LOOKED_BACK_MS = 24 * 3_600_000;

/** How many were missed since it was last looked. */
export async function tellMissed(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  for (const { unitId, setting } of await listWatchSettings(app.db)) {
    if (!usesPart(setting, 'checks')) continue;
    const now = app.clock();
    const span = { start: (now - LOOKED_BACK_MS) as Instant, end: now };
    const missed = (await readDueChecks(app, unitId, span)).filter(
      ({ until, answer, missed }) => until <= now && !answer && !missed,
    );
    for (const each of missed) {
      await app.db.transaction().execute(async (trx) => {
        const { again } = await writePrepared(trx, app, entryOf(unitId, each, now));
        if (again) return;
        count++;
        const told = await whoSeesToIt(trx, app, unitId);
        const facts = factsOf(each);
        await tell(trx, { unitId, told: new Map(told.map((id) => [id, facts])), at: now });
      });
    }
  }
  return count;
}

/** Its words are the check's name: what it says beside it is in the facts, in whatever language it is read. */
function entryOf(unitId: string, due: StandingCheck, now: Instant): PreparedEntry {
  const { check, version, shift, dueAt } = due;
  return {
    unitId,
    pictures: [],
    entry: {
      key: `missed:${dueKey(due)}`,
      ...{ writtenAt: now, receivedAt: now, actor: 'rota', kind: 'check', severity: check.severity },
      ...{ system: check.system, words: check.name, pictures: [], postId: check.postId },
      shift: { periodId: version.periodId, shiftId: shift.id },
      subject: { kind: 'check', id: check.id },
      facts: { due: dueAt, missed: true },
    },
  };
}

function factsOf(due: StandingCheck): NoticeFacts {
  const { check, version, shift, dueAt } = due;
  const told = teller(version)(shift, []);
  const about = { key: dueKey(due), about: check.name, at: dueAt, periodId: version.periodId };
  return { kind: 'watch', what: 'missed', shift: told, ...about };
}
