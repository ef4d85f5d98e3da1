/** Every English sentence, an area a file. */

import { accessEn } from './access.ts';
import { accessIdentityEn } from './access-identity.ts';
import { accessPagesEn } from './access-pages.ts';
import { alertsEn } from './alerts.ts';
import { answersEn } from './answers.ts';
import { apiEn } from './api.ts';
import { apiMachinesEn } from './api-machines.ts';
import { apiPagesEn } from './api-pages.ts';
import { auditEn } from './audit.ts';
import { calendarEn } from './calendar.ts';
import { callsEn } from './calls.ts';
import { checkInsEn } from './check-ins.ts';
import { clashesEn } from './clashes.ts';
import { cliEn } from './cli.ts';
import { constraintsEn } from './constraints.ts';
import { constraintsCoverEn } from './constraints-cover.ts';
import { datesEn } from './dates.ts';
import { directoryEn } from './directory.ts';
import { displaysEn } from './displays.ts';
import { doctorEn } from './doctor.ts';
import { documentsEn } from './documents.ts';
import { documentsPagesEn } from './documents-pages.ts';
import { draftEn } from './draft.ts';
import { draftRunsEn } from './draft-runs.ts';
import { faultsEn } from './faults.ts';
import { feedsEn } from './feeds.ts';
import { feedsPagesEn } from './feeds-pages.ts';
import { helpEn } from './help.ts';
import { holidaysEn } from './holidays.ts';
import { homeEn } from './home.ts';
import { importsEn } from './imports.ts';
import { incidentsEn } from './incidents.ts';
import { logEn } from './log.ts';
import { logPagesEn } from './log-pages.ts';
import { moveInEn } from './move-in.ts';
import { noticesEn } from './notices.ts';
import { orderNoticesEn } from './order-notices.ts';
import { ordersEn } from './orders.ts';
import { overviewEn } from './overview.ts';
import { ownEn } from './own.ts';
import { ownDeviceEn } from './own-device.ts';
import { ownSwapsEn } from './own-swaps.ts';
import { passkeysEn } from './passkeys.ts';
import { personalDataEn } from './personal-data.ts';
import { replacementsEn } from './replacements.ts';
import { reportsEn } from './reports.ts';
import { rosterEn } from './roster.ts';
import { rulePartsEn } from './rule-parts.ts';
import { safetyEn } from './safety.ts';
import { seatWhyEn } from './seat-why.ts';
import { setupEn } from './setup.ts';
import { setupLedgerEn } from './setup-ledger.ts';
import { setupPeriodsEn } from './setup-periods.ts';
import { setupRulesEn } from './setup-rules.ts';
import { sheetEn } from './sheet.ts';
import { shiftEn } from './shift.ts';
import { signingEn } from './signing.ts';
import { siteEn } from './site.ts';
import { solverEn } from './solver.ts';
import { staffEn } from './staff.ts';
import { staffCalendarsEn } from './staff-calendars.ts';
import { staffMentionsEn } from './staff-mentions.ts';
import { staffPersonEn } from './staff-person.ts';
import { storeEn } from './store.ts';
import { systemsEn } from './systems.ts';
import { unitsEn } from './units.ts';
import { upwardEn } from './upward.ts';
import { wordFormEn } from './word-form.ts';

export const en = {
  ...calendarEn,
  ...auditEn,
  ...ordersEn,
  ...orderNoticesEn,
  ...answersEn,
  ...upwardEn,
  ...clashesEn,
  ...constraintsCoverEn,
  ...constraintsEn,
  ...faultsEn,
  ...helpEn,
  ...holidaysEn,
  ...feedsEn,
  ...feedsPagesEn,
  ...sheetEn,
  ...documentsEn,
  ...documentsPagesEn,
  ...signingEn,
  ...wordFormEn,
  ...doctorEn,
  ...siteEn,
  ...homeEn,
  ...rosterEn,
  ...cliEn,
  ...solverEn,
  ...storeEn,
  ...apiEn,
  ...apiPagesEn,
  ...staffCalendarsEn,
  ...apiMachinesEn,
  ...accessEn,
  ...accessPagesEn,
  ...accessIdentityEn,
  ...directoryEn,
  ...draftEn,
  ...draftRunsEn,
  ...replacementsEn,
  ...callsEn,
  ...checkInsEn,
  ...datesEn,
  ...displaysEn,
  ...moveInEn,
  ...noticesEn,
  ...logEn,
  ...shiftEn,
  ...logPagesEn,
  ...ownDeviceEn,
  ...overviewEn,
  ...reportsEn,
  ...ownEn,
  ...ownSwapsEn,
  ...rulePartsEn,
  ...safetyEn,
  ...seatWhyEn,
  ...setupEn,
  ...setupLedgerEn,
  ...setupRulesEn,
  ...setupPeriodsEn,
  ...staffEn,
  ...importsEn,
  ...staffPersonEn,
  ...staffMentionsEn,
  ...passkeysEn,
  ...personalDataEn,
  ...unitsEn,
  ...systemsEn,
  ...incidentsEn,
  ...alertsEn,
} as const;
