/** Addresses of replacements at short notice, one line each. `own`: whoever leads the duty at this moment; the use cases ask. */

import type { Route } from '../kit/route.ts';
import { replaceHolder, showReplace } from './replace.ts';
import { decideReplacement, showReplacements } from './replacements.ts';
import { enterSickLeave, showSick } from './sick.ts';

const SEAT = '/periods/:period/replace';
const ALL = '/units/:unit/replacements';
const SICK = '/units/:unit/sick';

export const REPLACEMENT_ROUTES: readonly Route[] = [
  { method: 'get', path: SEAT, show: showReplace, action: 'seat.replace', own: true },
  { method: 'post', path: SEAT, show: replaceHolder, action: 'seat.replace', own: true },
  { method: 'get', path: ALL, show: showReplacements, action: 'seat.replace', own: true },
  { method: 'post', path: ALL, show: decideReplacement, action: 'version.approve' },
  { method: 'get', path: SICK, show: showSick, action: 'seat.replace', own: true },
  { method: 'post', path: SICK, show: enterSickLeave, action: 'availability.edit' },
];
