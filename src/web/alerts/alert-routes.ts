/** Addresses of alerts that came in, one line each. */

import type { Route } from '../kit/route.ts';
import { changeAlerts, showAlerts, takeAlert } from './alerts-page.ts';

const ALERTS = '/units/:unit/alerts';

export const ALERT_ROUTES: readonly Route[] = [
  { method: 'get', path: ALERTS, show: showAlerts, action: 'log.view' },
  { method: 'post', path: `${ALERTS}/settings`, show: changeAlerts, action: 'watch.edit' },
  { method: 'post', path: `${ALERTS}/:alert/take`, show: takeAlert, action: 'log.write', own: true },
];
