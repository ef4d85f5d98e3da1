/** Every list of attacks, a line each. */

import type { AttackModule } from './attack.ts';
import { BODIES } from './bodies.ts';
import { CALENDARS } from './calendars.ts';
import { EXCEL_FORMS } from './excel-forms.ts';
import { FORMS } from './forms.ts';
import { LINKS } from './links.ts';
import { PASSKEYS } from './passkeys.ts';
import { PICTURES } from './pictures.ts';
import { SIGN_IN } from './sign-in.ts';
import { SIGNED_FILES } from './signed-files.ts';
import { TABLES } from './tables.ts';
import { HOSTILE_UPLOADS } from './uploads.ts';

export const MODULES: readonly AttackModule[] = [
  BODIES,
  TABLES,
  CALENDARS,
  FORMS,
  EXCEL_FORMS,
  PICTURES,
  SIGNED_FILES,
  HOSTILE_UPLOADS,
  SIGN_IN,
  PASSKEYS,
  LINKS,
];
