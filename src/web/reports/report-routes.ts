/** Addresses of reports under orders, one line each. */

import type { Route } from '../kit/route.ts';
import { showReports } from './board-page.ts';
import { saveOwnReport, showOwnReports } from './own-reports.ts';
import { showSummary } from './summary-file.ts';

const ORDER = '/units/:unit/orders/:order';
const ASKED = '/units/:unit/asked/:order/reports';

export const REPORT_ROUTES: readonly Route[] = [
  { method: 'get', path: `${ORDER}/reports`, show: showReports, action: 'below.view', reads: 'people' },
  { method: 'get', path: `${ORDER}/report-summary.:format`, show: showSummary, action: 'below.view' },
  { method: 'get', path: ASKED, show: (visit, deps) => showOwnReports(visit, deps), action: 'report.send' },
  { method: 'post', path: ASKED, show: saveOwnReport, action: 'report.send' },
];
