/** A certificate with its key in a PKCS#12 file, as programs of today write it: AES-256, PBKDF2. */

import {
  AuthenticatedSafe,
  CertBag,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import type { Signatory } from './sign-pdf.ts';

export async function sealFile({ certificate, key }: Signatory, secret: string): Promise<Uint8Array> {
  const password = Uint8Array.from(Buffer.from(secret)).buffer;
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', key);
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
  const aes = { contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 }, hmacHashAlgorithm: 'SHA-256' };
  const cost = { password, iterationCount: 2048 };
  await (shrouded as unknown as Shrouded).makeInternalValues({ ...cost, ...aes });
  const bag = (bagId: string, bagValue: PKCS8ShroudedKeyBag | CertBag) =>
    new SafeContents({ safeBags: [new SafeBag({ bagId, bagValue })] });
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: bag('1.2.840.113549.1.12.10.1.2', shrouded) },
        {
          privacyMode: 1,
          value: bag('1.2.840.113549.1.12.10.1.3', new CertBag({ parsedValue: certificate })),
        },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, { ...cost, ...aes }] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  const mac = { pbkdf2HashAlgorithm: { name: 'SHA-256' }, hmacHashAlgorithm: 'SHA-256' };
  await pfx.makeInternalValues({ password, iterations: 2048, ...mac });
  return new Uint8Array(pfx.toSchema().toBER());
}

interface Shrouded {
  makeInternalValues(given: object): Promise<void>;
}
