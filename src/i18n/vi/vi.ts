/** Every Vietnamese sentence, an area a file. The keys are what every other language must have. */

import { accessVi } from './access.ts';
import { accessIdentityVi } from './access-identity.ts';
import { accessPagesVi } from './access-pages.ts';
import { alertsVi } from './alerts.ts';
import { answersVi } from './answers.ts';
import { apiVi } from './api.ts';
import { apiMachinesVi } from './api-machines.ts';
import { apiPagesVi } from './api-pages.ts';
import { auditVi } from './audit.ts';
import { calendarVi } from './calendar.ts';
import { callsVi } from './calls.ts';
import { checkInsVi } from './check-ins.ts';
import { clashesVi } from './clashes.ts';
import { cliVi } from './cli.ts';
import { constraintsVi } from './constraints.ts';
import { constraintsCoverVi } from './constraints-cover.ts';
import { datesVi } from './dates.ts';
import { directoryVi } from './directory.ts';
import { displaysVi } from './displays.ts';
import { doctorVi } from './doctor.ts';
import { documentsVi } from './documents.ts';
import { documentsPagesVi } from './documents-pages.ts';
import { draftVi } from './draft.ts';
import { draftRunsVi } from './draft-runs.ts';
import { faultsVi } from './faults.ts';
import { feedsVi } from './feeds.ts';
import { feedsPagesVi } from './feeds-pages.ts';
import { helpVi } from './help.ts';
import { holidaysVi } from './holidays.ts';
import { homeVi } from './home.ts';
import { importsVi } from './imports.ts';
import { incidentsVi } from './incidents.ts';
import { logVi } from './log.ts';
import { logPagesVi } from './log-pages.ts';
import { moveInVi } from './move-in.ts';
import { noticesVi } from './notices.ts';
import { orderNoticesVi } from './order-notices.ts';
import { ordersVi } from './orders.ts';
import { overviewVi } from './overview.ts';
import { ownVi } from './own.ts';
import { ownDeviceVi } from './own-device.ts';
import { ownSwapsVi } from './own-swaps.ts';
import { passkeysVi } from './passkeys.ts';
import { personalDataVi } from './personal-data.ts';
import { replacementsVi } from './replacements.ts';
import { reportsVi } from './reports.ts';
import { rosterVi } from './roster.ts';
import { rulePartsVi } from './rule-parts.ts';
import { safetyVi } from './safety.ts';
import { seatWhyVi } from './seat-why.ts';
import { setupVi } from './setup.ts';
import { setupLedgerVi } from './setup-ledger.ts';
import { setupPeriodsVi } from './setup-periods.ts';
import { setupRulesVi } from './setup-rules.ts';
import { sheetVi } from './sheet.ts';
import { shiftVi } from './shift.ts';
import { signingVi } from './signing.ts';
import { siteVi } from './site.ts';
import { solverVi } from './solver.ts';
import { staffVi } from './staff.ts';
import { staffCalendarsVi } from './staff-calendars.ts';
import { staffMentionsVi } from './staff-mentions.ts';
import { staffPersonVi } from './staff-person.ts';
import { storeVi } from './store.ts';
import { systemsVi } from './systems.ts';
import { unitsVi } from './units.ts';
import { upwardVi } from './upward.ts';
import { wordFormVi } from './word-form.ts';

export const vi = {
  ...calendarVi,
  ...auditVi,
  ...ordersVi,
  ...orderNoticesVi,
  ...answersVi,
  ...upwardVi,
  ...clashesVi,
  ...constraintsCoverVi,
  ...constraintsVi,
  ...faultsVi,
  ...helpVi,
  ...holidaysVi,
  ...feedsVi,
  ...feedsPagesVi,
  ...sheetVi,
  ...documentsVi,
  ...documentsPagesVi,
  ...signingVi,
  ...wordFormVi,
  ...doctorVi,
  ...siteVi,
  ...homeVi,
  ...rosterVi,
  ...cliVi,
  ...solverVi,
  ...storeVi,
  ...apiVi,
  ...apiPagesVi,
  ...staffCalendarsVi,
  ...apiMachinesVi,
  ...accessVi,
  ...accessPagesVi,
  ...accessIdentityVi,
  ...directoryVi,
  ...draftVi,
  ...draftRunsVi,
  ...replacementsVi,
  ...callsVi,
  ...checkInsVi,
  ...datesVi,
  ...displaysVi,
  ...moveInVi,
  ...noticesVi,
  ...logVi,
  ...shiftVi,
  ...logPagesVi,
  ...ownDeviceVi,
  ...overviewVi,
  ...reportsVi,
  ...ownVi,
  ...ownSwapsVi,
  ...rulePartsVi,
  ...safetyVi,
  ...seatWhyVi,
  ...setupVi,
  ...setupLedgerVi,
  ...setupRulesVi,
  ...setupPeriodsVi,
  ...staffVi,
  ...importsVi,
  ...staffPersonVi,
  ...staffMentionsVi,
  ...passkeysVi,
  ...personalDataVi,
  ...unitsVi,
  ...systemsVi,
  ...incidentsVi,
  ...alertsVi,
} as const;
