/** Puts the news of a version before the unit's web hooks, in the transaction that publishes it. */

import type { RosterVersion } from '../../domain/version.ts';
import { type SeatChange, versionDifference } from '../../domain/version-difference.ts';
import type { Database } from '../../store/database.ts';
import { insertMessage, listWebHooks } from '../../store/web-hook-store.ts';
import type { App } from '../app.ts';
import { newId } from '../secret-token.ts';

/** What changed for whom by codes alone: names and phones are asked of the API with a token. Of a first version everything is new. */
export async function queueVersionMessages(
  trx: Database,
  app: App,
  { previous, version }: { readonly previous: RosterVersion | undefined; readonly version: RosterVersion },
): Promise<void> {
  const { unit, period } = version.plan;
  const hooks = (await listWebHooks(trx, unit.id)).filter(({ endedAt }) => endedAt === undefined);
  for (const hook of hooks) {
    const id = `msg_${newId(app)}`;
    const body = JSON.stringify({
      type: version.withdrawn ? 'version.withdrawn' : 'version.published',
      timestamp: new Date(version.publishedAt).toISOString(),
      data: {
        unit: { id: unit.id, name: unit.name },
        period: { id: period.id, name: period.name },
        version: version.number,
        note: version.note,
        ...(previous ? { changes: changesOf(previous, version) } : {}),
      },
    });
    const now = app.clock();
    await insertMessage(trx, { id, hookId: hook.id, body, createdAt: now, attempts: 0, nextAt: now });
  }
}

/** More are asked of the API; a receiver takes no message of any size. */
const MOST_CHANGES = 500;

/** Publishing, swaps and replacements alike: each is a version. A seat that nobody had, or has, lacks `from` or `to`. */
function changesOf(previous: RosterVersion, version: RosterVersion) {
  return versionDifference(previous, version).seats.slice(0, MOST_CHANGES).map(changeOf);
}

function changeOf({ shift, post, place, before, after, movedFrom }: SeatChange) {
  const times = (each: typeof shift) => ({
    start: new Date(each.span.start).toISOString(),
    end: new Date(each.span.end).toISOString(),
  });
  return {
    shift: { id: shift.id, label: shift.label, ...times(shift) },
    post: { id: post.id, name: post.shortName },
    place,
    ...(before ? { from: before.id } : {}),
    ...(after ? { to: after.id } : {}),
    ...(movedFrom ? { was: times(movedFrom) } : {}),
  };
}
