/** Every address of the server's pages, one line each; feeds have a door of their own. */

import { showDocument, showDocuments } from './pages/documents.ts';
import { showDownload } from './pages/download.ts';
import { showHealth } from './pages/health.ts';
import { showHome } from './pages/home.ts';
import { showPeople } from './pages/people.ts';
import { showPeriods } from './pages/periods.ts';
import { showPrint } from './pages/print.ts';
import { showRoster } from './pages/roster.ts';
import type { Route } from './route.ts';

export const ROUTES: readonly Route[] = [
  { method: 'get', path: '/', show: showHome },
  { method: 'get', path: '/periods', show: showPeriods },
  { method: 'get', path: '/periods/:period', show: showRoster },
  { method: 'get', path: '/periods/:period/people', show: showPeople },
  { method: 'get', path: '/periods/:period/print', show: showPrint },
  { method: 'get', path: '/periods/:period/roster.:format', show: showDownload },
  { method: 'get', path: '/periods/:period/documents', show: showDocuments },
  { method: 'get', path: '/periods/:period/documents/:kind.:format', show: showDocument },
  { method: 'get', path: '/healthz', show: showHealth },
];
