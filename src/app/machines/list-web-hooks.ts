/** The web hooks of a unit, and what became of the last messages to each. */

import {
  listMessages,
  listWebHooks as listStored,
  type WebHook,
  type WebHookMessage,
} from '../../store/web-hook-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface ListedWebHook extends WebHook {
  /** Newest first. */
  readonly messages: readonly WebHookMessage[];
}

const MESSAGES_LISTED = 20;

/** Ended ones too, by creation. Never their secrets. */
export async function listWebHooks(app: App, unitId: string): Promise<ListedWebHook[]> {
  allow(app, 'machine.edit', { unitId });
  const hooks = await listStored(app.db, unitId);
  return Promise.all(
    hooks.map(async (hook) => ({ ...hook, messages: await listMessages(app.db, hook.id, MESSAGES_LISTED) })),
  );
}
