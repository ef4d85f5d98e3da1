/** The page of documents as its template wants it: kinds with their formats, the fields of letters, forms, slips. */

import type { KeptDocuments } from '../../app/documents/read-kept-documents.ts';
import { LIST_LAYOUTS } from '../../domain/document-fields.ts';
import { mayDo } from '../../domain/permission.ts';
import type { SignedDocument } from '../../domain/signed-document.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatStamp } from '../../i18n/format.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../output/documents/document.ts';
import {
  DOCUMENT_FILES,
  DOCUMENT_FORMATS,
  type DocumentFormat,
} from '../../output/documents/document-files.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { previewPath } from '../paths/documents.ts';
import { documentPath, documentsPath, printPath, rosterPath } from '../paths/periods.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { documentFields, settingFields } from './document-field-views.ts';
import { formOfFields, settingsOf, shownSettings } from './document-form.ts';
import { newestSigned, type SigningFacts, signingCard } from './signing-card.ts';
import { type SlipsFacts, slipsCard } from './slips-card.ts';
import { type FormsFacts, formsCard } from './word-forms-card.ts';

export interface DocumentsFacts {
  readonly open: OpenVersion;
  readonly kept: KeptDocuments;
  readonly forms: FormsFacts;
  readonly slips: SlipsFacts;
  readonly signing: SigningFacts;
  /** What was typed and could not be kept; absent when the page shows what is kept. */
  readonly typed?: URLSearchParams;
  readonly faults: readonly FormFault[];
  /** Whether there is an address that phones can open. */
  readonly hasCode: boolean;
}

/** The letter first, as it is what is filled in here. */
const PREVIEWED: readonly DocumentKind[] = ['notice', ...DOCUMENT_KINDS.filter((kind) => kind !== 'notice')];

/** Kinds without tables of their own in a spreadsheet, or without words to paste. */
const FORMATS: Readonly<Partial<Record<DocumentKind, readonly DocumentFormat[]>>> = {
  notice: ['pdf', 'docx', 'html'],
  slip: ['pdf', 'docx', 'html'],
  calltree: ['pdf', 'docx', 'html', 'text'],
  swap: ['pdf', 'docx', 'html'],
};

export function documentsPage(visit: Visit, facts: DocumentsFacts) {
  const { say, query, language } = visit;
  const { open, kept, typed, faults } = facts;
  const { version, pinnedNumber } = open;
  const { periodId, plan } = version;
  const mayEdit = isAllowed(visit, 'period.edit', plan.unit.id);
  const settings = typed ?? shownSettings(kept.fields.print, query);
  const form = formOf(visit, typed ?? formOfFields(kept.fields), faults);
  const asked = settingsOf(typed ?? query).toString();
  const search = asked === '' ? '' : `?${asked}`;
  return {
    kinds: kindsOf(visit, periodId, facts.signing.documents),
    fields: documentFields(visit, form, { version, kept, zone: plan.unit.zone }),
    settings: settingFields(visit, settings, open),
    // Whether letters are edited and forms sent; others only print.
    mayEdit,
    // Where the fields are sent, or, for those who may not edit, nothing is.
    savePath: documentsPath(periodId),
    pictureHref: documentPath(periodId, 'notice', 'svg') + search,
    // Where the form is sent to be drawn as it stands, and which of the kinds is drawn.
    previewPath: previewPath(periodId),
    preview: form.select(
      'preview',
      'document.page.picture-of',
      PREVIEWED.map((kind) => ({ value: kind, label: say(`document.kind.${kind}`) })),
    ),
    // Shapes of the official list, each with a picture of this very roster.
    layouts: layoutsOf(visit, { version, kept, settings, asked }),
    savedNote:
      kept.savedAt === undefined
        ? say('document.page.not-saved')
        : say('document.page.saved', { at: formatStamp(language, kept.savedAt, plan.unit.zone) }),
    justSaved: query.get('saved') === '1',
    hasFaults: form.hasFaults,
    // Why documents have no QR code; empty where they have.
    noCode: facts.hasCode ? '' : say('document.page.no-code'),
    whole: form.whole,
    version: pinnedNumber === undefined ? '' : String(pinnedNumber),
    newestHref: documentsPath(periodId),
    backHref: rosterPath(periodId, pinnedNumber),
    printHref: printPath(periodId, pinnedNumber),
    forms: formsCard(visit, { ...facts.forms, mayEdit, version, search }),
    signing: signingCard(visit, {
      ...facts.signing,
      mayEdit,
      version,
      pinned: pinnedNumber === undefined ? '' : String(pinnedNumber),
    }),
    slips: slipsCard(visit, { ...facts.slips, open, mayIssue: isAllowed(visit, 'feed.edit', plan.unit.id) }),
  };
}

interface LayoutFacts extends Pick<DocumentsFacts, 'kept'> {
  readonly version: RosterVersion;
  readonly settings: URLSearchParams;
  /** Of the address, which the pictures are drawn by. */
  readonly asked: string;
}

function layoutsOf({ say }: Visit, { version: { periodId, plan }, kept, settings, asked }: LayoutFacts) {
  const chosen = settings.get('layout') ?? kept.fields.layout ?? 'days';
  const isCalled = plan.posts.some(({ presence, tier }) => presence === 'standby' && tier !== 'leader');
  return LIST_LAYOUTS.filter((value) => isCalled || value !== 'presence' || value === chosen).map((value) => {
    const search = new URLSearchParams(asked);
    search.set('layout', value);
    const picture = `${documentPath(periodId, 'official', 'svg')}?${search}`;
    return { value, label: say(`document.form.layout.${value}`), checked: value === chosen, picture };
  });
}

/** Where nobody has to sign in, everyone may. */
function isAllowed({ visitor }: Visit, action: 'period.edit' | 'feed.edit', unitId: string): boolean {
  return visitor === undefined || mayDo(visitor, action, { unitId });
}

function kindsOf({ say }: Visit, periodId: string, documents: readonly SignedDocument[]) {
  const signed = newestSigned(documents);
  const isSigned = (kind: DocumentKind): boolean =>
    (kind === 'notice' && signed.has('letter')) || (kind === 'official' && signed.has('list'));
  return DOCUMENT_KINDS.map((kind) => ({
    name: say(`document.kind.${kind}`),
    note: isSigned(kind) ? say('document.signing.kind-signed') : say(`document.kind.${kind}.note`),
    formats: (FORMATS[kind] ?? DOCUMENT_FORMATS).map((format, i) => ({
      path: documentPath(periodId, kind, DOCUMENT_FILES[format].extension),
      label: say(`document.format.${format}`),
      main: i === 0,
    })),
  }));
}
