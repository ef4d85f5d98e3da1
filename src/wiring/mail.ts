/** The organisation's mail server, when one is configured. */

import { readFileSync } from 'node:fs';
import type { MailConfig } from '../config.ts';
import { createMailDoor, type MailDoor } from '../net/mail.ts';
import type { MailDeps } from '../web/kit/deps.ts';

export type OpenMail = MailDeps & Pick<MailDoor, 'greet' | 'close'>;

/** Throws when the file with the secret cannot be read. */
export function openMail(config: MailConfig | undefined): OpenMail | undefined {
  if (!config) return undefined;
  const { secretFile, ...settings } = config;
  const secret = secretFile === undefined ? settings.secret : readFileSync(secretFile, 'utf8').trim();
  const { send, greet, close } = createMailDoor({ ...settings, ...(secret === undefined ? {} : { secret }) });
  return { server: `${config.host}:${config.port}`, send, greet, close };
}
