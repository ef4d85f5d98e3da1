/**
 * A PDF that comes back signed: is it one we gave out, is every signature intact, does one cover the whole file, and whose
 * are they? What it cannot know it does not say: whether a certificate is genuine (its chain up
 * to the national root) and whether it was revoked.
 */

import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, TSTInfo } from 'pkijs';
import type { Instant } from '../calendar/interval.ts';
import type { PdfSignature, SigningCopy } from '../domain/signed-document.ts';
import { leavesPages } from './pdf-changes.ts';

export interface SignedPdfQuestion {
  /** What was given out to be signed. */
  readonly copies: readonly SigningCopy[];
}

export type SignedPdfReading =
  | { readonly ok: true; readonly copyId: string; readonly signatures: readonly PdfSignature[] }
  | { readonly ok: false; readonly key: string; readonly params: Readonly<Record<string, string | number>> };

/** More are no letter. */
const MOST_SIGNATURES = 30;
/** A certificate chain with time stamps; more is no signature. */
const MOST_SIGNATURE_BYTES = 256 * 1024;

export async function readSignedPdf(
  bytes: Uint8Array,
  { copies }: SignedPdfQuestion,
): Promise<SignedPdfReading> {
  if (!startsAsPdf(bytes)) return refused('no-pdf');
  const copy = await copyIn(bytes, copies);
  if (!copy) return refused(whyOther(bytes));
  const found = signaturesIn(bytes);
  if (found.length === 0) return refused(bytes.length > copy.bytes ? 'unsigned-changed' : 'unsigned');
  if (found.length > MOST_SIGNATURES) return refused('many', { most: MOST_SIGNATURES });
  const signatures: PdfSignature[] = [];
  for (const [i, place] of found.entries()) {
    const number = i + 1;
    // One that leaves out a part of what was there when it was made has signed something else.
    if (place.start !== 0 || place.end < copy.bytes) return refused('partial', { number });
    const read = await readSignature(bytes, place);
    if (read === undefined) return refused('unreadable', { number });
    if (read === 'broken') return refused('broken', { number });
    signatures.push(read);
  }
  if (!signatures.some(({ kind }) => kind === 'signature')) return refused('unsigned');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!leavesPages(text.slice(0, copy.bytes), text.slice(copy.bytes))) return refused('rewritten');
  if (!signatures.some(({ coversAll }) => coversAll)) return refused('added', { count: signatures.length });
  return { ok: true, copyId: copy.id, signatures };
}

function refused(why: string, params: Readonly<Record<string, string | number>> = {}): SignedPdfReading {
  return { ok: false, key: `document.signed.fault.${why}`, params };
}

const LATIN = new TextDecoder('latin1');

function startsAsPdf(bytes: Uint8Array): boolean {
  return LATIN.decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** Of a file that begins with none of ours: behind a password, of paper, or a document of its own. */
function whyOther(bytes: Uint8Array): string {
  if (/\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(LATIN.decode(bytes))) return 'encrypted';
  return signaturesIn(bytes).length === 0 ? 'paper' : 'other';
}

/** The copy that the file begins with. */
async function copyIn(bytes: Uint8Array, copies: readonly SigningCopy[]): Promise<SigningCopy | undefined> {
  for (const copy of copies) {
    if (bytes.length < copy.bytes) continue;
    const own = await digestOf('SHA-256', bytes.subarray(0, copy.bytes));
    if (hexOf(own) === copy.sha256) return copy;
  }
  return undefined;
}

async function digestOf(algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, Uint8Array.from(bytes)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface SignaturePlace {
  readonly start: number;
  /** Of the signature between its angle brackets, which stand in the gap of what is covered. */
  readonly gap: readonly [from: number, to: number];
  readonly end: number;
}

/** By the bytes they cover (ISO 32000-2, 12.8.1): `/ByteRange [a b c d]`, with the signature between b and c. */
function signaturesIn(bytes: Uint8Array): SignaturePlace[] {
  const text = LATIN.decode(bytes);
  const places: SignaturePlace[] = [];
  for (const [, ...numbers] of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const [start = 0, length = 0, from = 0, rest = 0] = numbers.map(Number);
    places.push({ start, gap: [start + length, from], end: from + rest });
  }
  return places.sort((a, b) => a.end - b.end);
}

/** `broken`: the bytes it covers are not those that were signed. Undefined: no signature that can be read. */
async function readSignature(
  bytes: Uint8Array,
  { start, gap: [from, to], end }: SignaturePlace,
): Promise<PdfSignature | 'broken' | undefined> {
  if (!(start < from && from < to && to <= end && end <= bytes.length)) return undefined;
  if (to - from > 2 * MOST_SIGNATURE_BYTES) return undefined;
  const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(LATIN.decode(bytes.subarray(from, to)))?.[1]?.replace(/\s/g, '');
  if (!hex || hex.length % 2 !== 0) return undefined;
  const covered = new Uint8Array(from - start + end - to);
  covered.set(bytes.subarray(start, from));
  covered.set(bytes.subarray(to, end), from - start);
  try {
    const read = await readCms(bytesOf(hex), covered);
    return read === undefined || read === 'broken' ? read : { ...read, coversAll: end === bytes.length };
  } catch {
    return undefined;
  }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** id-ct-TSTInfo (RFC 3161, 2.4.2). */
const TIME_STAMP = '1.2.840.113549.1.9.16.1.4';

async function readCms(
  der: Uint8Array,
  covered: Uint8Array<ArrayBuffer>,
): Promise<Omit<PdfSignature, 'coversAll'> | 'broken' | undefined> {
  const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(der)).content });
  const certificate = certificateOf(signed);
  if (!certificate || signed.signerInfos.length !== 1) return undefined;
  const stamp = signed.encapContentInfo.eContentType === TIME_STAMP ? stampIn(signed) : undefined;
  if (stamp && !(await stamps(stamp, covered))) return 'broken';
  const intact = await signed
    .verify({ signer: 0, checkChain: false, extendedMode: true, ...(!stamp && { data: covered.buffer }) })
    .then(({ signatureVerified }) => signatureVerified === true)
    .catch(() => false);
  if (!intact) return 'broken';
  const at = stamp ? stamp.genTime : claimedTime(signed);
  return {
    kind: stamp ? 'time-stamp' : 'signature',
    ...certificateFacts(certificate),
    ...(at && { at: at.getTime() as Instant }),
    weak: algorithmOf(signed) === SHA_1,
  };
}

const SHA_1 = '1.3.14.3.2.26';

function algorithmOf({ signerInfos: [signer] }: SignedData): string | undefined {
  return signer?.digestAlgorithm.algorithmId;
}

function certificateOf({ signerInfos: [signer], certificates = [] }: SignedData): Certificate | undefined {
  const own = certificates.filter((each) => each instanceof Certificate);
  const { sid } = signer ?? {};
  if (!(sid instanceof IssuerAndSerialNumber)) return own.length === 1 ? own[0] : undefined;
  return own.find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
}

function stampIn({ encapContentInfo: { eContent } }: SignedData): TSTInfo | undefined {
  return eContent && TSTInfo.fromBER(eContent.getValue());
}

const HASHES: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
]);

async function stamps({ messageImprint }: TSTInfo, covered: Uint8Array): Promise<boolean> {
  const hash = HASHES.get(messageImprint.hashAlgorithm.algorithmId);
  if (hash === undefined) return false;
  const told = new Uint8Array(messageImprint.hashedMessage.getValue());
  return hexOf(await digestOf(hash, covered)) === hexOf(told);
}

/** signing-time (RFC 5652, 11.3): by the clock of whoever signed. */
const SIGNING_TIME = '1.2.840.113549.1.9.5';

function claimedTime({ signerInfos: [signer] }: SignedData): Date | undefined {
  const [value] = signer?.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME)?.values ?? [];
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
    ? value.toDate()
    : undefined;
}

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
/** What a name of a certificate may be long. */
const MOST_NAME = 120;

/** Whose it is, who gave it out, and its term. */
export function certificateFacts({
  subject,
  issuer,
  notBefore,
  notAfter,
}: Certificate): Pick<PdfSignature, 'name' | 'organisation' | 'issuer' | 'validFrom' | 'validUntil'> {
  const said = (names: Certificate['subject'], type: string): string =>
    String(names.typesAndValues.findLast((each) => each.type === type)?.value.valueBlock.value ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, MOST_NAME);
  return {
    name: said(subject, COMMON_NAME),
    organisation: said(subject, ORGANISATION),
    issuer: said(issuer, COMMON_NAME),
    validFrom: notBefore.value.getTime() as Instant,
    validUntil: notAfter.value.getTime() as Instant,
  };
}
