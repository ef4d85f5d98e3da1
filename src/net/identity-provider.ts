/**
 * The adapter to OpenID Connect: asks an organisation's own provider who someone is. Authorization code with PKCE (RFC 7636),
 * state and nonce; the answer is believed only as far as the provider's signature reaches. What becomes of it is not
 * known here.
 */

import * as client from 'openid-client';
import type { Identity, IdentityProvider } from '../app/access/identity.ts';
import { AppError } from '../kernel/app-error.ts';

export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to: registered there letter by letter. */
  readonly returnTo: string;
}

const TIMEOUT_SECONDS = 10;
/** Name and account name, for a person to recognise; no mail address, which proves nothing here. */
const SCOPE = 'openid profile';

export function createIdentityProvider(settings: IdentityProviderSettings): IdentityProvider {
  const configuration = remembered(() => discover(settings));
  return {
    async ask({ maxAgeSeconds }) {
      const found = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const address = client.buildAuthorizationUrl(found, {
        redirect_uri: settings.returnTo,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(maxAgeSeconds === undefined ? {} : { max_age: String(maxAgeSeconds), prompt: 'login' }),
      });
      const question = { state, nonce, verifier };
      return {
        address: address.href,
        question: maxAgeSeconds === undefined ? question : { ...question, maxAgeSeconds },
      };
    },
    async readAnswer(query, { state, nonce, verifier, maxAgeSeconds }) {
      const found = await configuration();
      const back = new URL(settings.returnTo);
      back.search = query;
      try {
        const tokens = await client.authorizationCodeGrant(found, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
        });
        return identityOf(tokens.claims());
      } catch (cause) {
        throw isNetworkFault(cause)
          ? unreachable(cause)
          : new AppError('forbidden', 'identity.refused', reasonOf(cause));
      }
    },
  };
}

async function discover({
  issuer,
  clientId,
  clientSecret,
}: IdentityProviderSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  // The configuration allows plain HTTP on this machine alone.
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const options = { execute, timeout: TIMEOUT_SECONDS };
  try {
    return await client.discovery(
      server,
      clientId,
      undefined,
      client.ClientSecretPost(clientSecret),
      options,
    );
  } catch (cause) {
    throw unreachable(cause);
  }
}

function identityOf(claims: client.IDToken | undefined): Identity {
  if (!claims) throw new AppError('forbidden', 'identity.refused', { reason: 'id_token' });
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
  const name = text(claims.name);
  const userName = text(claims.preferred_username);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...(name === undefined ? {} : { name }),
    ...(userName === undefined ? {} : { userName }),
  };
}

/** A short word of the protocol, such as `access_denied`; descriptions may hold anything. */
function reasonOf(cause: unknown): { readonly reason: string } {
  for (const name of ['error', 'code'] as const) {
    const word: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
    if (typeof word === 'string' && /^\w{1,60}$/.test(word)) return { reason: word };
  }
  return { reason: '?' };
}

function isNetworkFault(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  // What `fetch` throws when nobody answers, and when it took too long.
  return (
    cause.name === 'TimeoutError' ||
    (cause instanceof TypeError && cause.message === 'fetch failed') ||
    isNetworkFault(cause.cause)
  );
}

function unreachable(cause: unknown): AppError {
  return new AppError('unavailable', 'identity.unreachable', reasonOf(cause));
}

/** Of many who ask at once, one makes; a failure is not remembered. */
function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    const making = made ?? make();
    made = making;
    making.catch(() => {
      if (made === making) made = undefined;
    });
    return making;
  };
}
