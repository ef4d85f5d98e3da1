/** Every sentence in both languages. An area is one file a language; English has exactly the Vietnamese keys. */

import { API_SAMPLES } from './api-samples.ts';
import { accessEn } from './en/access.ts';
import { accessIdentityEn } from './en/access-identity.ts';
import { accessPagesEn } from './en/access-pages.ts';
import { apiEn } from './en/api.ts';
import { apiMachinesEn } from './en/api-machines.ts';
import { apiPagesEn } from './en/api-pages.ts';
import { calendarEn } from './en/calendar.ts';
import { callsEn } from './en/calls.ts';
import { checkInsEn } from './en/check-ins.ts';
import { cliEn } from './en/cli.ts';
import { constraintsEn } from './en/constraints.ts';
import { displaysEn } from './en/displays.ts';
import { documentsEn } from './en/documents.ts';
import { documentsPagesEn } from './en/documents-pages.ts';
import { draftEn } from './en/draft.ts';
import { draftRunsEn } from './en/draft-runs.ts';
import { faultsEn } from './en/faults.ts';
import { feedsEn } from './en/feeds.ts';
import { feedsPagesEn } from './en/feeds-pages.ts';
import { holidaysEn } from './en/holidays.ts';
import { homeEn } from './en/home.ts';
import { importsEn } from './en/imports.ts';
import { noticesEn } from './en/notices.ts';
import { ownEn } from './en/own.ts';
import { ownDeviceEn } from './en/own-device.ts';
import { ownSwapsEn } from './en/own-swaps.ts';
import { personalDataEn } from './en/personal-data.ts';
import { replacementsEn } from './en/replacements.ts';
import { rosterEn } from './en/roster.ts';
import { setupEn } from './en/setup.ts';
import { setupLedgerEn } from './en/setup-ledger.ts';
import { setupPeriodsEn } from './en/setup-periods.ts';
import { setupRulesEn } from './en/setup-rules.ts';
import { sheetEn } from './en/sheet.ts';
import { siteEn } from './en/site.ts';
import { solverEn } from './en/solver.ts';
import { staffEn } from './en/staff.ts';
import { staffCalendarsEn } from './en/staff-calendars.ts';
import { staffMentionsEn } from './en/staff-mentions.ts';
import { staffPersonEn } from './en/staff-person.ts';
import { storeEn } from './en/store.ts';
import { unitsEn } from './en/units.ts';
import { wordFormEn } from './en/word-form.ts';
import { accessVi } from './vi/access.ts';
import { accessIdentityVi } from './vi/access-identity.ts';
import { accessPagesVi } from './vi/access-pages.ts';
import { apiVi } from './vi/api.ts';
import { apiMachinesVi } from './vi/api-machines.ts';
import { apiPagesVi } from './vi/api-pages.ts';
import { calendarVi } from './vi/calendar.ts';
import { callsVi } from './vi/calls.ts';
import { checkInsVi } from './vi/check-ins.ts';
import { cliVi } from './vi/cli.ts';
import { constraintsVi } from './vi/constraints.ts';
import { displaysVi } from './vi/displays.ts';
import { documentsVi } from './vi/documents.ts';
import { documentsPagesVi } from './vi/documents-pages.ts';
import { draftVi } from './vi/draft.ts';
import { draftRunsVi } from './vi/draft-runs.ts';
import { faultsVi } from './vi/faults.ts';
import { feedsVi } from './vi/feeds.ts';
import { feedsPagesVi } from './vi/feeds-pages.ts';
import { holidaysVi } from './vi/holidays.ts';
import { homeVi } from './vi/home.ts';
import { importsVi } from './vi/imports.ts';
import { noticesVi } from './vi/notices.ts';
import { ownVi } from './vi/own.ts';
import { ownDeviceVi } from './vi/own-device.ts';
import { ownSwapsVi } from './vi/own-swaps.ts';
import { personalDataVi } from './vi/personal-data.ts';
import { replacementsVi } from './vi/replacements.ts';
import { rosterVi } from './vi/roster.ts';
import { setupVi } from './vi/setup.ts';
import { setupLedgerVi } from './vi/setup-ledger.ts';
import { setupPeriodsVi } from './vi/setup-periods.ts';
import { setupRulesVi } from './vi/setup-rules.ts';
import { sheetVi } from './vi/sheet.ts';
import { siteVi } from './vi/site.ts';
import { solverVi } from './vi/solver.ts';
import { staffVi } from './vi/staff.ts';
import { staffCalendarsVi } from './vi/staff-calendars.ts';
import { staffMentionsVi } from './vi/staff-mentions.ts';
import { staffPersonVi } from './vi/staff-person.ts';
import { storeVi } from './vi/store.ts';
import { unitsVi } from './vi/units.ts';
import { wordFormVi } from './vi/word-form.ts';

const vi = {
  ...calendarVi,
  ...constraintsVi,
  ...faultsVi,
  ...holidaysVi,
  ...feedsVi,
  ...feedsPagesVi,
  ...sheetVi,
  ...documentsVi,
  ...documentsPagesVi,
  ...wordFormVi,
  ...siteVi,
  ...homeVi,
  ...rosterVi,
  ...cliVi,
  ...solverVi,
  ...storeVi,
  ...apiVi,
  ...apiPagesVi,
  ...API_SAMPLES,
  ...staffCalendarsVi,
  ...apiMachinesVi,
  ...accessVi,
  ...accessPagesVi,
  ...accessIdentityVi,
  ...draftVi,
  ...draftRunsVi,
  ...replacementsVi,
  ...callsVi,
  ...checkInsVi,
  ...displaysVi,
  ...noticesVi,
  ...ownDeviceVi,
  ...ownVi,
  ...ownSwapsVi,
  ...setupVi,
  ...setupLedgerVi,
  ...setupRulesVi,
  ...setupPeriodsVi,
  ...staffVi,
  ...importsVi,
  ...staffPersonVi,
  ...staffMentionsVi,
  ...personalDataVi,
  ...unitsVi,
} as const;

export type MessageKey = keyof typeof vi;

const en: Record<MessageKey, string> = {
  ...calendarEn,
  ...constraintsEn,
  ...faultsEn,
  ...holidaysEn,
  ...feedsEn,
  ...feedsPagesEn,
  ...sheetEn,
  ...documentsEn,
  ...documentsPagesEn,
  ...wordFormEn,
  ...siteEn,
  ...homeEn,
  ...rosterEn,
  ...cliEn,
  ...solverEn,
  ...storeEn,
  ...apiEn,
  ...apiPagesEn,
  ...staffCalendarsEn,
  ...API_SAMPLES,
  ...apiMachinesEn,
  ...accessEn,
  ...accessPagesEn,
  ...accessIdentityEn,
  ...draftEn,
  ...draftRunsEn,
  ...replacementsEn,
  ...callsEn,
  ...checkInsEn,
  ...displaysEn,
  ...noticesEn,
  ...ownDeviceEn,
  ...ownEn,
  ...ownSwapsEn,
  ...setupEn,
  ...setupLedgerEn,
  ...setupRulesEn,
  ...setupPeriodsEn,
  ...staffEn,
  ...importsEn,
  ...staffPersonEn,
  ...staffMentionsEn,
  ...personalDataEn,
  ...unitsEn,
};

export const CATALOGUES: {
  readonly vi: Readonly<Record<MessageKey, string>>;
  readonly en: Readonly<Record<MessageKey, string>>;
} = { vi, en };
