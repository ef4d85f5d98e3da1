/** What changed between two published versions, who must be told, and every version there is. */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { compareVersions } from '../../app/versions/compare-versions.ts';
import { listVersions, type VersionSummary } from '../../app/versions/list-versions.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { allLinksPath } from '../paths/own.ts';
import { documentsPath, makingPath, printPath, rosterPath, seenPath } from '../paths/periods.ts';
import { comparisonModel } from './comparison.ts';

export async function showCompare(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const { periodId } = key;
  const entries = await listVersions(app, key);
  const version = await readVersion(app, key);
  const newest = entries.at(-1);
  if (!newest || !version) {
    throw new AppError('not-found', 'web.failure.no-period', { period: periodId.slice(0, 80) });
  }
  const { unit, period } = version.plan;
  const standing = new Set(version.roster.assignments.map(({ staffId }) => staffId)).size;
  const chosen = {
    before: numberIn(visit.query.get('from'), entries) ?? Math.max(1, newest.number - 1),
    after: numberIn(visit.query.get('to'), entries) ?? newest.number,
  };
  const done = visit.query.get('done');
  const same = chosen.before === chosen.after;
  const compared = same ? undefined : await compareVersions(app, key, chosen);
  const choices = (current: number) =>
    entries.toReversed().map(({ number, publishedAt }) => ({
      number,
      label: visit.say('editor.compare.choice', {
        number,
        stamp: formatStamp(visit.language, publishedAt, unit.zone),
      }),
      current: number === current,
    }));
  return {
    kind: 'page',
    view: 'draft/compare',
    title: visit.say('editor.compare.title', { period: period.name }),
    unitName: unit.name,
    script: 'copy.js',
    model: {
      periodName: period.name,
      done: done === null ? '' : visit.say('editor.compare.published', { number: newest.number }),
      linksPath: mayIn(visit, 'feed.edit', unit.id) ? `${documentsPath(periodId)}#slips-title` : '',
      slipsPath: mayIn(visit, 'feed.edit', unit.id) ? allLinksPath(unit.id) : '',
      sendTo: visit.say('editor.compare.send-to', { count: standing }),
      action: makingPath(periodId, 'compare'),
      from: choices(chosen.before),
      to: choices(chosen.after),
      comparison: compared && comparisonModel(visit, compared),
      seenPath: mayIn(visit, 'draft.view', unit.id) ? seenPath(periodId) : '',
      rosterPath: rosterPath(periodId),
      printPath: printPath(periodId),
      versions: entries.toReversed().map(({ number, publishedAt, note }) => ({
        href: rosterPath(periodId, number === newest.number ? undefined : number),
        name: visit.say('web.version.name', { number }),
        stamp: formatStamp(visit.language, publishedAt, unit.zone),
        note,
        newest: number === newest.number,
      })),
    },
  };
}

function numberIn(text: string | null, entries: readonly VersionSummary[]): number | undefined {
  const number = Number(text);
  return entries.some((each) => each.number === number) ? number : undefined;
}
