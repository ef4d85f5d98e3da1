/** Why a seat is empty, in plain words, and the smallest repairs, each tried on the whole roster before it is offered. */

import { applyRepair as apply } from '../../app/drafts/apply-repair.ts';
import {
  type FoundRepair,
  findShortage,
  type Shortage,
  type WeighedShortage,
  weighShortage,
} from '../../app/drafts/find-repairs.ts';
import type { ShortageReason } from '../../app/drafts/shortage-reasons.ts';
import type { Left } from '../../app/drafts/weigh-levers.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { givenStaffName, staffName } from '../../domain/staff-names.ts';
import { formatBothCalendars } from '../../i18n/format.ts';
import { isMessageKey, type MessageKey } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { clashLines } from '../../output/roster/clash-lines.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import { coverOfVersion } from '../../output/roster/seats.ts';
import { shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import { teamAwayLines } from '../../output/roster/team-away-lines.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { rulesPath } from '../paths/setup.ts';

export async function showShortage(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const { periodId } = key;
  const shiftId = visit.query.get('shift') ?? '';
  const shortage = await weighShortage(app, searches, { key, shiftId });
  if (!shortage) return { kind: 'redirect', to: makingPath(periodId, 'draft') };
  const { plan, shift, missing, roster } = shortage;
  const { language, say } = visit;
  const post = plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '';
  const holders = roster.assignments.filter((each) => each.shiftId === shift.id);
  const names = holders.map(({ staffId }) => staffName(plan.staff, staffId));
  return {
    kind: 'page',
    view: 'draft/shortage',
    title: say('editor.shortage.title', { when: shiftLine(language, plan, shift), post, missing }),
    unitName: plan.unit.name,
    model: {
      title: say('editor.shortage.title', {
        when: `${shift.label} ${formatBothCalendars(language, shift.day)}`,
        post,
        missing,
      }),
      about: say('editor.shortage.about', {
        post,
        hours: shiftWords(language, plan, shift).hours,
        needed: shift.cover.minimum,
        standing: names.length,
        names: names.length === 0 ? say('editor.seat.nobody') : names.join(', '),
      }),
      head: dayHead(language, shift.day),
      periodName: plan.period.name,
      draftPath: makingPath(periodId, 'draft'),
      seatPath: makingPath(periodId, 'draft', { seat: `${shift.id}@${freePlace(shortage)}` }),
      publishPath: makingPath(periodId, 'publish'),
      rulesPath: rulesPath(periodId),
      action: makingPath(periodId, 'shortage', { shift: shift.id }),
      revision: shortage.revision,
      funnel: funnelOf(visit, shortage),
      reasons: reasonsModel(visit, shortage),
      teams: [...clashLines(language, plan), ...teamAwayLines(language, plan)],
      alike: alikeLine(visit, shortage),
      levers: leverLines(visit, shortage),
      repairs: shortage.repairs.map((repair, i) => repairModel(visit, shortage, { repair, number: i + 1 })),
    },
  };
}

/** The repair is found again and must still hold: what was shown may be an hour old. */
export async function applyRepair(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const shiftId = visit.query.get('shift') ?? '';
  const shortage = await findShortage(app, searches, { key, shiftId });
  const choice = visit.form.get('repair') ?? '';
  const found = shortage?.repairs.find((each) => choiceOf(each) === choice);
  if (!shortage || !found) throw new AppError('conflict', 'editor.failure.repair');
  const { shift, revision: seenRevision } = shortage;
  const { repair, roster } = found;
  await apply(app, { key, repair, shift, roster, seenRevision, actor: visit.actor });
  return redirect(makingPath(key.periodId, 'draft'));
}

function freePlace({ roster, shift }: Shortage): number {
  const taken = new Set(
    roster.assignments.filter(({ shiftId }) => shiftId === shift.id).map(({ place }) => place),
  );
  let place = 0;
  while (taken.has(place)) place++;
  return place;
}

/** 28 people → 14 qualified → 0 who could still take it. */
function funnelOf({ say }: Visit, { plan, reasons, shift }: Shortage) {
  const count = (keep: (reason: ShortageReason) => boolean): number =>
    reasons.filter(keep).reduce((sum, { staffIds }) => sum + staffIds.length, 0);
  const unskilled = count(({ constraint }) => constraint === 'qualified');
  const free = count(({ obstacle }) => obstacle === 'free');
  const post = plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '';
  return [
    { figure: plan.staff.length, words: say('editor.shortage.people'), bad: false },
    { figure: plan.staff.length - unskilled, words: say('editor.shortage.qualified', { post }), bad: false },
    { figure: free, words: say('editor.shortage.free'), bad: free === 0 },
  ];
}

const MOST_NAMES = 10;

/** Reasons that read alike are told once, though two rules may be behind them. */
function reasonsModel(visit: Visit, { plan, reasons }: Shortage) {
  const people = new Map<string, string[]>();
  for (const reason of reasons) {
    const words = reasonWords(visit, reason);
    people.set(words, [...(people.get(words) ?? []), ...reason.staffIds]);
  }
  return [...people]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([words, staffIds]) => {
      const names = staffIds.map((id) => givenStaffName(plan.staff, id));
      const more = names.length > MOST_NAMES ? [`+${names.length - MOST_NAMES}`] : [];
      return {
        words,
        count: staffIds.length,
        share: Math.round((staffIds.length / plan.staff.length) * 100),
        names: [...names.slice(0, MOST_NAMES), ...more].join(', '),
      };
    });
}

function reasonWords({ say }: Visit, { obstacle, constraint, runsInto }: ShortageReason): string {
  if (runsInto) return capitalised(say('shortage.runs-into-leave'));
  const own = `constraint.${constraint}.shortage`;
  // Obstacles that no rule makes are told by themselves.
  const free: string = `shortage.${obstacle}`;
  const words =
    constraint === undefined ? say(free) : say(isMessageKey(own) ? own : `constraint.${constraint}.name`);
  return capitalised(words);
}

function capitalised(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;
}

const MOST_LEVERS = 3;
const MOST_ALIKE = 4;

/** `Bỏ “Số ca tối đa”: còn 3 ghế trống (đang 15).` The first is the one that helps most, as tried on the whole roster. */
function leverLines({ say, language }: Visit, { plan, gaps, weighed }: WeighedShortage): string[] {
  const nameOf = ({ id, constraint }: Rule): string => {
    const several = plan.ruleSet.rules.filter((each) => each.constraint === constraint).length > 1;
    return `“${say(`constraint.${constraint}.name` as MessageKey)}${several ? ` (${id})` : ''}”`;
  };
  const rest = ({ gaps: left, isLeast }: Left): string =>
    say(`editor.shortage.left${isLeast ? '' : '-at-most'}`, { left });
  const { kept, levers } = weighed;
  return [
    ...(kept.gaps < gaps ? [say('editor.shortage.kept', { rest: rest(kept), gaps })] : []),
    ...levers.slice(0, MOST_LEVERS).map((lever) => {
      const names = new Intl.ListFormat(language).format(lever.rules.map(nameOf));
      const key = `editor.shortage.lever${lever.rules.length > 1 ? '-together' : ''}` as const;
      return say(key, { names, rest: rest(lever), gaps });
    }),
  ];
}

/** Fifteen gaps of one cause are one sentence. */
function alikeLine({ say, language }: Visit, { plan, alike }: Shortage): string {
  if (alike.length === 0) return '';
  const told = alike.slice(0, MOST_ALIKE).map((each) => shiftLine(language, plan, each));
  const more = alike.length > MOST_ALIKE ? [`+${alike.length - MOST_ALIKE}`] : [];
  return say('editor.shortage.alike', { count: alike.length, shifts: [...told, ...more].join(', ') });
}

function choiceOf({ repair }: FoundRepair): string {
  return Object.values(repair).join(' ');
}

function repairModel(
  visit: Visit,
  { plan, shift }: Shortage,
  { repair: found, number }: { readonly repair: FoundRepair; readonly number: number },
) {
  const { say, language } = visit;
  const { repair } = found;
  const nameOf = (id: string | undefined): string => staffName(plan.staff, id);
  const rule = plan.ruleSet.rules.find(({ id }) => 'rule' in repair && id === repair.rule);
  const most = Number(rule?.params.most ?? 0);
  const { filled, needed } = coverOfVersion({ plan: found.plan, roster: found.roster });
  const params = {
    name: nameOf('staffId' in repair ? repair.staffId : found.staffId),
    post: plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '',
    when: shiftLine(language, plan, shift),
    label: shift.label,
    rule: rule ? say(`constraint.${rule.constraint}.name`) : '',
    most,
    more: most + 1,
    people: shift.cover.minimum - 1,
  };
  return {
    choice: choiceOf(found),
    number,
    name: say(`editor.repair.${repair.kind}`, params),
    text: say(
      repair.kind === 'limit' && found.staffId === undefined
        ? 'editor.repair.limit-moves'
        : `editor.repair.${repair.kind}-text`,
      params,
    ),
    facts: [
      say('editor.repair.filled', { filled, needed }),
      found.moved === 0
        ? say('editor.repair.nobody-moves')
        : say('editor.repair.moves', { count: found.moved }),
    ],
    last: repair.kind === 'cover',
  };
}
