/**
 * What is fuzzed, and what must hold of whatever comes out: taken or refused with sentences, never thrown, never half,
 * never a changed prototype, never more than is bounded.
 */

import { networkOf } from '../../src/app/access/network.ts';
import { matchTotp } from '../../src/app/access/totp.ts';
import type { Day } from '../../src/calendar/day.ts';
import { parseHolidayFile } from '../../src/calendar/holiday-file.ts';
import { breaksOfSpan } from '../../src/calendar/holiday-sources.ts';
import { expandRecurrence } from '../../src/calendar/recurrence.ts';
import { MOST_OCCURRENCES } from '../../src/calendar/recurrence-rule.ts';
import { parseSignInName } from '../../src/domain/account.ts';
import { buildPlan } from '../../src/domain/build-plan.ts';
import { MOST_SHIFTS } from '../../src/domain/demand.ts';
import { passwordFault } from '../../src/domain/password-rules.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { isMessageKey, LANGUAGES, translate } from '../../src/i18n/translate.ts';
import { parseDocumentFields } from '../../src/input/document-file.ts';
import { parseCase } from '../../src/input/parse-case.ts';
import type { Fault, Parsed } from '../../src/kernel/fault.ts';
import type { Random } from '../../src/kernel/random.ts';
import { formatRosterJson, parseRosterJson } from '../../src/output/roster-json.ts';
import { sampleFiles } from '../input/case-fixture.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { anyRule, NASTY, pick, spoilBytes, spoilCell, spoilJson } from './noise.ts';

export type Verdict = 'taken' | 'refused';

export interface Target {
  readonly name: string;
  /** Of the runs asked for, where one takes long; all when absent. */
  readonly share?: number;
  /** Throws when something does not hold. */
  run(random: Random): Verdict | Promise<Verdict>;
  /** After the last run. */
  end?(): Promise<void>;
}

const HOLIDAYS = sampleHolidays();
const FEBRUARY = { from: '2027-02-01' as Day, to: '2027-03-01' as Day };
const BREAKS = breaksOfSpan(FEBRUARY.from, FEBRUARY.to, HOLIDAYS);
const SAMPLES = ['unit-small', 'tet-2027-province', 'urgent-72h'].map(sampleFiles);
const PLAN = planOf();

function planOf(): Plan {
  const built = buildPlan(sampleCase('unit-small'), BREAKS);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.value;
}

/** The listing of faults is bounded by the readers themselves. */
const MOST_FAULTS = 2_000;

function hold(parsed: Parsed<unknown>): Verdict {
  const told = parsed.ok ? parsed.warnings : parsed.faults;
  if (!parsed.ok && told.length === 0) throw new Error('refused without a word');
  if (told.length > MOST_FAULTS) throw new Error(`${told.length} faults`);
  for (const fault of told) holdFault(fault);
  return parsed.ok ? 'taken' : 'refused';
}

function holdFault({ key, params, file }: Fault): void {
  if (!isMessageKey(key)) throw new Error(`no sentence for ${key}`);
  if (file === '') throw new Error(`${key} names no file`);
  for (const language of LANGUAGES) {
    const bare = Object.fromEntries(Object.keys(params).map((name) => [name, 'x']));
    const sentence = translate(language, key, bare);
    if (/\{\w+\}/.test(sentence)) throw new Error(`${key} leaves a gap: ${sentence}`);
  }
}

/** A case that is taken must also give a plan, or faults. */
function holdCase(files: ReadonlyMap<string, Uint8Array>): Verdict {
  const parsed = parseCase(files);
  if (!parsed.ok) return hold(parsed);
  hold(parsed);
  const plan = buildPlan(parsed.value, BREAKS);
  if (plan.ok && plan.value.shifts.length > MOST_SHIFTS) throw new Error('more shifts than allowed');
  return hold(plan);
}

function withFile(
  random: Random,
  change: (name: string, bytes: Uint8Array) => Uint8Array,
): Map<string, Uint8Array> {
  const files = new Map(pick(random, SAMPLES));
  const name = pick(random, [...files.keys()]);
  files.set(name, change(name, files.get(name) ?? new Uint8Array()));
  return files;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

const ROSTER: unknown = JSON.parse(
  formatRosterJson({
    plan: PLAN,
    roster: {
      periodId: PLAN.period.id,
      assignments: PLAN.shifts.flatMap(({ id }) =>
        PLAN.staff.slice(0, 1).map((member) => ({ shiftId: id, place: 0, staffId: member.id })),
      ),
    },
  }),
);

const HOLIDAY_FILE = {
  year: 2027,
  breaks: [
    {
      key: '2027-tet',
      kind: 'tet',
      title: 'Tết',
      from: '2027-02-04',
      to: '2027-02-10',
      status: 'official',
      source: 'x',
    },
  ],
};

export const TARGETS: readonly Target[] = [
  {
    name: 'bytes of a case',
    run: (random) => holdCase(withFile(random, (_, bytes) => spoilBytes(random, bytes))),
  },
  {
    name: 'cells and values of a case',
    run: (random) =>
      holdCase(
        withFile(random, (name, bytes) =>
          bytesOf(
            name.endsWith('.json')
              ? spoilJson(random, JSON.parse(text(bytes)))
              : spoilCell(random, text(bytes)),
          ),
        ),
      ),
  },
  {
    name: 'recurrence rules',
    run(random) {
      const span = pick(random, [
        FEBRUARY,
        { from: '1968-01-01' as Day, to: '2101-01-01' as Day },
        { from: '2027-02-10' as Day, to: '2027-02-01' as Day },
        { from: '2027-02-01' as Day, to: '9999-12-31' as Day },
      ]);
      const expansion = expandRecurrence({ ...span, rrule: anyRule(random) });
      if (!expansion.ok) {
        return hold({ ok: false, faults: expansion.faults.map((fault) => ({ ...fault, file: 'x' })) });
      }
      const { days } = expansion;
      if (days.length > MOST_OCCURRENCES) throw new Error(`${days.length} days`);
      if (days.some((day, i) => day < span.from || day >= span.to || day <= (days[i - 1] ?? ''))) {
        throw new Error('days outside the span, or out of order');
      }
      return 'taken';
    },
  },
  {
    name: 'rosters in JSON',
    run: (random) =>
      hold(
        parseRosterJson(
          random.below(2) === 0
            ? spoilJson(random, ROSTER)
            : text(spoilBytes(random, bytesOf(JSON.stringify(ROSTER)))),
          PLAN,
        ),
      ),
  },
  {
    name: 'holiday files',
    run: (random) => hold(parseHolidayFile(JSON.parse(spoilJson(random, HOLIDAY_FILE)), 'holidays.json')),
  },
  {
    name: 'document fields',
    run: (random) =>
      hold(parseDocumentFields(spoilBytes(random, bytesOf(pick(random, ['{}', '{"number":"1"}']))))),
  },
  {
    name: 'names, passwords, codes and addresses',
    run(random) {
      const typed = `${pick(random, NASTY)}${pick(random, NASTY)}`;
      const name = parseSignInName(typed);
      if (name !== undefined && !/^[\x21-\x7e]{3,100}$/.test(name)) throw new Error(`a name like ${name}`);
      const fault = passwordFault(typed, [pick(random, NASTY)]);
      if (fault && !isMessageKey(fault.key)) throw new Error(`no sentence for ${fault.key}`);
      const now = random.below(2_000_000_000) as never;
      if (matchTotp(new Uint8Array(20), typed, now).length > 0 && !/^\s*(\d\s*){6}$/.test(typed))
        throw new Error('a code that is not six figures');
      if (
        networkOf(pick(random, [typed, `::${typed}`, `1:2:3:4:5:6:7:${typed}`])).length >
        typed.length + 100
      ) {
        throw new Error('an address that grows');
      }
      return name === undefined || fault ? 'refused' : 'taken';
    },
  },
];
