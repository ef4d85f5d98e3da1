/** Addresses of incidents, one line each. */

import type { Route } from '../kit/route.ts';
import { showIncidentBelow, showIncidentsBelow } from './below-pages.ts';
import { endIncident, judgeIncident, noteCall, writeStep } from './incident-acts.ts';
import { showIncident } from './incident-page.ts';
import { createIncident, showIncidents, showNewIncident } from './incidents-page.ts';
import { downloadReport } from './report-file.ts';
import { keepReport, showReport } from './report-page.ts';
import { changeRules, showRules } from './rules-page.ts';

const INCIDENTS = '/units/:unit/incidents';
const ONE = `${INCIDENTS}/:incident`;
const REPORT = `${ONE}/reports/:duty`;
const BELOW = '/units/:unit/below';
const RULES = '/units/:unit/incident-rules';

export const INCIDENT_ROUTES: readonly Route[] = [
  { method: 'get', path: INCIDENTS, show: showIncidents, action: 'incident.view' },
  { method: 'get', path: `${INCIDENTS}/new`, show: showNewIncident, action: 'log.write', own: true },
  { method: 'post', path: `${INCIDENTS}/new`, show: createIncident, action: 'log.write', own: true },
  { method: 'get', path: ONE, show: showIncident, action: 'incident.view', reads: 'people' },
  { method: 'post', path: `${ONE}/step`, show: writeStep, action: 'log.write', own: true },
  { method: 'post', path: `${ONE}/call`, show: noteCall, action: 'log.write', own: true },
  { method: 'post', path: `${ONE}/judge`, show: judgeIncident, action: 'log.write', own: true },
  { method: 'post', path: `${ONE}/close`, show: endIncident, action: 'log.write', own: true },
  // Before the page, which would take the ending for part of the name.
  { method: 'get', path: `${REPORT}.:format`, show: downloadReport, action: 'incident.view' },
  { method: 'get', path: REPORT, show: showReport, action: 'incident.view' },
  { method: 'post', path: REPORT, show: keepReport, action: 'log.write', own: true },
  // Of a superior over the units below it.
  { method: 'get', path: `${BELOW}/incidents`, show: showIncidentsBelow, action: 'below.view' },
  {
    method: 'get',
    path: `${BELOW}/:below/incidents/:incident`,
    show: showIncidentBelow,
    action: 'below.view',
  },
  { method: 'get', path: RULES, show: showRules, action: 'incident.view' },
  { method: 'post', path: RULES, show: changeRules, action: 'watch.edit' },
];
