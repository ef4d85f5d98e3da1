/** The organisation's mail server, when one is configured. */

import type { MailConfig } from '../config.ts';
import { createMailDoor, type MailDoor } from '../net/mail.ts';
import type { MailDeps } from '../web/kit/deps.ts';

export type OpenMail = MailDeps & Pick<MailDoor, 'greet' | 'close'>;

export function openMail(config: MailConfig | undefined): OpenMail | undefined {
  if (!config) return undefined;
  const { send, greet, close } = createMailDoor(config);
  return { server: `${config.host}:${config.port}`, send, greet, close };
}
