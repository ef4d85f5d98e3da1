/** “Khi trực”: which parts of the watch the unit uses, for how long its log is kept, what each post looks at and when. */

import { listChecks } from '../../app/checks/read-checks.ts';
import { type CheckTyped, saveChecks } from '../../app/checks/save-checks.ts';
import { saveWatch, watchSettingOf } from '../../app/log/watch-setting.ts';
import { openStanding } from '../../app/standing/open-standing.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import { CHECK_SAMPLES, type CheckSampleName, SAMPLE_NAMES } from '../../domain/check-samples.ts';
import type { Post } from '../../domain/unit.ts';
import { type CheckAsks, type CheckTimes, EVERY_HOURS, type WatchCheck } from '../../domain/watch-check.ts';
import { WATCH_PARTS } from '../../domain/watch-setting.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { watchSettingsPath } from '../paths/log.ts';
import { figureWords } from './entry-rows.ts';
import { clockSaid } from './typed-entry.ts';

/** A check as it was typed, and why it is not taken. */
interface Refused {
  readonly typed: CheckTyped;
  readonly fault: string;
}

export async function showWatchSettings(visit: Visit, { app }: WebDeps, refused?: Refused): Promise<Reply> {
  const unitId = visit.param('unit');
  const { say } = visit;
  const { unit } = await openUnit(app, unitId);
  const setting = await watchSettingOf(app, unitId);
  const checks = await listChecks(app, unitId);
  const posts = await postsOf(app, unitId);
  const checkForm = (check: WatchCheck) => {
    if (!refused || (refused.typed.id ?? '') !== check.id) return checkModel(visit, posts, check);
    const typed = checkModel(visit, posts, { ...check, ...refused.typed });
    return { ...typed, clocks: visit.form.get('clocks') ?? '', fault: refused.fault };
  };
  const done = ['parts', 'checks'].find((each) => each === visit.query.get('done'));
  return {
    kind: 'page',
    view: 'log/settings',
    title: say('watch.settings.title'),
    unitName: unit.name,
    ...refusedIf(refused !== undefined),
    model: {
      title: say('watch.settings.title'),
      done: done === undefined ? '' : say(`watch.settings.done.${done}`),
      to: watchSettingsPath(unitId),
      checksTo: watchSettingsPath(unitId, '/checks'),
      samplesTo: watchSettingsPath(unitId, '/samples'),
      parts: WATCH_PARTS.map((part) => ({
        part,
        on: setting.parts.has(part),
        label: say(`watch.part.${part}`),
        text: say(`watch.part-text.${part}`),
      })),
      keptMonths: setting.keptMonths,
      keptLongMonths: setting.keptLongMonths,
      usesChecks: setting.parts.has('checks'),
      posts: posts.map(({ id, name }) => ({ id, name })),
      groups: posts.map(({ id, name }) => ({
        name,
        checks: checks.filter(({ postId }) => postId === id).map(checkForm),
      })),
      fresh: checkForm(NEW_CHECK),
      samples: SAMPLE_NAMES.map((value) => ({
        value,
        name: say(`watch.sample.${value}`),
        when: timesWords(visit, CHECK_SAMPLES[value].times),
      })),
    },
  };
}

/** Of a unit that has made no period yet: none. */
async function postsOf(app: WebDeps['app'], unitId: string): Promise<readonly Post[]> {
  try {
    return (await openStanding(app, unitId)).standing.posts;
  } catch (error) {
    if (error instanceof AppError && error.key === 'error.standing.none') return [];
    throw error;
  }
}

export async function saveWatchParts(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const chosen = visit.form.getAll('part');
  const setting = {
    parts: new Set(WATCH_PARTS.filter((part) => chosen.includes(part))),
    keptMonths: Number(visit.form.get('keptMonths')),
    keptLongMonths: Number(visit.form.get('keptLongMonths')),
  };
  await saveWatch(app, { unitId, setting, actor: visit.actor });
  return redirect(`${watchSettingsPath(unitId)}?done=parts`);
}

/** One check, new or changed, or taken off. */
export async function saveCheck(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.param('unit');
  const checks = await listChecks(app, unitId);
  const id = visit.form.get('id') ?? '';
  const typed = typedCheck(visit.form, id);
  const removed = visit.form.get('remove') === 'yes';
  const next = removed
    ? checks.filter((check) => check.id !== id)
    : checks.some((check) => check.id === id)
      ? checks.map((check) => (check.id === id ? typed : check))
      : [...checks, typed];
  try {
    await saveChecks(app, { unitId, checks: next, actor: visit.actor });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    return showWatchSettings(visit, deps, { typed, fault: visit.say(error.key, error.params) });
  }
  return redirect(`${watchSettingsPath(unitId)}?done=checks`);
}

export async function addSamples(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const postId = visit.form.get('post') ?? '';
  const chosen = visit.form.getAll('sample');
  const added = SAMPLE_NAMES.filter((name) => chosen.includes(name)).map((name) =>
    sampled(visit, name, postId),
  );
  const checks = [...(await listChecks(app, unitId)), ...added];
  await saveChecks(app, { unitId, checks, actor: visit.actor });
  return redirect(`${watchSettingsPath(unitId)}?done=checks`);
}

function sampled({ say }: Visit, name: CheckSampleName, postId: string): CheckTyped {
  return {
    ...CHECK_SAMPLES[name],
    postId,
    name: say(`watch.sample.${name}`),
    system: say(`watch.sample-system.${name}`),
    phrases: say(`watch.sample-phrases.${name}`).split('|'),
  };
}

const NEW_CHECK: WatchCheck = {
  ...{ id: '', postId: '', system: '', name: '', phrases: [], severity: 'warning', withinMinutes: 60 },
  times: { kind: 'every', hours: 4 },
  asks: { kind: 'state' },
  since: 0 as WatchCheck['since'],
};

function checkModel(visit: Visit, posts: readonly Post[], check: WatchCheck) {
  const { say } = visit;
  const { id, name, system, times, asks, phrases, severity, withinMinutes, postId } = check;
  const figure = (value: number | undefined): string =>
    value === undefined ? '' : figureWords(visit, value);
  return {
    ...{ id, name, system, withinMinutes, phrases: phrases.join('\n'), isNew: id === '' },
    when: timesWords(visit, times),
    posts: posts.map((post) => ({ id: post.id, name: post.name, current: post.id === postId })),
    times: (['start', 'every', 'clock'] as const).map((value) => ({
      value,
      label: say(`watch.times.${value}`),
      current: times.kind === value,
    })),
    hours: EVERY_HOURS.map((value) => ({ value, current: times.kind === 'every' && times.hours === value })),
    clocks: times.kind === 'clock' ? times.times.join(', ') : '',
    asks: (['state', 'figure', 'words'] as const).map((value) => ({
      value,
      label: say(`watch.asks.${value}`),
      current: asks.kind === value,
    })),
    measure: asks.kind === 'figure' ? asks.measure : '',
    least: asks.kind === 'figure' ? figure(asks.least) : '',
    most: asks.kind === 'figure' ? figure(asks.most) : '',
    severities: (['warning', 'serious'] as const).map((value) => ({
      value,
      label: say(`log.severity.${value}`),
      current: severity === value,
    })),
  };
}

function timesWords({ say }: Visit, times: CheckTimes): string {
  if (times.kind === 'start') return say('watch.times.start');
  if (times.kind === 'every') return say('watch.when.every', { hours: times.hours });
  return say('watch.when.clock', { times: times.times.join(', ') });
}

function typedCheck(form: URLSearchParams, id: string): CheckTyped {
  const field = (name: string): string => (form.get(name) ?? '').normalize('NFC').trim();
  return {
    ...(id === '' ? {} : { id }),
    ...{ postId: field('post'), system: field('system').slice(0, 200), name: field('name') },
    times: typedTimes(form),
    asks: typedAsks(form),
    phrases: field('phrases')
      .split(/\r?\n/u)
      .map((line) => line.trim().slice(0, 100))
      .filter(Boolean)
      .slice(0, 6),
    severity: field('severity') === 'serious' ? 'serious' : 'warning',
    withinMinutes: Number(field('within')),
  };
}

function typedTimes(form: URLSearchParams): CheckTimes {
  const kind = form.get('times');
  if (kind === 'start') return { kind };
  if (kind === 'every') return { kind, hours: Number(form.get('hours')) };
  const said = (form.get('clocks') ?? '').split(/[,;\s]+/u).filter(Boolean);
  const times = said.map(clockSaid).filter((each) => each !== undefined);
  // One that is no time of day is refused as none at all is.
  return { kind: 'clock', times: times.length === said.length ? times : [] };
}

function typedAsks(form: URLSearchParams): CheckAsks {
  const kind = form.get('asks');
  if (kind === 'words') return { kind };
  if (kind !== 'figure') return { kind: 'state' };
  const limit = (name: string) => {
    const said = (form.get(name) ?? '').trim();
    return said === '' ? {} : { [name]: parseFigure(said) };
  };
  return {
    kind,
    measure: (form.get('measure') ?? '').trim().slice(0, 20),
    ...limit('least'),
    ...limit('most'),
  };
}

/** With a comma or a point; not a number for anything else. */
export function parseFigure(text: string): number {
  const said = text.trim().replace(',', '.');
  return /^[-+−]?\d+(\.\d+)?$/u.test(said) ? Number(said.replace('−', '-')) : Number.NaN;
}
