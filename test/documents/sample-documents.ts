/** Rosters to print: the sample cases filled in turn with who is free and rested, and plans of any number of people. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/calendar/day.ts';
import { breaksOfSpan } from '../../src/calendar/holiday-sources.ts';
import { type Instant, overlaps, plusMinutes } from '../../src/calendar/interval.ts';
import { dayOf, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { buildPlan } from '../../src/domain/build-plan.ts';
import type { DocumentFields } from '../../src/domain/document-fields.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Assignment, Roster } from '../../src/domain/roster.ts';
import type { Shift } from '../../src/domain/shift.ts';
import type { StaffMember } from '../../src/domain/staff.ts';
import type { Swap } from '../../src/domain/swap.ts';
import type { DocumentOptions, DocumentRequest } from '../../src/output/documents/document-request.ts';
import { PDF_FONT_FILES, type PdfSources } from '../../src/output/documents/typst-pdf.ts';
import type { SheetSource } from '../../src/output/roster/sheet.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';

export const ROOT = join(import.meta.dirname, '../..');
const REST_MINUTES = 12 * 60;

export function samplePlan(name: string): Plan {
  const source = sampleCase(name);
  const { start, end } = source.period.span;
  const days = [addDays(dayOf(start, VIETNAM), -1), addDays(dayOf(end, VIETNAM), 2)] as const;
  const plan = buildPlan(source, breaksOfSpan(...days, sampleHolidays()));
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  return plan.value;
}

/** Gives each seat to whoever is qualified, free, rested and has carried least so far; leaves it empty otherwise. */
export function filledRoster(plan: Plan): Roster {
  const stood = new Map<string, Shift[]>(plan.staff.map(({ id }) => [id, []]));
  const assignments: Assignment[] = [];
  for (const shift of plan.shifts) {
    for (let place = 0; place < shift.cover.target; place++) {
      const member = candidates(plan, shift, stood)[0];
      if (!member) continue;
      stood.get(member.id)?.push(shift);
      assignments.push({ shiftId: shift.id, place, staffId: member.id });
    }
  }
  return { periodId: plan.period.id, assignments };
}

function candidates(plan: Plan, shift: Shift, stood: ReadonlyMap<string, readonly Shift[]>): StaffMember[] {
  const post = plan.posts.find(({ id }) => id === shift.postId);
  const rest = {
    start: plusMinutes(shift.span.start, -REST_MINUTES),
    end: plusMinutes(shift.span.end, REST_MINUTES),
  };
  const rested = (own: readonly Shift[]): boolean => !own.some(({ span }) => overlaps(span, rest));
  const carried = (own: readonly Shift[]): number => own.reduce((sum, { minutes }) => sum + minutes, 0);
  return plan.staff
    .filter(({ skills }) => post?.skills.every((skill) => skills.includes(skill)))
    .filter(({ id }) => !plan.leave.some((l) => l.staffId === id && overlaps(l.span, shift.span)))
    .filter(({ id }) => rested(stood.get(id) ?? []))
    .sort((a, b) => carried(stood.get(a.id) ?? []) - carried(stood.get(b.id) ?? []));
}

export function at(text: string): Instant {
  const instant = parseInstant(text, VIETNAM);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

export function sourceOf(plan: Plan, facts: Partial<SheetSource> = {}): SheetSource {
  return {
    plan,
    roster: filledRoster(plan),
    language: 'vi',
    phones: true,
    version: { number: 3, publishedAt: at('2027-02-03T15:04') },
    replaces: { number: 2, publishedAt: at('2027-01-29T09:00') },
    ...facts,
  };
}

export const FIELDS: DocumentFields = {
  parentName: 'Sở Khoa học và Công nghệ tỉnh Lam Giang',
  unitName: 'Trung tâm Công nghệ số',
  number: 5,
  symbol: 'TB-TTCNS',
  date: '2027-01-25' as NonNullable<DocumentFields['date']>,
  subject: 'Phân công trực bảo đảm an toàn thông tin dịp Tết Nguyên đán Đinh Mùi năm 2027',
  archive: 'VT, ATTT',
  signer: { capacity: 'head', authority: 'Giám đốc', name: 'Nguyễn Hữu Khánh' },
  maker: 'Phạm Văn Thuận',
};

export const CURRENT_URL = 'https://truc.lamgiang.example/p/tet-2027';

export function requestOf(
  plan: Plan,
  facts: {
    readonly source?: Partial<SheetSource>;
    readonly fields?: DocumentFields;
    readonly options?: DocumentOptions;
  } = {},
): DocumentRequest {
  const source = sourceOf(plan, facts.source);
  const swap = swapOf(source);
  return {
    source,
    fields: facts.fields ?? FIELDS,
    options: { currentUrl: CURRENT_URL, ...facts.options },
    ...(swap && { swap }),
  };
}

/** Of the first two shifts that two people stand; undefined where nobody stands two. */
function swapOf({ plan, roster }: SheetSource): Swap | undefined {
  const [seat] = roster.assignments;
  const other = roster.assignments.find(
    ({ staffId, shiftId }) => staffId !== seat?.staffId && shiftId !== seat?.shiftId,
  );
  if (!seat || !other) return undefined;
  const at = (hours: number): Instant => plusMinutes(plan.period.span.start, -hours * 60);
  return {
    id: 'doi-1',
    unitId: plan.unit.id,
    periodId: plan.period.id,
    askerId: seat.staffId,
    seat,
    partnerId: other.staffId,
    other,
    message: 'Có việc gia đình, xin đổi một ca.',
    state: 'approved',
    askedAt: at(72),
    expiresAt: at(4),
    answeredAt: at(70),
    decidedAt: at(48),
    version: 3,
  };
}

export function pdfSources(): PdfSources {
  const views = join(ROOT, 'views/typst');
  return {
    fonts: PDF_FONT_FILES.map((file) => readFileSync(join(ROOT, 'node_modules', file))),
    templates: new Map(readdirSync(views).map((name) => [name, readFileSync(join(views, name), 'utf8')])),
  };
}
