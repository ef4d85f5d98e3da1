/** Every address of the server's pages, one line each; feeds have an endpoint of their own. */

import { ACCESS_ROUTES } from '../access/access-routes.ts';
import { ALERT_ROUTES } from '../alerts/alert-routes.ts';
import { ANSWER_ROUTES } from '../answers/answer-routes.ts';
import { MACHINE_ROUTES } from '../api/machine-routes.ts';
import { DATE_ROUTES } from '../dates/date-routes.ts';
import { DOCUMENT_ROUTES } from '../documents/document-routes.ts';
import { approveDraft, submitDraft } from '../draft/approve.ts';
import { showCompare } from '../draft/compare.ts';
import { showCandidates, showDraft, showDraftPeople } from '../draft/draft.ts';
import { editDraft } from '../draft/edit-draft.ts';
import { showPrepare } from '../draft/prepare.ts';
import { publishDraft, showPublish } from '../draft/publish.ts';
import {
  dropRun,
  showRun,
  showRunParts,
  startMend,
  startRun,
  stopRun,
  streamRun,
  takeRun,
} from '../draft/run.ts';
import { applyRepair, showShortage } from '../draft/shortage.ts';
import { FEED_ROUTES } from '../feeds/feed-routes.ts';
import { showHome } from '../home/home.ts';
import { showPeriods } from '../home/periods.ts';
import { IMPORT_ROUTES } from '../imports/import-routes.ts';
import { INCIDENT_ROUTES } from '../incidents/incident-routes.ts';
import type { Route } from '../kit/route.ts';
import { LOG_ROUTES } from '../log/log-routes.ts';
import { NOTICE_ROUTES } from '../notices/notice-routes.ts';
import { ORDER_ROUTES } from '../orders/order-routes.ts';
import { OVERVIEW_ROUTES } from '../overview/overview-routes.ts';
import { OWN_ROUTES } from '../own/own-routes.ts';
import { PERSONAL_DATA_ROUTES } from '../personal-data/personal-data-routes.ts';
import { REPLACEMENT_ROUTES } from '../replacements/replacement-routes.ts';
import { REPORT_ROUTES } from '../reports/report-routes.ts';
import { endDisplay, makeDisplay, showDisplays } from '../roster/displays.ts';
import { showDownload } from '../roster/download.ts';
import { showPeople } from '../roster/people.ts';
import { showPrint } from '../roster/print.ts';
import { showRoster } from '../roster/roster.ts';
import { showDraftSeatWhy, showSeatWhy } from '../roster/seat-why.ts';
import { showDisplay, showWall } from '../roster/wall.ts';
import { createPeriod, showNewPeriod } from '../setup/new-period.ts';
import { SETUP_ROUTES } from '../setup/setup-routes.ts';
import { SHIFT_ROUTES } from '../shift/shift-routes.ts';
import { CALENDAR_ROUTES } from '../staff/calendar-routes.ts';
import { STAFF_ROUTES } from '../staff/staff-routes.ts';
import { SYSTEM_ROUTES } from '../systems/system-routes.ts';
import { UNIT_ROUTES } from '../units/unit-routes.ts';
import { showGuide } from './guide.ts';
import { showHealth, showReadiness } from './health.ts';

export const ROUTES: readonly Route[] = [
  { method: 'get', path: '/', show: showHome, scope: 'signed-in' },
  { method: 'get', path: '/huong-dan', show: showGuide, scope: 'anyone' },
  { method: 'get', path: '/huong-dan/:page', show: showGuide, scope: 'anyone' },
  { method: 'get', path: '/periods', show: showPeriods, scope: 'signed-in' },
  { method: 'get', path: '/periods/new', show: showNewPeriod, action: 'period.edit', scope: 'some-unit' },
  { method: 'post', path: '/periods/new', show: createPeriod, action: 'period.edit', scope: 'some-unit' },
  { method: 'get', path: '/periods/:period', show: showRoster, action: 'roster.view' },
  { method: 'get', path: '/periods/:period/why', show: showSeatWhy, action: 'roster.view' },
  { method: 'get', path: '/periods/:period/draft/why', show: showDraftSeatWhy, action: 'draft.view' },
  { method: 'get', path: '/periods/:period/people', show: showPeople, action: 'roster.view' },
  { method: 'get', path: '/periods/:period/print', show: showPrint, action: 'roster.view', reads: 'people' },
  { method: 'get', path: '/periods/:period/roster.:format', show: showDownload, action: 'roster.view' },
  { method: 'get', path: '/periods/:period/prepare', show: showPrepare, action: 'draft.view' },
  { method: 'get', path: '/periods/:period/run', show: showRun, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/run', show: startRun, action: 'solver.run' },
  { method: 'get', path: '/periods/:period/run/parts', show: showRunParts, action: 'draft.view' },
  { method: 'get', path: '/periods/:period/run/events', show: streamRun, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/run/stop', show: stopRun, action: 'solver.run' },
  { method: 'post', path: '/periods/:period/run/drop', show: dropRun, action: 'solver.run' },
  { method: 'post', path: '/periods/:period/run/take', show: takeRun, action: 'draft.edit' },
  { method: 'post', path: '/periods/:period/mend', show: startMend, action: 'solver.run' },
  { method: 'get', path: '/periods/:period/draft', show: showDraft, action: 'draft.view' },
  { method: 'get', path: '/periods/:period/draft/people', show: showDraftPeople, action: 'draft.view' },
  { method: 'get', path: '/periods/:period/draft/candidates', show: showCandidates, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/draft/edit', show: editDraft, action: 'draft.edit' },
  { method: 'get', path: '/periods/:period/shortage', show: showShortage, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/shortage', show: applyRepair, action: 'draft.edit' },
  { method: 'get', path: '/periods/:period/publish', show: showPublish, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/publish', show: publishDraft, action: 'version.publish' },
  { method: 'get', path: '/periods/:period/submit', show: showPublish, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/submit', show: submitDraft, action: 'version.submit' },
  { method: 'get', path: '/periods/:period/approve', show: showPublish, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/approve', show: approveDraft, action: 'version.approve' },
  { method: 'get', path: '/periods/:period/compare', show: showCompare, action: 'roster.view' },
  { method: 'get', path: '/periods/:period/wall', show: showWall, action: 'phones.view', reads: 'people' },
  { method: 'get', path: '/wall/:token', show: showDisplay, scope: 'anyone' },
  { method: 'get', path: '/units/:unit/displays', show: showDisplays, action: 'feed.edit' },
  { method: 'post', path: '/units/:unit/displays', show: makeDisplay, action: 'feed.edit' },
  { method: 'post', path: '/units/:unit/displays/:link/end', show: endDisplay, action: 'feed.edit' },
  { method: 'get', path: '/healthz', show: showHealth, scope: 'anyone' },
  { method: 'get', path: '/readyz', show: showReadiness, scope: 'anyone' },
  ...DATE_ROUTES,
  ...PERSONAL_DATA_ROUTES,
  ...ACCESS_ROUTES,
  ...FEED_ROUTES,
  ...DOCUMENT_ROUTES,
  ...MACHINE_ROUTES,
  ...STAFF_ROUTES,
  ...IMPORT_ROUTES,
  ...CALENDAR_ROUTES,
  ...REPLACEMENT_ROUTES,
  ...NOTICE_ROUTES,
  ...OVERVIEW_ROUTES,
  ...LOG_ROUTES,
  ...SHIFT_ROUTES,
  ...REPORT_ROUTES,
  ...OWN_ROUTES,
  ...SETUP_ROUTES,
  ...SYSTEM_ROUTES,
  ...INCIDENT_ROUTES,
  ...ALERT_ROUTES,
  ...UNIT_ROUTES,
  ...ORDER_ROUTES,
  ...ANSWER_ROUTES,
];
