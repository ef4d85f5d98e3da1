/** All units of the installation by the page, for its operators: how many people and periods each has, and when it last published. */

import { countUnits, findUnits } from '../../app/units/list-units.ts';
import { formatStamp } from '../../i18n/format.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { NEW_UNIT_PATH, UNITS_PATH, unitHomePath, unitSettingsPath } from '../paths/units.ts';

export async function showUnits(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, zone } = deps;
  const asked = visit.query.get('q') ?? '';
  const found = await findUnits(app, asked);
  const { shown, pages } = paged({ path: UNITS_PATH, query: visit.query }, found);
  const counts = await countUnits(
    app,
    shown.map(({ id }) => id),
  );
  return {
    kind: 'page',
    view: 'units/list',
    title: visit.say('unit.list.title'),
    model: {
      title: visit.say('unit.list.title'),
      count: visit.say('word.units', { count: found.length }),
      asked,
      path: UNITS_PATH,
      newPath: NEW_UNIT_PATH,
      noneWords: found.length === 0 ? visit.say('unit.list.none', { asked }) : '',
      pages,
      running: await runningOf(visit, deps),
      units: shown.map(({ id, name }) => {
        const { people = 0, periods = 0, publishedAt } = counts.get(id) ?? {};
        return {
          name,
          href: unitHomePath(id),
          settings: unitSettingsPath(id),
          settingsLabel: visit.say('unit.list.settings', { name }),
          people,
          periods,
          published: publishedAt === undefined ? '' : formatStamp(visit.language, publishedAt, zone),
        };
      }),
    },
  };
}

/** Undefined where this process is alone on its database. */
async function runningOf(visit: Visit, { running, clock, zone }: WebDeps) {
  const found = await running?.();
  if (!found) return undefined;
  return {
    waiting: visit.say('unit.running.waiting', { count: found.waitingSearches }),
    processes: found.processes.map(({ id, kind, version, since, heardAt, isFirst }) => ({
      id,
      kind: visit.say(`unit.running.${isFirst ? 'first' : kind}`),
      version,
      since: formatStamp(visit.language, since, zone),
      heard: visit.say('unit.running.heard', {
        count: Math.max(0, Math.round((clock() - heardAt) / 1000)),
      }),
    })),
  };
}
