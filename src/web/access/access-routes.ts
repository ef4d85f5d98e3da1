/** Addresses of accounts, members and the audit trail, one line each. */

import type { Route } from '../route.ts';

export const ACCESS_ROUTES: readonly Route[] = [];
