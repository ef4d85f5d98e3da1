/** Whether and how a unit tells its people: read and chosen. */

import { type TemplateFault, templateFault } from '../../domain/hook-template.ts';
import { type NoticeSetting, STANDARD_NOTICES } from '../../domain/notice-setting.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  findNoticeSetting,
  type StoredNoticeSetting,
  saveNoticeSetting,
} from '../../store/notice-setting-store.ts';
import { allow } from '../access/authorise.ts';
import { seal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { requireWebAddress } from '../machines/add-web-hook.ts';
import { keptReading } from '../readings.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { hookOwner } from './compose-hook.ts';

const readSetting = keptReading(
  async (db, unitId: string) => (await findNoticeSetting(db, unitId)) ?? STANDARD_NOTICES,
  { most: 1000 },
);

/** Whether people of the unit take their shifts. */
export async function takesShifts(app: App, unitId: string): Promise<boolean> {
  return (await readSetting(app, unitId)).checkIn === true;
}

/** Whether people of the unit are told anything at all. */
export async function readsNotices(app: App, unitId: string): Promise<boolean> {
  return (await readSetting(app, unitId)).told;
}

/** `told` off leaves what is queued unsent for as long as it is off. */
export async function saveNoticeWays(
  app: App,
  {
    unitId,
    actor,
    ...ways
  }: { readonly unitId: string; readonly actor: string } & Pick<
    NoticeSetting,
    'told' | 'mail' | 'push' | 'reminders' | 'checkIn'
  >,
): Promise<void> {
  await change(app, { unitId, actor }, (before) => ({ ...before, ...ways }));
}

const SECRET_BYTES = 32;
const MOST_HEADER = 2000;
const HEADER = /^(authorization|access_token|x-[a-z0-9-]+|api-key|apikey)\s*:\s*[\x21-\x7e][\x20-\x7e]*$/i;

export interface HookSaving {
  readonly unitId: string;
  readonly address: string;
  readonly template: string;
  /** A header line that the gateway lets one in by; empty for none. */
  readonly header: string;
  readonly actor: string;
}

export type HookSaved =
  | { readonly saved: true; readonly secret: string }
  | { readonly saved: false; readonly fault: TemplateFault | 'address' | 'header' };

/** A new secret each time, told this once. */
export async function saveNoticeHook(app: App, saving: HookSaving): Promise<HookSaved> {
  const { unitId, address, template, header, actor } = saving;
  allow(app, 'notice.edit', { unitId });
  const fault = hookFault(saving);
  if (fault !== undefined) return { saved: false, fault };
  const secret = app.randomBytes(SECRET_BYTES);
  const owner = hookOwner(unitId);
  await change(app, { unitId, actor }, (before) => ({
    ...before,
    hook: { address, template },
    sealed: {
      secret: seal(app, owner, secret),
      ...(header === '' ? {} : { header: seal(app, owner, Buffer.from(header)) }),
    },
  }));
  return { saved: true, secret: `whsec_${Buffer.from(secret).toString('base64')}` };
}

export async function endNoticeHook(
  app: App,
  { unitId, actor }: { readonly unitId: string; readonly actor: string },
): Promise<void> {
  await change(app, { unitId, actor }, ({ hook: _, sealed: __, ...ways }) => ways);
}

function hookFault({
  address,
  template,
  header,
}: HookSaving): TemplateFault | 'address' | 'header' | undefined {
  try {
    requireWebAddress(address);
  } catch (error) {
    if (error instanceof AppError) return 'address';
    throw error;
  }
  if (header !== '' && (header.length > MOST_HEADER || !HEADER.test(header))) return 'header';
  return templateFault(template);
}

async function change(
  app: App,
  { unitId, actor }: { readonly unitId: string; readonly actor: string },
  act: (before: StoredNoticeSetting) => StoredNoticeSetting,
): Promise<void> {
  allow(app, 'notice.edit', { unitId });
  await app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const after = act((await findNoticeSetting(trx, unitId)) ?? STANDARD_NOTICES);
    await saveNoticeSetting(trx, unitId, after);
    const details = {
      told: String(after.told),
      mail: String(after.mail),
      push: String(after.push),
      reminders: String(after.reminders === true),
      checkIn: String(after.checkIn === true),
      hook: String(after.hook !== undefined),
    };
    await record(trx, app, { actor, action: 'notice.settings', unitId, subject: unitId }, details);
  });
}
