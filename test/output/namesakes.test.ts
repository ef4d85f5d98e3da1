/** Ensure that namesakes are told apart in everything that is printed, fed or handed to a program, and nobody else is. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { renderFeed } from '../../src/output/calendar-feed.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { formatDocumentText, formatTableCsv } from '../../src/output/documents/table-text.ts';
import { rosterSheet } from '../../src/output/roster/sheet.ts';
import { formatRosterCsv } from '../../src/output/roster-csv.ts';
import { formatRosterJson } from '../../src/output/roster-json.ts';
import { formatRosterText } from '../../src/output/roster-text.ts';
import { violationWhere } from '../../src/output/violation-words.ts';
import { logicalLines } from './feed/reading.ts';
import { idOf, PLAN, periodOf, personal, ROSTER, request, UNIT_SCOPE, version } from './sample.ts';

const HUNG = 'Nguyễn Văn Hùng';
/** Two of the watch and one who responds: different departments, then different titles. */
const HUNGS: Readonly<Record<string, readonly [string, string]>> = {
  [idOf('Bùi Đức Anh')]: ['Phòng Hạ tầng', 'Kỹ sư'],
  [idOf('Đặng Thu Cúc')]: ['Phòng Giám sát', 'Kỹ sư'],
  [idOf('Cao Bá Mạnh')]: ['Phòng Giám sát', 'Trưởng ca'],
};

const plan: Plan = {
  ...PLAN,
  staff: PLAN.staff.map((member) => {
    const [department, title] = HUNGS[member.id] ?? [member.department, member.title];
    return HUNGS[member.id] ? { ...member, name: HUNG, department, title } : member;
  }),
};
const SHOWN = [`${HUNG} (Phòng Hạ tầng)`, `${HUNG} (Kỹ sư, Phòng Giám sát)`, `${HUNG} (Trưởng ca)`];
const source = { plan, roster: ROSTER, language: 'vi', phones: true } as const;

/** Everything that stands behind the name, wherever it stands. */
function marksIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(HUNG)
        .slice(1)
        .map((rest) => `${HUNG}${/^ \([^)]*\)/.exec(rest)?.[0] ?? ''}`),
    ),
  ].sort();
}

describe('namesakes', () => {
  it.each<[string, () => string]>([
    ['CSV', () => formatRosterCsv(rosterSheet(source))],
    ['text', () => formatRosterText(rosterSheet(source))],
    ['JSON', () => formatRosterJson(source)],
    ['the unit’s feed', () => unfolded({ plan })],
    // The paper that asks for a swap names two people only.
    ...DOCUMENT_KINDS.filter((kind) => kind !== 'swap').map((kind): [string, () => string] => [
      `document ${kind}`,
      () => {
        // Beside an earlier version of nobody, so that everyone is a change.
        const before = {
          plan,
          roster: { ...ROSTER, assignments: [] },
          version: { number: 1, publishedAt: 0 as Instant },
        };
        const made = buildDocument(kind, { source, before, fields: {}, options: {} });
        return `${formatDocumentText(made)}\n${formatTableCsv(made)}`;
      },
    ]),
  ])('stand apart in %s', (_, made) => {
    expect(marksIn(made())).toEqual([...SHOWN].sort());
  });

  it('stand apart in what a check says', () => {
    const words = violationWhere('vi', plan, { staffIds: Object.keys(HUNGS), shiftIds: [] });
    expect(marksIn(words)).toEqual([...SHOWN].sort());
  });
});

function unfolded({ plan: shown }: { readonly plan: Plan }, scope = UNIT_SCOPE): string {
  const period = periodOf(version(1, '2027-01-25T09:00', shown, ROSTER));
  return logicalLines(renderFeed(request(scope, [period], { phones: true })))
    .join('\n')
    .replaceAll('\\,', ',');
}

/** Events by UID. */
function eventsOf(text: string): Map<string, string> {
  return new Map(
    text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => [/UID:(.*)/.exec(event)?.[1] ?? '', event]),
  );
}

describe('feeds', () => {
  it('change only where a namesake stands, and never their sequence or stamp', () => {
    const scope = personal('Lê Quang Duy');
    const alone: Plan = {
      ...plan,
      staff: plan.staff.filter(({ name, department }) => name !== HUNG || department === 'Phòng Hạ tầng'),
    };
    for (const each of [UNIT_SCOPE, scope]) {
      const before = eventsOf(unfolded({ plan: alone }, each));
      const after = eventsOf(unfolded({ plan }, each));
      for (const [uid, event] of before) {
        const now = after.get(uid) ?? '';
        if (!now.includes(HUNG)) expect(now).toBe(event);
        for (const field of ['SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED']) {
          expect(new RegExp(`${field}:.*`).exec(now)?.[0]).toBe(new RegExp(`${field}:.*`).exec(event)?.[0]);
        }
      }
    }
  });
});
