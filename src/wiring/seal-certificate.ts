/**
 * An organisation's certificate with its key from a PKCS#12 file (RFC 7292), and signatures made with it (CMS, RFC 5652). The key
 * stays in this process's memory and cannot be taken out of it again by the program.
 */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Attribute,
  type AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PFX,
  PKCS8ShroudedKeyBag,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { AppError } from '../kernel/app-error.ts';

type SigningKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export interface SealCertificate {
  readonly own: Certificate;
  /** The own one first, then whose word it rests on. */
  readonly chain: readonly Certificate[];
  readonly key: SigningKey;
}

/** Throws `AppError('invalid', 'error.seal.…')`: what is wrong with the file, and what to do. */
export async function openSealCertificate(file: Uint8Array, password: string): Promise<SealCertificate> {
  const refuse = (why: string) => new AppError('invalid', `error.seal.${why}`);
  const pfx = parsed(file);
  if (!pfx) throw refuse('form');
  const secret = Uint8Array.from(Buffer.from(password)).buffer;
  await pfx.parseInternalValues({ password: secret, checkIntegrity: true }).catch((error: unknown) => {
    throw Object.assign(refuse('password'), { cause: error });
  });
  // Encrypted by RC2 or triple DES, as older programs write it: neither is offered by the platform.
  if (Buffer.from(file).includes(OLD_ENCRYPTION)) throw refuse('old');
  const safe = pfx.parsedValue?.authenticatedSafe;
  const { certificates, keys } = safe ? await contentsOf(safe, secret) : { certificates: [], keys: [] };
  const [key] = keys;
  if (!key || keys.length > 1) throw refuse('keys');
  const own = certificates.find((each) => keyOf(each).equals(publicOf(key)));
  if (!own) throw refuse('certificate');
  if (!maySign(own)) throw refuse('usage');
  const signing = await signingKey(key);
  if (!signing) throw refuse('kind');
  return { own, chain: [own, ...certificates.filter((each) => each !== own)], key: signing };
}

/** pkcs-12PbeIds (RFC 7292, appendix C), as it stands encoded. */
const OLD_ENCRYPTION = Buffer.from('060a2a864886f70d010c01', 'hex');

function parsed(file: Uint8Array): PFX | undefined {
  try {
    return PFX.fromBER(Uint8Array.from(file));
  } catch {
    return undefined;
  }
}

async function contentsOf(safe: AuthenticatedSafe, password: ArrayBuffer) {
  const safeContents = safe.safeContents.map(({ contentType }) =>
    contentType === ContentInfo.ENCRYPTED_DATA ? { password } : {},
  );
  await safe.parseInternalValues({ safeContents });
  const certificates: Certificate[] = [];
  const keys: KeyObject[] = [];
  for (const { value } of safe.parsedValue.safeContents) {
    for (const { bagValue } of value.safeBags) {
      if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate) {
        certificates.push(bagValue.parsedValue);
      }
      if (!(bagValue instanceof PKCS8ShroudedKeyBag)) continue;
      await (bagValue as unknown as Shrouded).parseInternalValues({ password });
      const der = bagValue.parsedValue?.toSchema().toBER();
      if (der) keys.push(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
    }
  }
  return { certificates, keys };
}

/** The library keeps it to itself, and opens such a bag nowhere else. */
interface Shrouded {
  parseInternalValues(given: { readonly password: ArrayBuffer }): Promise<void>;
}

function publicOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function keyOf({ subjectPublicKeyInfo }: Certificate): Buffer {
  return Buffer.from(subjectPublicKeyInfo.toSchema().toBER());
}

/** keyUsage (RFC 5280, 4.2.1.3): digitalSignature or contentCommitment, where it says anything. */
function maySign({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue;
  if (!(usage instanceof asn1js.BitString)) return true;
  return ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0;
}

const CURVES: ReadonlyMap<string | undefined, string> = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
]);
const FEWEST_BITS = 2048;

/** Cannot be exported again. Undefined: of a kind, or too short, to sign with. */
async function signingKey(key: KeyObject): Promise<SigningKey | undefined> {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  const curve = CURVES.get(namedCurve);
  const isRsa = key.asymmetricKeyType === 'rsa' && modulusLength >= FEWEST_BITS;
  if (!isRsa && curve === undefined) return undefined;
  const der = Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }));
  const algorithm =
    curve === undefined
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: curve };
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

/** Detached, by SHA-256; DER. @param at what the clock here shows: no time stamp of another's vouches for it. */
export async function signDetached(
  covered: Uint8Array<ArrayBuffer>,
  { own, chain, key }: SealCertificate,
  at: number,
): Promise<Uint8Array> {
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: [...chain],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: await attributesOf(covered, own, at),
        }),
      }),
    ],
  });
  await signed.sign(key, 0, 'SHA-256', covered.buffer);
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

/** In the order DER wants of a set: the shortest first. */
async function attributesOf(
  covered: Uint8Array<ArrayBuffer>,
  own: Certificate,
  at: number,
): Promise<Attribute[]> {
  const attribute = (type: string, value: asn1js.BaseBlock): Attribute =>
    new Attribute({ type, values: [value] });
  const digest = await crypto.subtle.digest('SHA-256', covered);
  const certificate = await crypto.subtle.digest('SHA-256', own.toSchema(true).toBER());
  const sequence = (each: asn1js.BaseBlock): asn1js.Sequence => new asn1js.Sequence({ value: [each] });
  return [
    attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: ContentInfo.DATA })),
    attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: new Date(at) })),
    attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
    // signing-certificate-v2 (RFC 5035, 3): SHA-256 is what it takes where none is named.
    attribute(
      '1.2.840.113549.1.9.16.2.47',
      sequence(sequence(sequence(new asn1js.OctetString({ valueHex: certificate })))),
    ),
  ];
}
