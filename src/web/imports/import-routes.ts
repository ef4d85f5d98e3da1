/** Addresses of what is made elsewhere and taken in, one line each. */

import type { Route } from '../kit/route.ts';
import { runMoveIn, showMoveIn } from './move-in.ts';
import { runPastImport, showPastImport } from './past-import.ts';
import { runRosterImport, showRosterImport } from './roster-import.ts';

const PAST = '/units/:unit/ledger-import';
const MOVE_IN = '/periods/:period/move-in';
const ROSTER = '/periods/:period/draft/import';
/** A roster of 5 MB, as it came and as the preview carries it along. */
const MOST_UPLOAD_BYTES = 12_000_000;

export const IMPORT_ROUTES: readonly Route[] = [
  { method: 'get', path: ROSTER, show: showRosterImport, action: 'draft.edit' },
  {
    method: 'post',
    path: ROSTER,
    show: runRosterImport,
    action: 'draft.edit',
    mostUploadBytes: MOST_UPLOAD_BYTES,
  },
  { method: 'get', path: MOVE_IN, show: showMoveIn, action: 'draft.edit' },
  {
    method: 'post',
    path: MOVE_IN,
    show: runMoveIn,
    action: 'draft.edit',
    mostUploadBytes: MOST_UPLOAD_BYTES,
  },
  { method: 'get', path: PAST, show: showPastImport, action: 'ledger.edit' },
  {
    method: 'post',
    path: PAST,
    show: runPastImport,
    action: 'ledger.edit',
    mostUploadBytes: MOST_UPLOAD_BYTES,
  },
];
