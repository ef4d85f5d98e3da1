/** What attackers try at sign-in comes to nothing. */

import { it } from 'vitest';
import { SIGN_IN_ATTACKS } from './attacks.ts';

it.each(SIGN_IN_ATTACKS)('$name: comes to nothing', async ({ run }) => {
  await run();
});
