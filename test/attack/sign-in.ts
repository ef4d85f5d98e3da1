/** Guesses at sign-in: they stay few, and keep nobody out. */

import { SIGN_IN_ATTACKS } from '../app/access/attacks.ts';
import type { AttackModule } from './attack.ts';

export const SIGN_IN: AttackModule = {
  name: 'sign-in',
  open: async () => ({ attacks: SIGN_IN_ATTACKS, close: async () => {} }),
};
