/** Every kind of document in every layout, paper and way of signing, of any plan: what all must hold is held by each. */

import {
  FITS,
  LETTER_TYPES,
  LIST_LAYOUTS,
  ORIENTATIONS,
  PAPERS,
  SIGNING_CAPACITIES,
} from '../../src/domain/document-fields.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DutyDocument } from '../../src/output/documents/document.ts';
import type { DocumentRequest } from '../../src/output/documents/document-request.ts';
import { FIELDS, requestOf } from './sample-documents.ts';

export interface Variant {
  /** `official posts alone`. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly options?: DocumentRequest['options'];
  readonly fields?: DocumentRequest['fields'];
}

const SHEETS = PAPERS.flatMap((paper) => ORIENTATIONS.map((orientation) => ({ paper, orientation })));

/** Three sign a sheet, and nobody is named on the letter. */
const LONG_FIELDS: DocumentRequest['fields'] = {
  ...FIELDS,
  parentName: 'Ủy ban nhân dân thành phố Đồng bằng Sông Cửu Long',
  unitName: 'Trung tâm Điều hành đô thị thông minh và Chuyển đổi số',
  signer: {
    capacity: 'for-collective-head',
    authority: 'Ủy ban nhân dân',
    head: 'Chủ tịch',
    position: 'Phó Chủ tịch Thường trực',
  },
  checkerOffice: 'Trưởng phòng Tổ chức - Hành chính và Quản trị',
  checkerName: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trân',
  returns: 'difference',
  urgency: 'very-urgent',
};

const ELECTRONIC: DocumentRequest['fields'] = { ...LONG_FIELDS, medium: 'electronic' };

function lists(): Variant[] {
  return LIST_LAYOUTS.flatMap((layout) =>
    [false, true].flatMap((alone) =>
      [{}, { onePage: true }, { orientation: 'portrait' as const }].map((rest) => ({
        name: ['official', layout, alone ? 'alone' : 'annex', ...Object.keys(rest)].join(' '),
        kind: 'official' as const,
        options: { layout, alone, ...rest },
        ...(alone && { fields: LONG_FIELDS }),
      })),
    ),
  );
}

function letters(): Variant[] {
  const typed = LETTER_TYPES.map((type) => ({
    name: `notice ${type}`,
    kind: 'notice' as const,
    fields: { ...LONG_FIELDS, type },
  }));
  const signed = SIGNING_CAPACITIES.map((capacity) => ({
    name: `notice ${capacity}`,
    kind: 'notice' as const,
    options: { annexes: false },
    fields: { ...FIELDS, signer: { capacity, authority: 'Giám đốc', position: 'Phó Giám đốc' } },
  }));
  return [
    ...typed,
    ...signed,
    { name: 'notice without fields', kind: 'notice', fields: {} },
    { name: 'notice electronic', kind: 'notice', fields: ELECTRONIC },
    { name: 'official electronic', kind: 'official', fields: ELECTRONIC, options: { annex: 'list' } },
  ];
}

/** Kinds with variants of their own; every other is tried on all papers. */
const OWN: ReadonlySet<DocumentKind> = new Set(['official', 'notice', 'wall', 'slip', 'swap']);

function sheets(): Variant[] {
  const walls = SHEETS.flatMap((sheet) =>
    FITS.map((fit) => ({
      name: `wall ${sheet.paper} ${sheet.orientation} ${fit}`,
      kind: 'wall' as const,
      options: { ...sheet, fit },
    })),
  );
  const others = DOCUMENT_KINDS.filter((kind) => !OWN.has(kind)).flatMap((kind) =>
    SHEETS.map((sheet) => ({
      name: `${kind} ${sheet.paper} ${sheet.orientation}`,
      kind,
      options: sheet,
      ...(sheet.paper === 'a4' && { fields: LONG_FIELDS }),
    })),
  );
  const papers: Variant[] = [
    { name: 'slip', kind: 'slip' },
    { name: 'slip with links', kind: 'slip' },
    { name: 'swap', kind: 'swap', fields: LONG_FIELDS },
    { name: 'swap blank', kind: 'swap' },
  ];
  return [...walls, ...others, ...papers];
}

/** What is signed digitally: room for number, date and mark, annexes in files of their own, a field in every room to sign. */
function signedDigitally(): Variant[] {
  const letterTypes = LETTER_TYPES.slice(1).map((type) => ({
    name: `notice ${type} electronic`,
    kind: 'notice' as const,
    fields: { ...ELECTRONIC, type },
  }));
  const layouts = LIST_LAYOUTS.flatMap((layout) =>
    [false, true].map((alone) => ({
      name: ['official', layout, alone ? 'alone' : 'annex', 'electronic'].join(' '),
      kind: 'official' as const,
      options: { layout, alone, ...(!alone && { annex: 'list' as const }) },
      fields: ELECTRONIC,
    })),
  );
  const annexed: Variant = {
    name: 'notice electronic with annexes',
    kind: 'notice',
    options: { annexes: true, numbered: true },
    fields: ELECTRONIC,
  };
  const phones: Variant = {
    name: 'official phones electronic',
    kind: 'official',
    options: { annex: 'phones' },
    fields: ELECTRONIC,
  };
  const others = DOCUMENT_KINDS.filter((kind) => kind !== 'official' && kind !== 'notice').map((kind) => ({
    name: `${kind} electronic`,
    kind,
    fields: ELECTRONIC,
  }));
  return [...letterTypes, ...layouts, annexed, phones, ...others];
}

export const VARIANTS: readonly Variant[] = [...lists(), ...letters(), ...sheets(), ...signedDigitally()];

/** Everyone's seat goes to whoever has the next, in every fifth shift. */
function before({ assignments, ...rest }: Roster): Roster {
  return {
    ...rest,
    assignments: assignments.map((seat, i) => ({
      ...seat,
      staffId: (i % 5 === 0 ? assignments[(i + 1) % assignments.length] : seat)?.staffId ?? '',
    })),
  };
}

export interface DocumentFacts {
  /** The plan filled in turn when absent. */
  readonly roster?: Roster;
  readonly phones?: boolean;
  /** In place of what the variant says, its right to sign left alone. */
  readonly fields?: DocumentRequest['fields'];
}

function fieldsOf(
  { fields = FIELDS }: Variant,
  own: DocumentFacts['fields'] = {},
): DocumentRequest['fields'] {
  if (Object.keys(fields).length === 0) return fields;
  const signer = own.signer && { ...own.signer, ...(fields.signer && { capacity: fields.signer.capacity }) };
  return { ...fields, ...own, ...(signer && { signer }) };
}

export function documentOf(
  variant: Variant,
  plan: Plan,
  { roster, phones = true, fields }: DocumentFacts = {},
): DutyDocument {
  const feedUrls = new Map(plan.staff.map(({ id }) => [id, `https://truc.lamgiang.example/feeds/${id}.ics`]));
  const request = requestOf(plan, {
    source: { ...(roster && { roster }), phones },
    fields: fieldsOf(variant, fields),
    options: { ...variant.options, ...(variant.name === 'slip with links' && { feedUrls }) },
  });
  const { swap, ...rest } = request;
  return buildDocument(variant.kind, {
    ...rest,
    ...(swap && variant.name !== 'swap blank' && { swap }),
    ...(variant.kind === 'changes' && { before: { plan, roster: before(request.source.roster) } }),
  });
}
