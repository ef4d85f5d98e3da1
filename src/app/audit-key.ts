/** The key of the audit trail's chain: of this installation, and not in its database. */

import { createHmac } from 'node:crypto';
import type { App } from './app.ts';

export function auditKeyOf({ sealingKey }: Pick<App, 'sealingKey'>): Uint8Array {
  return createHmac('sha256', sealingKey).update('audit trail').digest();
}
