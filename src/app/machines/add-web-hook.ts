/** Tells an address of each version published from now on. Its secret is told this once. */

import { AppError } from '../../kernel/app-error.ts';
import { insertWebHook, type WebHook } from '../../store/web-hook-store.ts';
import { allow } from '../access/authorise.ts';
import { seal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';

export interface WebHookAdding {
  readonly unitId: string;
  /** http or https. Whether it may be reached is decided when it is sent to. */
  readonly address: string;
  readonly actor: string;
}

export interface AddedWebHook {
  readonly hook: WebHook;
  /** `whsec_` and base64, as receivers of Standard Webhooks want it. */
  readonly secret: string;
}

const SECRET_BYTES = 32;
const LONGEST_ADDRESS = 2_000;

/** Throws `not-found`, and `invalid` for what is no web address. */
export async function addWebHook(app: App, { unitId, address, actor }: WebHookAdding): Promise<AddedWebHook> {
  allow(app, 'machine.edit', { unitId });
  requireWebAddress(address);
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const secret = app.randomBytes(SECRET_BYTES);
    const hook: WebHook = { id: newId(app), unitId, address, createdAt: app.clock() };
    await insertWebHook(trx, hook, seal(app, hook.id, secret));
    await record(trx, app, { actor, action: 'web-hook.add', unitId, subject: hook.id });
    return { hook, secret: `whsec_${Buffer.from(secret).toString('base64')}` };
  });
}

/** Throws `AppError('invalid', 'outbound.address')`. */
export function requireWebAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const fits = url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (!fits || address.length > LONGEST_ADDRESS) throw new AppError('invalid', 'outbound.address');
}
