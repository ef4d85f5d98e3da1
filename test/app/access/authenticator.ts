/** An authenticator in software (WebAuthn Level 3, 6): makes keys and signs, and lies where a test wants it to. */

import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();

/** RFC 8949: no more of it than an attestation takes. */
function textItem(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function bytesItem(bytes: Uint8Array): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly verified?: boolean;
  readonly type?: string;
  /** Signs with this one in place of its own. */
  readonly signedBy?: Authenticator;
  /** The other's key id is told. */
  readonly id?: string;
}

export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly privateKey: KeyObject;
  readonly #cose: Buffer;
  readonly #site: { readonly origin: string; readonly rpId: string };
  #counter = 0;

  constructor(site: { readonly origin: string; readonly rpId: string }) {
    this.#site = site;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    // RFC 9053: EC2, ES256, P-256.
    this.#cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytesItem(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytesItem(Buffer.from(y, 'base64url')),
    ]);
  }

  /** @param options as the server asks, JSON. */
  create(options: object, lies: Lies = {}): string {
    const id = Buffer.from(this.id, 'base64url');
    const about = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([id.length >> 8, id.length & 0xff]),
      id,
      this.#cose,
    ]);
    const data = Buffer.concat([this.#data(FLAGS.attested, lies), about]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      textItem('fmt'),
      textItem('none'),
      textItem('attStmt'),
      Buffer.from([0xa0]),
      textItem('authData'),
      bytesItem(data),
    ]);
    const client = this.#client(options, 'webauthn.create', lies);
    return JSON.stringify({
      ...{ id: this.id, rawId: this.id, type: 'public-key' },
      response: {
        clientDataJSON: client.toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    });
  }

  get(options: object, lies: Lies = {}): string {
    const data = this.#data(0, lies);
    const client = this.#client(options, 'webauthn.get', lies);
    const signer = createSign('SHA256').update(Buffer.concat([data, sha256(client)]));
    const id = lies.id ?? this.id;
    return JSON.stringify({
      ...{ id, rawId: id, type: 'public-key' },
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signer.sign((lies.signedBy ?? this).privateKey).toString('base64url'),
      },
    });
  }

  #data(more: number, { rpId, counter, verified = true }: Lies): Buffer {
    const flags = FLAGS.present | (verified ? FLAGS.verified : 0) | more;
    const count = Buffer.alloc(4);
    if (counter === undefined) this.#counter++;
    count.writeUInt32BE(counter ?? this.#counter);
    return Buffer.concat([sha256(rpId ?? this.#site.rpId), Buffer.from([flags]), count]);
  }

  #client(options: object, type: string, lies: Lies): Buffer {
    const { challenge } = options as { readonly challenge: string };
    const told = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.#site.origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(told));
  }
}
