/** The organisation's mail server, when one is configured. */

import type { MailConfig } from '../config.ts';
import type { MailClient } from '../net/mail.ts';
import type { MailDeps } from '../web/kit/deps.ts';

export type OpenMail = MailDeps & Pick<MailClient, 'greet' | 'close'>;

export async function openMail(config: MailConfig | undefined): Promise<OpenMail | undefined> {
  if (!config) return undefined;
  const { createMailClient } = await import('../net/mail.ts');
  const { send, greet, close } = createMailClient(config);
  return { server: `${config.host}:${config.port}`, send, greet, close };
}
