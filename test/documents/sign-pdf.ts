/** Signs a PDF of ours through one of its empty fields, as signing programs do: behind the file, with a certificate made here. */

import * as asn1js from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

export interface Signatory {
  readonly certificate: Certificate;
  readonly key: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
}

/** @param until the day its certificate ends; what is signed tells of 25/01/2027. */
export async function signatory(
  name: string,
  organisation: string,
  until = '2031-01-01',
): Promise<Signatory> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: 280 });
  for (const [type, value] of [
    ['2.5.4.3', name],
    ['2.5.4.10', organisation],
  ] as const) {
    for (const names of [certificate.subject, certificate.issuer]) {
      names.typesAndValues.push(new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) }));
    }
  }
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(`${until}T00:00:00Z`);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return { certificate, key: keys.privateKey };
}

const LATIN = new TextDecoder('latin1');
const ROOM = 16_384;

/** @param field such as `ChuKy1`; one that the file does not have yet is added without a look. */
export async function signPdf(
  pdf: Uint8Array,
  { certificate, key }: Signatory,
  field = 'ChuKy1',
): Promise<Uint8Array> {
  const text = LATIN.decode(pdf);
  const size = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
  const before = Number([...text.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1]);
  const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
  const [entry, number = ''] =
    new RegExp(`(\\d+) 0 obj\\s*<<(?:(?!endobj)[\\s\\S])*/T \\(${field}\\)[\\s\\S]*?endobj`).exec(text) ?? [];
  if (entry === undefined) throw new Error(`no field ${field}`);
  const filled = entry.replace('/T (', `/V ${size} 0 R\n  /T (`);
  const fieldAt = pdf.length + 1;
  const head = `\n${filled}\n`;
  const signatureAt = pdf.length + head.length;
  const start = `${size} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange `;
  const range = '[0 0000000000 0000000000 0000000000]';
  const from = signatureAt + start.length + range.length + ' /Contents '.length;
  const to = from + ROOM + 2;
  const tail = ' >>\nendobj\n';
  const xref = to + tail.length;
  const line = (at: number): string => `${String(at).padStart(10, '0')} 00000 n \n`;
  const end = `xref\n${number} 1\n${line(fieldAt)}${size} 1\n${line(signatureAt)}${trailer
    .replace(/\/Size \d+/, `/Size ${size + 1}`)
    .replace(/\/Prev \d+/, `/Prev ${before}`)}startxref\n${xref}\n%%EOF\n`;
  const rest = tail.length + end.length;
  const told = `[0 ${from} ${to} ${rest}]`.padEnd(range.length);
  const body = `${head}${start}${told} /Contents <${'0'.repeat(ROOM)}>${tail}${end}`;
  const whole = Buffer.concat([pdf, Buffer.from(body, 'latin1')]);
  const covered = Buffer.concat([whole.subarray(0, from), whole.subarray(to)]);
  const cms = await cmsOf(covered, { certificate, key });
  whole.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return whole;
}

async function cmsOf(covered: Uint8Array, { certificate, key }: Signatory): Promise<ArrayBuffer> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(covered));
  const attribute = (type: string, value: asn1js.BaseBlock): Attribute =>
    new Attribute({ type, values: [value] });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: ContentInfo.DATA })),
            attribute(
              '1.2.840.113549.1.9.5',
              new asn1js.UTCTime({ valueDate: new Date('2027-01-25T02:00:00Z') }),
            ),
            attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
  });
  await signed.sign(key, 0, 'SHA-256', Uint8Array.from(covered).buffer);
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return info.toSchema().toBER(false);
}
