/** Passkeys: made up, replayed, borrowed. */

import { PASSKEY_ATTACKS } from '../app/access/passkey-attacks.ts';
import type { AttackModule } from './attack.ts';

export const PASSKEYS: AttackModule = {
  name: 'passkeys',
  open: async () => ({ attacks: PASSKEY_ATTACKS, close: async () => {} }),
};
