/** “Cấp độ an toàn”: what the installation's level asks, each met or not by what is set, and where it is set. */

import { secondStepDueAt } from '../../app/access/held-back.ts';
import { sayInstallationSafety } from '../../app/access/safety.ts';
import { type Requirement, readSafetyReport, type Safeguards } from '../../app/access/safety-report.ts';
import {
  SAFETY_BOUNDS,
  SAFETY_LEVELS,
  type SafetyFigure,
  type SafetyLevel,
  type SafetySettings,
} from '../../domain/safety.ts';
import { inside, proven, redirect, stamp } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { SAFETY_PATH } from '../paths/access.ts';

/** Where none is told, as in tests: what is not known is not met. */
const UNKNOWN: Safeguards = {
  tls: false,
  auditKeptDays: 0,
  auditForwarded: false,
  backupsEncrypted: false,
  backupAgeMs: () => undefined,
};

export function showSafety(visit: Visit, deps: WebDeps): Promise<Reply> {
  return safetyPage(visit, deps, []);
}

async function safetyPage(visit: Visit, deps: WebDeps, faults: readonly SafetyFigure[]): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { level, settings, requirements } = await readSafetyReport(app, visitor, deps.safeguards ?? UNKNOWN);
  const asked = requirements.filter((each) => each.asked);
  const met = asked.filter((each) => each.met).length;
  return {
    kind: 'page',
    view: 'access/safety',
    title: visit.say('safety.title'),
    ...refusedIf(faults.length > 0),
    model: {
      path: SAFETY_PATH,
      done: visit.query.get('done') === 'saved',
      said: level !== undefined,
      summary: visit.say(level === undefined ? 'safety.none' : 'safety.summary', {
        level: level ?? 1,
        met,
        all: asked.length,
      }),
      requirements: requirements
        .toSorted((a, b) => rank(a) - rank(b))
        .map((each) => requirementOf(visit, each)),
      levels: SAFETY_LEVELS.map((each) => ({ level: each, chosen: each === (level ?? 1) })),
      switches: SWITCHES.map((name) => ({
        name,
        label: visit.say(`safety.field.${name}`),
        on: settings[name],
      })),
      figures: FIGURES.map((name) => figureOf(visit, name, { settings, isWrong: faults.includes(name) })),
    },
  };
}

const SWITCHES = ['administratorTwoSteps', 'outsideTwoSteps'] as const;
const FIGURES = Object.keys(SAFETY_BOUNDS) as SafetyFigure[];

/** What is to be done first, what is asked later last. */
function rank({ asked, met }: Requirement): number {
  if (!asked) return 2;
  return met ? 1 : 0;
}

function requirementOf(visit: Visit, { name, from, by, asked, met, evidence }: Requirement) {
  const state = !asked ? 'later' : met ? 'met' : 'open';
  const missing = Object.values(evidence).some((figure) => figure < 0);
  const told: string = `safety.${name}.${missing ? 'none' : met ? 'met' : 'open'}`;
  return {
    title: visit.say(`safety.${name}.title`),
    setting: visit.say(`safety.${name}.setting`),
    evidence: visit.say(told, evidence),
    source: visit.say(`safety.by.${by}`, { from }),
    state,
    isMet: state === 'met',
    isOpen: state === 'open',
    words: visit.say(`safety.state.${state}`, { from }),
  };
}

interface Shown {
  readonly settings: SafetySettings;
  readonly isWrong: boolean;
}

function figureOf(visit: Visit, name: SafetyFigure, { settings, isWrong }: Shown) {
  const [least, most] = SAFETY_BOUNDS[name];
  return {
    name,
    label: visit.say(`safety.field.${name}`),
    value: visit.form.get(name) ?? String(settings[name]),
    least,
    most,
    fault: isWrong ? visit.say('safety.field.fault', { least, most }) : '',
  };
}

export function saveSafety(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { form } = visit;
  const level = SAFETY_LEVELS.find((each) => String(each) === form.get('level')) ?? SAFETY_LEVELS[0];
  const figures = FIGURES.map((name) => [name, Number(form.get(name) ?? Number.NaN)] as const);
  const wrong = figures.filter(([name, value]) => !fits(name, value)).map(([name]) => name);
  if (wrong.length > 0) return safetyPage(visit, deps, wrong);
  return proven(SAFETY_PATH, async () => {
    await sayInstallationSafety(app, visitor, sayingOf(level, form, figures));
    return redirect(`${SAFETY_PATH}?done=saved`);
  });
}

function fits(name: SafetyFigure, value: number): boolean {
  const [least, most] = SAFETY_BOUNDS[name];
  return Number.isInteger(value) && value >= least && value <= most;
}

type Figures = readonly (readonly [SafetyFigure, number])[];

function sayingOf(level: SafetyLevel, form: URLSearchParams, figures: Figures) {
  const switches = SWITCHES.map((name) => [name, form.get(name) === 'on'] as const);
  return { level, settings: Object.fromEntries([...switches, ...figures]) as unknown as SafetySettings };
}

/** By when the visitor must have a second step; empty where nothing is asked of them. */
export async function secondStepDue(visit: Visit, deps: WebDeps): Promise<string> {
  const { app, visitor } = inside(visit, deps);
  const until = await secondStepDueAt(app, visitor);
  if (until === undefined) return '';
  return visit.say('safety.due', { until: stamp(visit, deps, until as Visit['now']) });
}
