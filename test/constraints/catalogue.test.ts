/** Every entry of the catalogue is whole: its file, its tests, its sentences in both languages with all figures filled. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONSTRAINTS, constraintOf, findConstraint } from '../../src/constraints/catalogue.ts';
import { check } from '../../src/constraints/check.ts';
import { PROFILES, profileOf } from '../../src/constraints/profiles.ts';
import { ruleFields } from '../../src/constraints/rule-fields.ts';
import { ruleSetSource } from '../../src/constraints/rule-set-source.ts';
import { isMessageKey, LANGUAGES, translate } from '../../src/i18n/translate.ts';
import { violationText } from '../../src/output/violation-words.ts';
import { randomPlan, randomRoster, SMALL } from '../random-plan.ts';

const CODES = CONSTRAINTS.map(({ code }) => code);
const ROOT = join(import.meta.dirname, '../../src/constraints');
const REFERENCE = readFileSync(join(import.meta.dirname, '../../docs/REFERENCE.md'), 'utf8');

describe('catalogue', () => {
  it('has no code twice, and finds each', () => {
    expect(new Set(CODES).size).toBe(CODES.length);
    for (const constraint of CONSTRAINTS) expect(findConstraint(constraint.code)).toBe(constraint);
  });

  it('refuses a code that it does not have', () => {
    expect(() => constraintOf('no-such-rule')).toThrow('error.constraint.unknown');
  });

  it('has every constraint that is written', async () => {
    const files = readdirSync(ROOT).filter((file) => file.endsWith('.ts'));
    const written = (await Promise.all(files.map((file) => import(join(ROOT, file)))))
      .flatMap((module: object) => Object.values(module))
      .filter((each) => typeof each?.violations === 'function' && typeof each.terms === 'function');
    expect(new Set(written)).toEqual(new Set(CONSTRAINTS));
  });

  const tests = readdirSync(import.meta.dirname)
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  it.each(CODES)('%s has a file and a table of tests', (code) => {
    expect(existsSync(join(ROOT, `${code}.ts`))).toBe(true);
    expect(tests).toContain(`describe('${code}', () => {\n`);
  });
});

describe('scopes', () => {
  /** Rules that name their people themselves, or ask something of shifts, or say what no one can do at all. */
  const OF_THE_NAMED = ['together', 'apart', 'after-whom'];
  const OF_SHIFTS = ['cover-minimum', 'cover-target', 'cover-most'];
  const OF_NATURE = ['qualified', 'available', 'no-overlap'];
  it.each(CONSTRAINTS.filter(({ code }) => ![...OF_THE_NAMED, ...OF_SHIFTS, ...OF_NATURE].includes(code)))(
    '$code may hold for some people only',
    (constraint) => {
      expect(ruleFields(constraint).map(({ kind }) => kind)).toContain('who');
    },
  );
});

describe('the reference', () => {
  it('shows rules that are read as they stand there', () => {
    const shown = [...REFERENCE.matchAll(/```json\n(\{.*?\})\n```/gsu)].flatMap(([, text = '']) =>
      text.includes('"changes"') ? [JSON.parse(text) as unknown] : [],
    );
    expect(shown).toHaveLength(2);
    for (const source of shown) expect(ruleSetSource.safeParse(source).success).toBe(true);
  });
});

describe('phrases', () => {
  it.each(CODES.filter(keepsOff))('%s says why it keeps somebody off a seat', (code) => {
    expect(isMessageKey(`constraint.${code}.shortage`)).toBe(true);
  });

  it.each(CODES)('%s has a name and a unit, and stands in the reference', (code) => {
    expect(REFERENCE).toContain(`\`${code}\``);
    expect(['name', 'unit', 'about'].filter((part) => !isMessageKey(`constraint.${code}.${part}`))).toEqual(
      [],
    );
  });

  it.each(LANGUAGES)('fill every figure of a sentence from the parameters, in %s', (language) => {
    const open = rulesOfPlans().filter(({ constraint, params }) => {
      const variant = constraintOf(constraint).variant?.(params);
      const key = `constraint.${constraint}.sentence${variant === undefined ? '' : `.${variant}`}`;
      const figures: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(params)) {
        if (typeof value === 'number' || typeof value === 'string') figures[name] = value;
      }
      return !isMessageKey(key) || translate(language, key, figures).includes('{');
    });
    expect(open).toEqual([]);
  });

  let violations: ReturnType<typeof check>['violations'];
  beforeAll(() => {
    violations = seeds(60).flatMap((seed) => {
      const plan = randomPlan(seed, { ...SMALL, days: 9 });
      return check(plan, randomRoster(plan, seed)).violations;
    });
  });

  it.each(LANGUAGES)('fill every figure of a violation, in %s', (language) => {
    expect(new Set(violations.map(({ constraint }) => constraint)).size).toBe(CODES.length);
    const open = violations.filter((violation) => {
      const key = `constraint.${violation.constraint}.violation`;
      return !isMessageKey(key) || violationText(language, violation).includes('{');
    });
    expect(open).toEqual([]);
  });

  it.each(PROFILES)('name the profile %s', (profile) => {
    expect(['name', 'note'].filter((part) => !isMessageKey(`profile.${profile}.${part}`))).toEqual([]);
  });
});

/** What can be hard, and says no; a rule that more people on duty can only please keeps nobody off a seat. */
function keepsOff(code: string): boolean {
  const { kind, level } = constraintOf(code);
  return kind !== 'balance' && !level && !['cover-target', 'cover-most', 'least-shifts'].includes(code);
}

const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);

function rulesOfPlans() {
  const rules = seeds(40).flatMap((seed) => randomPlan(seed).ruleSet.rules);
  return [...rules, ...PROFILES.flatMap((profile) => profileOf(profile).rules)];
}
