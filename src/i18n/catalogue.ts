/** Every sentence in both languages. An area is one file a language; English has exactly the Vietnamese keys. */

import { API_SAMPLES } from './api-samples.ts';
import { accessEn } from './en/access.ts';
import { accessPagesEn } from './en/access-pages.ts';
import { apiEn } from './en/api.ts';
import { apiPagesEn } from './en/api-pages.ts';
import { busyPagesEn } from './en/busy-pages.ts';
import { calendarEn } from './en/calendar.ts';
import { cliEn } from './en/cli.ts';
import { constraintsEn } from './en/constraints.ts';
import { documentPagesEn } from './en/document-pages.ts';
import { documentsEn } from './en/documents.ts';
import { editorEn } from './en/editor.ts';
import { faultsEn } from './en/faults.ts';
import { feedEn } from './en/feed.ts';
import { feedPagesEn } from './en/feed-pages.ts';
import { holidaysEn } from './en/holidays.ts';
import { identityEn } from './en/identity.ts';
import { ledgerEn } from './en/ledger.ts';
import { machinesEn } from './en/machines.ts';
import { makingEn } from './en/making.ts';
import { ownPagesEn } from './en/own-pages.ts';
import { periodSetupEn } from './en/period-setup.ts';
import { personPagesEn } from './en/person-pages.ts';
import { rulesEn } from './en/rules.ts';
import { setupEn } from './en/setup.ts';
import { sheetEn } from './en/sheet.ts';
import { solverEn } from './en/solver.ts';
import { staffPagesEn } from './en/staff-pages.ts';
import { storeEn } from './en/store.ts';
import { swapPagesEn } from './en/swap-pages.ts';
import { unitPagesEn } from './en/unit-pages.ts';
import { webEn } from './en/web.ts';
import { wordFormEn } from './en/word-form.ts';
import { accessVi } from './vi/access.ts';
import { accessPagesVi } from './vi/access-pages.ts';
import { apiVi } from './vi/api.ts';
import { apiPagesVi } from './vi/api-pages.ts';
import { busyPagesVi } from './vi/busy-pages.ts';
import { calendarVi } from './vi/calendar.ts';
import { cliVi } from './vi/cli.ts';
import { constraintsVi } from './vi/constraints.ts';
import { documentPagesVi } from './vi/document-pages.ts';
import { documentsVi } from './vi/documents.ts';
import { editorVi } from './vi/editor.ts';
import { faultsVi } from './vi/faults.ts';
import { feedVi } from './vi/feed.ts';
import { feedPagesVi } from './vi/feed-pages.ts';
import { holidaysVi } from './vi/holidays.ts';
import { identityVi } from './vi/identity.ts';
import { ledgerVi } from './vi/ledger.ts';
import { machinesVi } from './vi/machines.ts';
import { makingVi } from './vi/making.ts';
import { ownPagesVi } from './vi/own-pages.ts';
import { periodSetupVi } from './vi/period-setup.ts';
import { personPagesVi } from './vi/person-pages.ts';
import { rulesVi } from './vi/rules.ts';
import { setupVi } from './vi/setup.ts';
import { sheetVi } from './vi/sheet.ts';
import { solverVi } from './vi/solver.ts';
import { staffPagesVi } from './vi/staff-pages.ts';
import { storeVi } from './vi/store.ts';
import { swapPagesVi } from './vi/swap-pages.ts';
import { unitPagesVi } from './vi/unit-pages.ts';
import { webVi } from './vi/web.ts';
import { wordFormVi } from './vi/word-form.ts';

const vi = {
  ...calendarVi,
  ...constraintsVi,
  ...faultsVi,
  ...holidaysVi,
  ...feedVi,
  ...feedPagesVi,
  ...sheetVi,
  ...documentsVi,
  ...documentPagesVi,
  ...wordFormVi,
  ...webVi,
  ...cliVi,
  ...solverVi,
  ...storeVi,
  ...apiVi,
  ...apiPagesVi,
  ...API_SAMPLES,
  ...busyPagesVi,
  ...machinesVi,
  ...accessVi,
  ...accessPagesVi,
  ...identityVi,
  ...editorVi,
  ...makingVi,
  ...ownPagesVi,
  ...swapPagesVi,
  ...setupVi,
  ...ledgerVi,
  ...rulesVi,
  ...periodSetupVi,
  ...staffPagesVi,
  ...personPagesVi,
  ...unitPagesVi,
} as const;

export type MessageKey = keyof typeof vi;

const en: Record<MessageKey, string> = {
  ...calendarEn,
  ...constraintsEn,
  ...faultsEn,
  ...holidaysEn,
  ...feedEn,
  ...feedPagesEn,
  ...sheetEn,
  ...documentsEn,
  ...documentPagesEn,
  ...wordFormEn,
  ...webEn,
  ...cliEn,
  ...solverEn,
  ...storeEn,
  ...apiEn,
  ...apiPagesEn,
  ...busyPagesEn,
  ...API_SAMPLES,
  ...machinesEn,
  ...accessEn,
  ...accessPagesEn,
  ...identityEn,
  ...editorEn,
  ...makingEn,
  ...ownPagesEn,
  ...swapPagesEn,
  ...setupEn,
  ...ledgerEn,
  ...rulesEn,
  ...periodSetupEn,
  ...staffPagesEn,
  ...personPagesEn,
  ...unitPagesEn,
};

export const CATALOGUES: {
  readonly vi: Readonly<Record<MessageKey, string>>;
  readonly en: Readonly<Record<MessageKey, string>>;
} = { vi, en };
