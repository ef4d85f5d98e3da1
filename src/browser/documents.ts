/** On the page of documents. */

import { previewAsTyped } from './preview.ts';
import { signOnThisMachine } from './sign.ts';

previewAsTyped();
signOnThisMachine();
