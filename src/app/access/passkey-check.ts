/**
 * What WebAuthn (W3C, Level 3) asks of a browser and how its answer is checked; the one adapter to `@simplewebauthn/server`.
 * Nothing is asked of where a key comes from (no attestation): a unit's people use the phones and sticks they have.
 */

import type { VerifiedAuthenticationResponse, VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';

/** With the first key: three hundred files, of which most starts of the program need none. */
const library = () => import('@simplewebauthn/server');

/** The relying party: this installation, by its public address. */
export interface PasskeySite {
  /** `https://truc.example.gov.vn`. */
  readonly origin: string;
  /** Its host name: keys made under another are no good here. */
  readonly id: string;
}

const LOOPBACK_NAME = 'localhost';

/** Undefined where browsers make no keys: for a bare address, and without TLS but for this machine itself. */
export function passkeySite(publicUrl: string): PasskeySite | undefined {
  const { origin, protocol, hostname } = new URL(publicUrl);
  const isNamed = !/^(\d+\.){3}\d+$|^\[/.test(hostname);
  const isSafe = protocol === 'https:' || hostname === LOOPBACK_NAME;
  return isNamed && isSafe ? { origin, id: hostname } : undefined;
}

/** Octets as base64url. */
export interface CheckedKey {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** COSE: EdDSA, ES256, RS256, which all authenticators in use know. */
const ALGORITHMS = [-8, -7, -257];
const NAME = 'Lịch Trực';
const TIMEOUT_MS = 120_000;
/** Several times what any authenticator sends. */
const LONGEST_ANSWER = 20_000;

interface NewKey {
  readonly challenge: string;
  readonly account: { readonly id: string; readonly signInName: string; readonly name: string };
  readonly known: readonly Pick<CheckedKey, 'id' | 'transports'>[];
}

/** For `navigator.credentials.create`. */
export async function askForNewKey(
  { id }: PasskeySite,
  { challenge, account, known }: NewKey,
): Promise<object> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: NAME,
    rpID: id,
    challenge: octets(challenge),
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.signInName,
    userDisplayName: account.name,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((key) => ({ id: key.id, transports: [...key.transports] })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** Which keys a browser may answer with: any of its own when absent, and then the finger or PIN is a must. */
interface WantedKeys {
  readonly keys: readonly Pick<CheckedKey, 'id' | 'transports'>[];
  /** The finger, face or PIN is a must. */
  readonly verified?: true;
}

/** For `navigator.credentials.get`. */
export async function askForKey(
  { id }: PasskeySite,
  challenge: string,
  wanted?: WantedKeys,
): Promise<object> {
  const keys = wanted?.keys;
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: id,
    challenge: octets(challenge),
    timeout: TIMEOUT_MS,
    userVerification: keys && !wanted?.verified ? 'preferred' : 'required',
    ...(keys
      ? { allowCredentials: keys.map((key) => ({ id: key.id, transports: [...key.transports] })) }
      : {}),
  });
}

function octets(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(challenge, 'base64url'));
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const common = { id: base64url, rawId: base64url, type: z.literal('public-key') };

const newKeyAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});

const keyAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
  }),
});

export type KeyAnswer = z.infer<typeof keyAnswer>;

/** Of `navigator.credentials.get`, as JSON; undefined for anything else. */
export function parseKeyAnswer(text: string): KeyAnswer | undefined {
  return parsed(keyAnswer, text);
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Undefined unless the browser made the key for this challenge at this site. */
export async function checkNewKey(
  site: PasskeySite,
  challenge: string,
  text: string,
): Promise<CheckedKey | undefined> {
  const answer = parsed(newKeyAnswer, text);
  if (!answer) return undefined;
  const { verifyRegistrationResponse } = await library();
  const checked: VerifiedRegistrationResponse | undefined = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!checked?.verified) return undefined;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  const { transports } = answer.response;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

interface KeyUse {
  readonly challenge: string;
  readonly answer: KeyAnswer;
  readonly key: CheckedKey;
  /** Whether the authenticator must have asked for finger, face or PIN. */
  readonly verified: boolean;
}

/**
 * The key's new counter; undefined unless it answered this challenge at this site, with a counter that does not go back.
 */
export async function checkKeyUse(
  site: PasskeySite,
  { challenge, answer, key, verified }: KeyUse,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const checked: VerifiedAuthenticationResponse | undefined = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: verified,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
      transports: [...key.transports],
    },
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}
