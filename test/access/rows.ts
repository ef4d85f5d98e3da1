/** Who may use which route of the own unit: written out by hand, to be held against the route table and the permissions. */

import type { Role } from '../../src/domain/account.ts';

export type Allowed = 'anyone' | 'signed-in' | 'operator' | readonly Role[];

const MAKERS: Allowed = ['administrator', 'manager'];
const DECIDERS: Allowed = ['administrator', 'manager', 'approver'];
const STAFF: Allowed = ['administrator', 'manager', 'approver', 'technician'];
const ALL: Allowed = ['administrator', 'manager', 'approver', 'technician', 'reader'];
const ADMINISTRATORS: Allowed = ['administrator'];

export const ROWS: Readonly<Record<string, Allowed>> = {
  'get /healthz': 'anyone',
  'get /subscribe': 'anyone',
  'get /api': 'anyone',
  'get /subscribe/:token': 'anyone',
  'get /readyz': 'anyone',
  'get /setup': 'anyone',
  'post /setup': 'anyone',
  'get /sign-in': 'anyone',
  'post /sign-in': 'anyone',
  'get /join/:token': 'anyone',
  'post /join/:token': 'anyone',

  'get /': 'signed-in',
  'get /periods': 'signed-in',
  'post /sign-out': 'signed-in',
  'post /sign-out-everywhere': 'signed-in',
  'post /join/:token/here': 'signed-in',
  'get /account': 'signed-in',
  'post /account/password': 'signed-in',
  'get /account/prove': 'signed-in',
  'post /account/prove': 'signed-in',
  'post /account/two-step': 'signed-in',
  'post /account/two-step/confirm': 'signed-in',
  'post /account/two-step/off': 'signed-in',
  'post /account/sessions/:session/end': 'signed-in',

  'get /audit': 'operator',
  'get /audit.csv': 'operator',

  'get /units/:unit/members': ADMINISTRATORS,
  'post /units/:unit/invitations': ADMINISTRATORS,
  'post /units/:unit/invitations/:invitation/revoke': ADMINISTRATORS,
  'post /units/:unit/members/:account/role': ADMINISTRATORS,
  'post /units/:unit/members/:account/remove': ADMINISTRATORS,
  'post /units/:unit/members/:account/password-link': ADMINISTRATORS,
  'post /units/:unit/members/:account/two-step-off': ADMINISTRATORS,
  'get /units/:unit/audit': ADMINISTRATORS,
  'get /units/:unit/audit.csv': ADMINISTRATORS,

  'get /units/:unit/machines': MAKERS,
  'post /units/:unit/machines/tokens': MAKERS,
  'post /units/:unit/machines/tokens/:token/revoke': MAKERS,
  'post /units/:unit/machines/hooks': MAKERS,
  'post /units/:unit/machines/hooks/:hook/end': MAKERS,
  'get /units/:unit/feeds': MAKERS,
  'post /units/:unit/feeds': STAFF,
  'get /units/:unit/feeds/mine': STAFF,
  'get /units/:unit/feeds/sheet': MAKERS,
  'post /units/:unit/feeds/sheet': MAKERS,
  'post /units/:unit/feeds/:link/rotate': STAFF,
  'post /units/:unit/feeds/:link/revoke': STAFF,

  'get /periods/:period': ALL,
  'get /periods/:period/people': ALL,
  'get /periods/:period/print': ALL,
  'get /periods/:period/roster.:format': ALL,
  'get /periods/:period/compare': ALL,
  'get /periods/:period/documents': ALL,
  'get /periods/:period/documents/:kind.:format': ALL,
  'post /periods/:period/documents': MAKERS,
  'post /periods/:period/documents/slips': MAKERS,
  'post /periods/:period/documents/forms': MAKERS,
  'post /periods/:period/documents/forms/:form': MAKERS,
  'get /periods/:period/documents/forms/:form/filled.docx': ALL,
  'get /periods/:period/documents/forms/:form/original.docx': MAKERS,
  'post /periods/:period/documents/forms/:form/remove': MAKERS,
  'get /periods/:period/wall': STAFF,

  'get /periods/new': MAKERS,
  'post /periods/new': MAKERS,
  'get /periods/:period/prepare': DECIDERS,
  'get /periods/:period/run': DECIDERS,
  'post /periods/:period/run': MAKERS,
  'get /periods/:period/run/parts': DECIDERS,
  'get /periods/:period/run/events': DECIDERS,
  'post /periods/:period/run/stop': MAKERS,
  'post /periods/:period/run/drop': MAKERS,
  'post /periods/:period/run/take': MAKERS,
  'post /periods/:period/mend': MAKERS,
  'get /periods/:period/draft': DECIDERS,
  'get /periods/:period/draft/people': DECIDERS,
  'get /periods/:period/draft/candidates': DECIDERS,
  'post /periods/:period/draft/edit': MAKERS,
  'get /periods/:period/shortage': DECIDERS,
  'post /periods/:period/shortage': MAKERS,
  'get /periods/:period/sick': MAKERS,
  'get /periods/:period/publish': DECIDERS,
  'post /periods/:period/publish': MAKERS,
};
