/** Digital signing on the page of documents: what to take, what came back and whose signatures it bears, what is not checked. */

import type { Seal } from '../../app/documents/seal-document.ts';
import {
  type PdfSignature,
  SIGNING_PARTS,
  type SignedDocument,
  type SigningPart,
} from '../../domain/signed-document.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatStamp } from '../../i18n/format.ts';
import { formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { sealPath, signedFilePath, signedPath, signingPath, signingTicketsPath } from '../paths/documents.ts';
import { SIGNING_SERVICE } from './signing-service.ts';

export interface SigningFacts {
  readonly documents: readonly SignedDocument[];
  /** Why the file just sent is not kept; absent when none was sent. */
  readonly refusal?: {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
    /** What did not happen; that the file was not kept when absent. */
    readonly title?: string;
  };
  /** The organisation's seal, where it seals this unit's letters. */
  readonly seal?: Seal;
}

export function signingCard(
  visit: Visit,
  {
    documents,
    refusal,
    seal,
    mayEdit,
    version,
    pinned,
  }: SigningFacts & { readonly mayEdit: boolean; readonly version: RosterVersion; readonly pinned: string },
) {
  const { say, language } = visit;
  const { periodId, plan } = version;
  const { zone } = plan.unit;
  const form = formOf(visit, new URLSearchParams());
  const hasPhones = plan.staff.some(({ phone }) => phone !== '');
  const choices = SIGNING_PARTS.filter((part) => hasPhones || part !== 'phones').map((value) => ({
    value,
    label: partName(visit, value),
  }));
  return {
    mayEdit,
    takePath: signingPath(periodId),
    sendPath: signedPath(periodId),
    ticketPath: signingTicketsPath(periodId),
    service: SIGNING_SERVICE,
    step: form.select(
      'step',
      'document.signing.step',
      ['approve', 'issue'].map((value) => ({
        value,
        label: say(`document.signing.step.${value as 'issue'}`),
      })),
    ),
    part: form.select('part', 'document.signing.part', choices),
    // The same once more, for the program on the clerk's machine.
    programPart: { ...form.select('part', 'document.signing.part', choices), id: 'program-part' },
    // Of a version that is not the newest; empty for the newest.
    version: pinned,
    refused: say(refusal?.title ?? 'document.signing.refused'),
    ...(seal && {
      // Absent where nothing is sealed.
      seal: {
        path: sealPath(periodId),
        part: { ...form.select('part', 'document.signing.part', choices), id: 'seal-part' },
        note: say('document.seal.note', { name: seal.name, until: formatStamp(language, seal.until, zone) }),
      },
    }),
    fault: refusal ? say(refusal.key, refusal.params) : '',
    list: shown(documents).map(({ id, part, issuedAt, signed }) => ({
      name: partName(visit, part),
      note: signed
        ? say('document.signing.back', { at: formatStamp(language, signed.at, zone) })
        : say('document.signing.out', { at: formatStamp(language, issuedAt, zone) }),
      // Empty while the signed file is not back.
      href: signed ? signedFilePath(periodId, id) : '',
      signatures: (signed?.signatures ?? []).map((each) => signatureView(visit, each, zone)),
    })),
  };
}

/** What came back, newest first, then what is still out: of each part the last only. */
function shown(documents: readonly SignedDocument[]): SignedDocument[] {
  const newest = newestSigned(documents);
  return SIGNING_PARTS.flatMap((part) => {
    const out = documents.find((each) => each.part === part && each.signed === undefined);
    return newest.get(part) ?? out ?? [];
  });
}

/** By part, the file that came back last: it stands in place of ours. */
export function newestSigned(documents: readonly SignedDocument[]): Map<SigningPart, SignedDocument> {
  const newest = new Map<SigningPart, SignedDocument>();
  for (const each of documents) {
    const known = newest.get(each.part)?.signed?.at ?? -1;
    if (each.signed && each.signed.at > known) newest.set(each.part, each);
  }
  return newest;
}

function partName({ say }: Visit, part: SigningPart): string {
  return say(`document.signing.part.${part}`);
}

function signatureView(
  { say, language }: Visit,
  { kind, name, organisation, issuer, validFrom, validUntil, at, coversAll, weak }: PdfSignature,
  zone: string,
) {
  const until = formatStamp(language, validUntil, zone);
  const outside = at !== undefined && (at < validFrom || at > validUntil);
  const notes = [
    at === undefined
      ? say('document.signing.no-time')
      : say(`document.signing.at.${kind}`, { at: formatStamp(language, at, zone) }),
    say('document.signing.certificate', { issuer: issuer || '–', until }),
    ...(coversAll ? [] : [say('document.signing.before')]),
    ...(outside ? [say('document.signing.outside')] : []),
    ...(weak ? [say('document.signing.weak')] : []),
  ];
  const whose = organisation === '' || organisation === name ? name : `${name} (${organisation})`;
  return { who: say(`document.signing.${kind}`, { name: whose || '–' }), notes };
}
