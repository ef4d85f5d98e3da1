/** Who may reach the server: nobody else where everyone is let in, and no password over a wire in plain. */

import type { Config } from '../config.ts';
import type { ProviderConfig } from '../config-identity.ts';
import { AppError } from '../kernel/app-error.ts';
import { isLoopback } from '../kernel/loopback.ts';
import { createIdentityProvider } from '../net/identity-provider.ts';
import type { ProviderDeps, WebDeps } from '../web/kit/deps.ts';
import { PROVIDER_RETURN_PATH } from '../web/paths/access.ts';

/**
 * Throws `AppError('invalid', …)`: `error.access.open-host` for `open` on a host others can reach,
 * `error.access.plain-http` for accounts whose public address is plain HTTP of another machine.
 */
export function requireSafeAddress({ access, host, publicUrl }: Config): void {
  if (access === 'open' && !isLoopback(host)) {
    throw new AppError('invalid', 'error.access.open-host', { host });
  }
  const { protocol, hostname } = new URL(publicUrl);
  if (access === 'accounts' && protocol === 'http:' && !isLoopback(hostname)) {
    throw new AppError('invalid', 'error.access.plain-http', { url: publicUrl });
  }
}

type AccessSettings = Pick<Config, 'access' | 'trustedProxies' | 'provider' | 'publicUrl'>;

export function accessDeps({
  access,
  trustedProxies,
  provider,
  publicUrl,
}: AccessSettings): Pick<WebDeps, 'access' | 'trustedProxies' | 'provider'> {
  const isAsked = access === 'accounts' && provider !== undefined;
  return { access, trustedProxies, ...(isAsked ? { provider: providerDeps(provider, publicUrl) } : {}) };
}

function providerDeps({ name, ...provider }: ProviderConfig, publicUrl: string): ProviderDeps {
  const returnTo = `${publicUrl}${PROVIDER_RETURN_PATH}`;
  return { name, identity: createIdentityProvider({ ...provider, returnTo }) };
}
