/** Moving in from another on-call tool: its file is read and shown; its people and duties go on to the previews of imports, its posts are added here. */

import { addSchedulePosts } from '../../app/move-in/add-posts.ts';
import {
  hoursOf,
  type MovedSchedule,
  packSchedule,
  resumeSchedule,
} from '../../app/move-in/carry-schedule.ts';
import { readSchedule } from '../../app/move-in/read-schedule.ts';
import { getPlan } from '../../app/periods/get-plan.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { packBook } from '../../app/staff/given-table.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { staffImportPath } from '../paths/staff.ts';

const MOST_LEFT = 60;

function keyOf(visit: Visit, { app }: WebDeps): Promise<PeriodKey> {
  return resolvePeriod(app, visit.param('period'), visit.unit?.id);
}

export async function showMoveIn(visit: Visit, deps: WebDeps): Promise<Reply> {
  return page(visit, deps, {});
}

/** One address for every step: a file is read; posts of one that was read are added. */
export async function runMoveIn(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = await keyOf(visit, deps);
  if (visit.form.get('do') === 'posts') return addPosts(visit, deps, key);
  const file = visit.files.get('file');
  if (!file || file.bytes.length === 0)
    return page(visit, deps, { faults: [visit.say('move-in.refused.none')] });
  const read = await readSchedule(deps.app, { key, bytes: file.bytes, asker: askerOf(visit, deps) });
  return read.ok
    ? page(visit, deps, { moved: read.moved })
    : page(visit, deps, { faults: [visit.say(read.key)] });
}

async function addPosts(visit: Visit, deps: WebDeps, key: PeriodKey): Promise<Reply> {
  const moved = resumeSchedule(visit.form.get('schedule') ?? '');
  if (!moved) throw new AppError('invalid', 'staff.import.broken');
  const added = await addSchedulePosts(deps.app, { key, posts: moved.posts, actor: visit.actor });
  if (added.ok)
    return page(visit, deps, { moved, done: visit.say('move-in.posts-added', { count: added.added }) });
  const faults = placedFaults(visit, added.faults).map(({ key: words, params }) => visit.say(words, params));
  return page(visit, deps, { moved, faults });
}

interface Shown {
  readonly moved?: MovedSchedule;
  readonly faults?: readonly string[];
  readonly done?: string;
}

async function page(visit: Visit, deps: WebDeps, { moved, faults = [], done = '' }: Shown): Promise<Reply> {
  const { unit, period } = await getPlan(deps.app, await keyOf(visit, deps));
  const title = visit.say('move-in.title');
  return {
    kind: 'page',
    view: 'imports/move-in',
    title,
    unitName: unit.name,
    script: 'import.js',
    ...refusedIf(faults.length > 0),
    model: {
      title,
      lead: visit.say('move-in.lead', { period: period.name }),
      to: makingPath(period.id, 'moveIn'),
      back: makingPath(period.id, 'importRoster'),
      backWords: visit.say('roster.import.title'),
      faults,
      done,
      read: moved ? readModel(visit, moved, { unitId: unit.id, periodId: period.id }) : false,
    },
  };
}

function readModel(visit: Visit, moved: MovedSchedule, { unitId, periodId }: PeriodKey) {
  const { say } = visit;
  const { source, name, named, posts, overrides, duties, unlisted, left } = moved;
  const unknown = (unlisted.sheets[0]?.rows.length ?? 1) - 1;
  return {
    source:
      name === ''
        ? say(`move-in.tool.${source}`)
        : say('move-in.source', { tool: say(`move-in.tool.${source}`), name }),
    facts: say('move-in.facts', { people: named, posts: posts.length, overrides }),
    schedule: packSchedule(moved),
    people: unknown > 0 && {
      to: staffImportPath(unitId),
      packed: packBook(unlisted),
      text: say('move-in.people', { count: unknown }),
    },
    posts: posts.map((post) => ({
      name: post.name,
      hours: post.patterns.map((each) => hoursWords(visit, each)).join(' · '),
    })),
    duties: {
      to: makingPath(periodId, 'importRoster'),
      packed: packBook(duties.book),
      any: duties.duties > 0,
      text: say(duties.duties > 0 ? 'move-in.duties' : 'move-in.no-duties', { count: duties.duties }),
      shared: duties.shared > 0 ? say('move-in.shared', { count: duties.shared }) : '',
    },
    left: left.slice(0, MOST_LEFT).map((each) => say(`move-in.left.${each.what}`, { name: each.name })),
  };
}

function hoursWords({ say }: Visit, pattern: MovedSchedule['posts'][number]['patterns'][number]): string {
  const hours = hoursOf(pattern);
  if (pattern.weekdays.length === 7) return hours;
  const days = pattern.weekdays.map((each) => say(`weekday.inline.${each}`)).join(', ');
  return `${hours} (${days})`;
}
