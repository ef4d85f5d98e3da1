/** Every use case that changes something: who of the own unit may, and a call of it. Written out by hand, as the rows of routes are. */

import type { Directory } from '../../src/app/access/directory.ts';
import { disableIdleAccounts } from '../../src/app/access/disable-idle-accounts.ts';
import { appointOperator, disableAccount, enableAccount } from '../../src/app/access/edit-accounts.ts';
import {
  changeRole,
  dropMemberTotp,
  removeMember,
  revokeMemberInvitation,
} from '../../src/app/access/edit-members.ts';
import { eraseStaffMember } from '../../src/app/access/erase-staff-member.ts';
import { followDirectory } from '../../src/app/access/follow-directory.ts';
import { forgetPastSignIns } from '../../src/app/access/forget-past-sign-ins.ts';
import { forwardAudit } from '../../src/app/access/forward-audit.ts';
import { invite, invitePasswordChange } from '../../src/app/access/invite.ts';
import {
  appointFromConsole,
  disableFromConsole,
  enableFromConsole,
  resetAccount,
} from '../../src/app/access/keep-accounts.ts';
import { openSetup } from '../../src/app/access/open-setup.ts';
import { trimAuditTrail } from '../../src/app/access/read-audit.ts';
import { sayInstallationSafety } from '../../src/app/access/safety.ts';
import { setUnitSecurity } from '../../src/app/access/set-unit-security.ts';
import { settleMentions } from '../../src/app/access/trace-mentions.ts';
import { acknowledgeAlert, setAlerts } from '../../src/app/alerts/read-alerts.ts';
import { tellAlerts } from '../../src/app/alerts/tell-alerts.ts';
import { openAnswerFile, previewFileAnswer, sendFileAnswer } from '../../src/app/answers/answer-file.ts';
import { addAnswerDocument } from '../../src/app/answers/asked-orders.ts';
import { createPeriodFromOrder } from '../../src/app/answers/period-from-order.ts';
import { sendRosterAnswer } from '../../src/app/answers/send-roster.ts';
import type { App } from '../../src/app/app.ts';
import { recordAuditNotes } from '../../src/app/audit-notes.ts';
import { addAvailability } from '../../src/app/availability/add-availability.ts';
import { answerLeave } from '../../src/app/availability/answer-leave.ts';
import { importBusyCalendars } from '../../src/app/availability/import-busy-calendars.ts';
import { importLeave } from '../../src/app/availability/import-leave.ts';
import { removeAvailability } from '../../src/app/availability/remove-availability.ts';
import { removeBusyCalendar } from '../../src/app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../../src/app/availability/set-busy-calendar.ts';
import { checkIn } from '../../src/app/check-ins/check-in.ts';
import { answerCheck } from '../../src/app/checks/answer-check.ts';
import { saveChecks } from '../../src/app/checks/save-checks.ts';
import { tellMissed } from '../../src/app/checks/tell-missed.ts';
import { issueDisplayLink, revokeDisplayLink } from '../../src/app/displays/display-links.ts';
import { issueSigningCopy } from '../../src/app/documents/issue-signing-copy.ts';
import { keepSignedDocument } from '../../src/app/documents/keep-signed-document.ts';
import { removeWordForm } from '../../src/app/documents/remove-word-form.ts';
import { saveDocumentFields } from '../../src/app/documents/save-document-fields.ts';
import { saveWordForm } from '../../src/app/documents/save-word-form.ts';
import { sealDocument } from '../../src/app/documents/seal-document.ts';
import { applyRepair } from '../../src/app/drafts/apply-repair.ts';
import { editDraft } from '../../src/app/drafts/edit-draft.ts';
import { editSeats } from '../../src/app/drafts/edit-seats.ts';
import { importRoster } from '../../src/app/drafts/import-roster.ts';
import { replaceDraft } from '../../src/app/drafts/replace-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { undoDraft } from '../../src/app/drafts/undo-draft.ts';
import { endRevoked } from '../../src/app/end-revoked.ts';
import { endIssuedFeeds, endOlderFeeds } from '../../src/app/feeds/end-personal-feeds.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { issuePersonalFeeds } from '../../src/app/feeds/issue-personal-feeds.ts';
import { revokeFeedToken } from '../../src/app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../../src/app/feeds/rotate-feed-token.ts';
import { giveShift, receiveShift, remarkOnShift } from '../../src/app/handovers/sign-handover.ts';
import { tellUnsigned } from '../../src/app/handovers/tell-unsigned.ts';
import { addStep, closeIncident, rejudgeIncident } from '../../src/app/incidents/follow-incident.ts';
import { saveReport } from '../../src/app/incidents/incident-reports.ts';
import { setIncidentRules } from '../../src/app/incidents/incident-rules.ts';
import { openIncident } from '../../src/app/incidents/open-incident.ts';
import { keepBackups, makeBackup } from '../../src/app/keep-backups.ts';
import { correctLedger } from '../../src/app/ledger/correct-ledger.ts';
import { importPast } from '../../src/app/ledger/import-past.ts';
import { updateLedgerFromVersion } from '../../src/app/ledger/update-ledger-from-version.ts';
import { purgeLogs } from '../../src/app/log/purge-logs.ts';
import { saveWatch } from '../../src/app/log/watch-setting.ts';
import { writeEntry } from '../../src/app/log/write-entry.ts';
import { addWebHook } from '../../src/app/machines/add-web-hook.ts';
import { deliverMessages } from '../../src/app/machines/deliver-messages.ts';
import { endWebHook } from '../../src/app/machines/end-web-hook.ts';
import { issueApiToken } from '../../src/app/machines/issue-api-token.ts';
import type { Outbound } from '../../src/app/machines/outbound.ts';
import { revokeApiToken } from '../../src/app/machines/revoke-api-token.ts';
import { exportDatabase } from '../../src/app/move-database.ts';
import { addSchedulePosts } from '../../src/app/move-in/add-posts.ts';
import { sendPush } from '../../src/app/notices/compose-push.ts';
import { saveNoticeChoice } from '../../src/app/notices/notice-choices.ts';
import { endNoticeHook, saveNoticeHook, saveNoticeWays } from '../../src/app/notices/notice-settings.ts';
import { retryNotices } from '../../src/app/notices/outbox.ts';
import { markNoticesSeen, receiveRoster } from '../../src/app/notices/own-notices.ts';
import { addPushDevice, endPushDevices } from '../../src/app/notices/push-devices.ts';
import { remindOfShifts } from '../../src/app/notices/remind-of-shifts.ts';
import { remindPeople } from '../../src/app/notices/remind-people.ts';
import { forgetOldNotices, sendNotices } from '../../src/app/notices/send-notices.ts';
import { spreadNotices } from '../../src/app/notices/spread-notices.ts';
import { issueAnswerLinks, revokeAnswerLink } from '../../src/app/orders/answer-links.ts';
import { attachFile, detachFile, readAttached } from '../../src/app/orders/attached-file.ts';
import { setPhoneDays } from '../../src/app/orders/phone-days.ts';
import { dropOrder, saveOrder } from '../../src/app/orders/save-order.ts';
import { liftOrder, sendOrder } from '../../src/app/orders/send-order.ts';
import { tellDeadlines } from '../../src/app/orders/tell-deadlines.ts';
import { saveListForm } from '../../src/app/overview/list-form.ts';
import { loadTree } from '../../src/app/overview/load-tree.ts';
import { remindUnits } from '../../src/app/overview/remind-units.ts';
import { sendReminders } from '../../src/app/overview/send-reminders.ts';
import { issuePersonalLink, revokePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { issuePersonalLinks } from '../../src/app/own/issue-personal-links.ts';
import { createPeriod } from '../../src/app/periods/create-period.ts';
import { deletePeriod } from '../../src/app/periods/delete-period.ts';
import { enterHolidayNotice } from '../../src/app/periods/enter-holiday-notice.ts';
import { extendOpenPeriods, extendPeriod } from '../../src/app/periods/extend-open-periods.ts';
import { liftPeriod } from '../../src/app/periods/lift-period.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { rewritePeriod } from '../../src/app/periods/rewrite-period.ts';
import { saveDutyFlow } from '../../src/app/periods/save-duty-flow.ts';
import { saveHolidays } from '../../src/app/periods/save-holidays.ts';
import { savePeriodSettings } from '../../src/app/periods/save-period-settings.ts';
import { savePosts } from '../../src/app/periods/save-posts.ts';
import { saveRules } from '../../src/app/periods/save-rules.ts';
import { markBreachTold, noteBreach } from '../../src/app/personal-data/data-breaches.ts';
import { answerDataRequest, askDataRequest } from '../../src/app/personal-data/data-requests.ts';
import { recordUses } from '../../src/app/record-uses.ts';
import { answerCall } from '../../src/app/replacements/answer-call.ts';
import { approveReplacement } from '../../src/app/replacements/approve-replacement.ts';
import { callPeople } from '../../src/app/replacements/call-people.ts';
import { replaceSeat } from '../../src/app/replacements/replace-seat.ts';
import { reportAbsence } from '../../src/app/replacements/report-absence.ts';
import { sendReport } from '../../src/app/reports/send-report.ts';
import { dropRun, stopRun } from '../../src/app/runs/end-run.ts';
import type { Runs } from '../../src/app/runs/runs.ts';
import { startMend } from '../../src/app/runs/start-mend.ts';
import { startRun, takeRun } from '../../src/app/runs/start-run.ts';
import { changePeople } from '../../src/app/staff/change-people.ts';
import { importStaff } from '../../src/app/staff/import-staff.ts';
import { removeStaffMember, restoreStaffMember } from '../../src/app/staff/remove-staff-member.ts';
import { saveStaffMember } from '../../src/app/staff/save-staff-member.ts';
import { setParticipation } from '../../src/app/staff/set-participation.ts';
import { saveStandingPart } from '../../src/app/standing/save-standing.ts';
import { keepForUnit, takeStanding } from '../../src/app/standing/take-standing.ts';
import { answerSwap } from '../../src/app/swaps/answer-swap.ts';
import { arrangeSwap } from '../../src/app/swaps/arrange-swap.ts';
import { askSwap } from '../../src/app/swaps/ask-swap.ts';
import { decideSwap } from '../../src/app/swaps/decide-swap.ts';
import { expireSwaps } from '../../src/app/swaps/expire-swaps.ts';
import { chooseCertificates, forgetSystem, saveSystem } from '../../src/app/systems/edit-systems.ts';
import { issueAnswerToken } from '../../src/app/tree/answer-token.ts';
import { moveUnit, takeTree } from '../../src/app/tree/place-units.ts';
import { removeContact, saveContact } from '../../src/app/units/edit-contacts.ts';
import { saveUnit } from '../../src/app/units/save-unit.ts';
import { pullOrders } from '../../src/app/upward/pull-orders.ts';
import { sendReportsUp } from '../../src/app/upward/send-reports-up.ts';
import { sendUp } from '../../src/app/upward/send-up.ts';
import { endUpward, saveUpward } from '../../src/app/upward/upward-link.ts';
import { approveVersion } from '../../src/app/versions/approve-version.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import { submitVersion } from '../../src/app/versions/submit-version.ts';
import { withdrawVersion } from '../../src/app/versions/withdraw-version.ts';
import type { Role, Visitor } from '../../src/domain/account.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import { safetyDefaults } from '../../src/domain/safety.ts';
import { STANDARD_WATCH } from '../../src/domain/watch-setting.ts';

/** What a call is about. */
export interface About {
  readonly app: App;
  /** Of who asks; the same as the app's caller. */
  readonly visitor: Visitor;
  readonly unitId: string;
  readonly key: PeriodKey;
  /** Whose thing it is. */
  readonly staffId: string;
  /** A feed of that person. */
  readonly linkId: string;
  readonly runs: Runs;
  readonly send: Outbound;
}

export interface UseCaseRow {
  /** On anything of the unit; `machine` for nobody who comes over the network, `operator` for no role of a unit. */
  readonly who: readonly Role[] | 'machine' | 'operator';
  /** Only on what is their own person's. */
  readonly own?: readonly Role[];
  /** With what a stranger might send: it matters who is let in, not what comes of it. */
  call(about: About): unknown;
}

const NO_DIRECTORY: Directory = {
  name: '',
  roles: [],
  people: [],
  check: () => Promise.resolve({ right: false, why: 'unknown' }),
  find: () => Promise.resolve([]),
  list: () => Promise.resolve([]),
};

const MAKERS: readonly Role[] = ['administrator', 'manager'];
const DECIDERS: readonly Role[] = ['administrator', 'manager', 'approver'];
const APPROVERS: readonly Role[] = ['administrator', 'approver'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];
const OWN: readonly Role[] = ['technician', 'approver'];

const made = { actor: 'test' };
/** Of lines of the log: technicians in their own name. */
const WRITERS = { who: DECIDERS, own: ['technician'] } as const;
const writing = ({ unitId, staffId }: About) => ({
  ...{ ...made, unitId, staffId, key: 'of-a-test', words: 'x' },
});
const noteOf = () => '';
const roster = { periodId: 'x', assignments: [] };

export const USE_CASES: Readonly<Record<string, UseCaseRow>> = {
  saveOrder: {
    who: MAKERS,
    call: ({ app, unitId }) => saveOrder(app, { ...made, unitId, content: {} as never }),
  },
  dropOrder: { who: MAKERS, call: ({ app, unitId }) => dropOrder(app, { unitId, orderId: 'x' }, 'test') },
  sendOrder: {
    who: MAKERS,
    call: ({ app, unitId }) => sendOrder(app, { ...made, unitId, orderId: 'x', content: {} as never }),
  },
  liftOrder: { who: MAKERS, call: ({ app, unitId }) => liftOrder(app, { unitId, orderId: 'x' }, 'test') },
  issueAnswerLinks: {
    who: MAKERS,
    call: ({ app, unitId }) => issueAnswerLinks(app, { ...made, unitId, orderId: 'x' }),
  },
  revokeAnswerLink: {
    who: MAKERS,
    call: ({ app, unitId }) => revokeAnswerLink(app, { ...made, unitId, orderId: 'x', askedId: 'x' }),
  },
  takeTree: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) =>
      takeTree(app, { ...made, unitId, accounts: false, book: { name: 'x', sheets: [] }, asked: {} }),
  },
  moveUnit: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) => moveUnit(app, { ...made, unitId, place: {} as never }),
  },
  sendRosterAnswer: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      sendRosterAnswer(app, { ...made, unitId, orderId: 'x', periodId: 'x', version: 1 }),
  },
  issueAnswerToken: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) => issueAnswerToken(app, { ...made, unitId, belowId: 'x' }),
  },
  saveUpward: {
    who: MAKERS,
    call: ({ app, unitId, send }) =>
      saveUpward(app, send, { ...made, unitId, address: 'http://tren.example', token: 'x' }),
  },
  endUpward: { who: MAKERS, call: ({ app, unitId }) => endUpward(app, unitId, 'test') },
  pullOrders: { who: 'machine', call: ({ app, send }) => pullOrders(app, send) },
  sendReportsUp: { who: 'machine', call: ({ app, send }) => sendReportsUp(app, send) },
  sendUp: { who: 'machine', call: ({ app, send }) => sendUp(app, send) },
  attachFile: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      attachFile(app, { ...made, unitId, orderId: 'x', file: { name: 'x.docx', bytes: new Uint8Array(1) } }),
  },
  detachFile: { who: MAKERS, call: ({ app, unitId }) => detachFile(app, { unitId, orderId: 'x' }, 'test') },
  readAttached: {
    who: MAKERS,
    call: ({ app, unitId }) => readAttached(app, { own: { unitId, orderId: 'x' } }),
  },
  setPhoneDays: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) => setPhoneDays(app, { ...made, unitId, days: 30 }),
  },
  tellDeadlines: { who: 'machine', call: ({ app }) => tellDeadlines(app) },
  openAnswerFile: {
    who: MAKERS,
    call: ({ app, unitId }) => openAnswerFile(app, { ...made, unitId, orderId: 'x' }),
  },
  previewFileAnswer: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      previewFileAnswer(
        app,
        { ...made, unitId, orderId: 'x' },
        { book: { name: 'x', sheets: [] }, asked: {} },
      ),
  },
  sendFileAnswer: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      sendFileAnswer(
        app,
        { ...made, unitId, orderId: 'x' },
        { given: { book: { name: 'x', sheets: [] }, asked: {} }, revision: 1 },
      ),
  },
  addAnswerDocument: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      addAnswerDocument(app, {
        ...made,
        unitId,
        orderId: 'x',
        answer: 1,
        document: { number: '', signer: '' },
      }),
  },
  createPeriodFromOrder: {
    who: MAKERS,
    call: ({ app, unitId }) => createPeriodFromOrder(app, { unitId, orderId: 'x' }, 'test'),
  },
  answerLeave: {
    who: MAKERS,
    call: ({ app, unitId }) => answerLeave(app, { by: made, unitId, ids: [], granted: true }),
  },
  keepForUnit: { who: MAKERS, call: ({ app, key }) => keepForUnit(app, { by: made, key, part: 'posts' }) },
  saveStandingPart: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      saveStandingPart(app, { by: made, unitId, part: 'posts', written: [], seen: 'x' }),
  },
  takeStanding: {
    who: MAKERS,
    call: ({ app, key }) => takeStanding(app, { by: made, key, part: 'posts' } as never),
  },
  extendPeriod: { who: MAKERS, call: ({ app, key }) => extendPeriod(app, { by: made, key }) },
  extendOpenPeriods: { who: 'machine', call: ({ app }) => extendOpenPeriods(app) },
  issueDisplayLink: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      issueDisplayLink(app, { ...made, unitId, name: '', phones: false, dims: true }),
  },
  revokeDisplayLink: {
    who: MAKERS,
    call: ({ app, unitId }) => revokeDisplayLink(app, { ...made, unitId, id: 'x' }),
  },
  sendPush: {
    who: 'machine',
    call: ({ app, send }) => sendPush(app, { send, publicUrl: '', language: 'vi' }, {} as never),
  },
  addPushDevice: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      addPushDevice(app, { ...made, unitId, staffId, endpoint: '', p256dh: '', auth: '' }),
  },
  endPushDevices: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) => endPushDevices(app, { ...made, unitId, staffId }),
  },
  addAvailability: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      addAvailability(app, { by: made, unitId, staffId, form: {} } as never),
  },
  editSeats: {
    who: MAKERS,
    call: ({ app, key }) => editSeats(app, { ...made, key, changes: { edits: [] } }),
  },
  importPast: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      importPast(app, { ...made, unitId, book: { name: 'x', sheets: [] }, asked: {} }),
  },
  importRoster: { who: MAKERS, call: ({ app, key }) => importRoster(app, { ...made, key } as never) },
  importLeave: { who: MAKERS, call: ({ app, key }) => importLeave(app, { by: made, key } as never) },
  removeAvailability: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) => removeAvailability(app, { by: made, unitId, staffId, ref: 'x' }),
  },
  setBusyCalendar: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      setBusyCalendar(app, { ...made, unitId, staffId, address: 'https://example.org/a.ics' }),
  },
  removeBusyCalendar: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) => removeBusyCalendar(app, { ...made, unitId, staffId }),
  },
  importBusyCalendars: { who: 'machine', call: ({ app, send }) => importBusyCalendars(app, send) },
  removeWordForm: {
    who: MAKERS,
    call: ({ app, unitId }) => removeWordForm(app, { ...made, unitId, id: 'x' }),
  },
  issueSigningCopy: {
    who: MAKERS,
    call: ({ app, key }) =>
      issueSigningCopy(app, {
        ...made,
        key: { ...key, version: 1 },
        part: 'letter',
        bytes: 1,
        sha256: '0'.repeat(64),
      } as never),
  },
  keepSignedDocument: {
    who: MAKERS,
    call: ({ app, key }) =>
      keepSignedDocument(app, {
        ...made,
        key: { ...key, version: 1 },
        content: new Uint8Array(),
        asker: 'x',
      } as never),
  },
  sealDocument: {
    who: MAKERS,
    call: ({ app, key }) =>
      sealDocument(
        app,
        { units: [], name: '', from: 0, until: 0 } as never,
        {
          ...made,
          key: { ...key, version: 1 },
          part: 'letter',
          bytes: 1,
          sha256: '0'.repeat(64),
          content: new Uint8Array(),
          asker: 'x',
        } as never,
      ),
  },
  saveDocumentFields: {
    who: MAKERS,
    call: ({ app, key }) => saveDocumentFields(app, { ...made, key, typed: {} } as never),
  },
  saveWordForm: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      saveWordForm(app, {
        ...made,
        unitId,
        id: 'x',
        name: 'x',
        fileName: 'x',
        content: new Uint8Array(),
      } as never),
  },
  applyRepair: {
    who: MAKERS,
    call: ({ app, key }) =>
      applyRepair(app, { ...made, key, repair: {}, shift: {}, roster, seenRevision: 9 } as never),
  },
  editDraft: {
    who: MAKERS,
    call: ({ app, key }) => editDraft(app, { ...made, key, edit: {}, seen: [] } as never),
  },
  replaceDraft: {
    who: MAKERS,
    call: ({ app, key }) =>
      replaceDraft(app, { ...made, key, roster, seenRevision: 9, step: { kind: 'solve', params: {} } }),
  },
  saveDraft: {
    who: MAKERS,
    call: ({ app, key }) => saveDraft(app, { ...made, key, roster, seenRevision: 9 }),
  },
  undoDraft: { who: MAKERS, call: ({ app, key }) => undoDraft(app, { ...made, key, direction: 'undo' }) },
  endIssuedFeeds: {
    who: MAKERS,
    call: ({ app, unitId }) => endIssuedFeeds(app, { ...made, unitId, issued: [] }),
  },
  endOlderFeeds: {
    who: MAKERS,
    call: ({ app, unitId }) => endOlderFeeds(app, { ...made, unitId, issued: [] }),
  },
  issueFeedToken: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      issueFeedToken(app, {
        ...made,
        unitId,
        scope: { kind: 'personal', staffId },
        options: DEFAULT_FEED_OPTIONS,
      }),
  },
  issuePersonalFeeds: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      issuePersonalFeeds(app, {
        ...made,
        unitId,
        staffIds: [],
        options: DEFAULT_FEED_OPTIONS,
        replace: false,
      }),
  },
  revokeFeedToken: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, linkId }) => revokeFeedToken(app, { ...made, unitId, linkId }),
  },
  rotateFeedToken: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, linkId }) => rotateFeedToken(app, { ...made, unitId, linkId }),
  },
  correctLedger: {
    who: MAKERS,
    call: ({ app, unitId, staffId }) =>
      correctLedger(app, { ...made, unitId, staffId, year: 1, kind: 'points', amount: 0, reason: '' }),
  },
  updateLedgerFromVersion: {
    who: MAKERS,
    call: ({ app, key }) => updateLedgerFromVersion(app, { ...made, key }),
  },
  tellMissed: { who: 'machine', call: ({ app }) => tellMissed(app) },
  tellUnsigned: { who: 'machine', call: ({ app }) => tellUnsigned(app) },
  saveChecks: { who: MAKERS, call: ({ app, unitId }) => saveChecks(app, { ...made, unitId, checks: [] }) },
  answerCheck: {
    who: DECIDERS,
    own: ['technician'],
    call: ({ app, unitId, staffId }) =>
      answerCheck(app, { ...made, unitId, staffId, checkId: 'x', answer: 'pass' } as never),
  },
  giveShift: {
    who: DECIDERS,
    own: ['technician'],
    call: ({ app, key, staffId }) => giveShift(app, { ...made, ...key, staffId, shiftId: 'x' } as never),
  },
  receiveShift: {
    who: DECIDERS,
    own: ['technician'],
    call: ({ app, key, staffId }) => receiveShift(app, { ...made, ...key, staffId, shiftId: 'x' } as never),
  },
  remarkOnShift: {
    who: DECIDERS,
    own: ['technician'],
    call: ({ app, key, staffId }) => remarkOnShift(app, { ...made, ...key, staffId, shiftId: 'x' } as never),
  },
  purgeLogs: { who: 'machine', call: ({ app }) => purgeLogs(app) },
  saveWatch: {
    who: MAKERS,
    call: ({ app, unitId }) => saveWatch(app, { ...made, unitId, setting: STANDARD_WATCH }),
  },
  writeEntry: {
    who: DECIDERS,
    own: ['technician'],
    call: ({ app, unitId, staffId }) =>
      writeEntry(app, { ...made, unitId, staffId, key: 'of-a-test', kind: 'observation', words: 'x' }),
  },
  addWebHook: { who: MAKERS, call: ({ app, unitId }) => addWebHook(app, { ...made, unitId, address: 'x' }) },
  deliverMessages: { who: 'machine', call: ({ app, send }) => deliverMessages(app, send) },
  endWebHook: { who: MAKERS, call: ({ app, unitId }) => endWebHook(app, { ...made, unitId, hookId: 'x' }) },
  issueApiToken: {
    who: MAKERS,
    call: ({ app, unitId }) => issueApiToken(app, { ...made, unitId, name: 'x' }),
  },
  revokeApiToken: {
    who: MAKERS,
    call: ({ app, unitId }) => revokeApiToken(app, { ...made, unitId, tokenId: 'x' }),
  },
  issuePersonalLink: {
    who: MAKERS,
    call: ({ app, unitId }) => issuePersonalLink(app, { ...made, unitId, staffId: 'x' }),
  },
  revokePersonalLink: {
    who: MAKERS,
    call: ({ app, unitId }) => revokePersonalLink(app, { ...made, unitId, staffId: 'x' }),
  },
  markNoticesSeen: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) => markNoticesSeen(app, { unitId, staffId }),
  },
  checkIn: {
    who: MAKERS,
    own: OWN,
    call: ({ app, key, staffId }) => checkIn(app, { ...made, ...key, staffId, shiftId: 'x', way: 'page' }),
  },
  saveNoticeChoice: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      saveNoticeChoice(
        app,
        { unitId, staffId },
        { quietFrom: '', quietTo: '', evening: true, hour: true, on: [] },
      ),
  },
  forgetOldNotices: { who: 'machine', call: ({ app }) => forgetOldNotices(app) },
  issuePersonalLinks: {
    who: MAKERS,
    call: ({ app, unitId }) => issuePersonalLinks(app, { ...made, unitId, of: 'without' }),
  },
  remindOfShifts: { who: 'machine', call: ({ app }) => remindOfShifts(app) },
  callPeople: {
    who: DECIDERS,
    call: ({ app, key }) =>
      callPeople(app, { key, seat: { shiftId: 'x', place: 0 }, fromId: 'x', toIds: [] }, made),
  },
  answerCall: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      answerCall(app, { ...made, unitId, staffId, callId: 'x', answer: 'no', noteOf }),
  },
  reportAbsence: {
    who: MAKERS,
    own: OWN,
    call: ({ app, key, staffId }) => reportAbsence(app, { ...made, ...key, staffId, shiftId: 'x' }),
  },
  receiveRoster: {
    who: MAKERS,
    own: OWN,
    call: ({ app, key, staffId }) =>
      receiveRoster(app, { ...made, ...key, staffId, version: 1, way: 'page' }),
  },
  saveNoticeWays: {
    who: MAKERS,
    call: ({ app, unitId }) => saveNoticeWays(app, { ...made, unitId, told: true, mail: true, push: true }),
  },
  saveNoticeHook: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      saveNoticeHook(app, {
        ...made,
        unitId,
        address: 'https://x.example',
        template: '{"a":"{{name}}"}',
        header: '',
      }),
  },
  endNoticeHook: { who: MAKERS, call: ({ app, unitId }) => endNoticeHook(app, { ...made, unitId }) },
  retryNotices: { who: MAKERS, call: ({ app, unitId }) => retryNotices(app, { ...made, unitId }) },
  spreadNotices: { who: 'machine', call: ({ app }) => spreadNotices(app, { mail: false, push: false }) },
  sendNotices: {
    who: 'machine',
    call: ({ app, send }) => sendNotices(app, { send, publicUrl: 'http://x.example', language: 'vi' }),
  },
  remindPeople: { who: MAKERS, call: ({ app, key }) => remindPeople(app, { ...made, key }) },
  remindUnits: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      remindUnits(app, {
        ...{ ...made, key: { unitId, orderId: 'x' }, way: 'mail', unitIds: [], standing: 'overdue' },
      }),
  },
  saveListForm: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      saveListForm(app, { ...made, unitId, orderId: 'x', fileName: 'x.docx', content: new Uint8Array() }),
  },
  sendReminders: {
    who: 'machine',
    call: ({ app }) => sendReminders(app, { publicUrl: 'http://x.example', language: 'vi' }),
  },
  sendReport: {
    who: ['administrator', 'manager', 'approver', 'technician'],
    call: ({ app, unitId }) =>
      sendReport(app, {
        ...{ ...made, key: { unitId, orderId: 'x' }, dutyId: 'x', dueAt: 0, texts: [], signer: 'x' },
      } as never),
  },
  loadTree: { who: 'machine', call: ({ app }) => loadTree(app, undefined as never) },
  createPeriod: { who: MAKERS, call: ({ app, unitId }) => createPeriod(app, { ...made, unitId } as never) },
  loadCase: {
    who: 'machine',
    call: ({ app, unitId }) =>
      loadCase(app, { ...made, source: { unit: { id: unitId }, period: { id: 'x' } } } as never),
  },
  rewritePeriod: {
    who: MAKERS,
    call: ({ app, key }) => rewritePeriod(app, { ...made, key, change: () => [] } as never),
  },
  savePeriodSettings: {
    who: MAKERS,
    call: ({ app, key }) =>
      savePeriodSettings(app, { ...made, key, written: {}, staffIds: [], seen: 'x' } as never),
  },
  addSchedulePosts: {
    who: MAKERS,
    call: ({ app, key }) => addSchedulePosts(app, { ...made, key, posts: [] }),
  },
  savePosts: {
    who: MAKERS,
    call: ({ app, key }) => savePosts(app, { ...made, key, written: [], seen: 'x', agreed: false } as never),
  },
  saveRules: {
    who: MAKERS,
    call: ({ app, key }) => saveRules(app, { ...made, key, written: {}, seen: 'x' } as never),
  },
  saveDutyFlow: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) => saveDutyFlow(app, { ...made, unitId, flow: {} } as never),
  },
  saveHolidays: {
    who: MAKERS,
    call: ({ app, unitId }) => saveHolidays(app, { ...made, unitId, year: 2027, breaks: [] }),
  },
  startRun: {
    who: MAKERS,
    call: ({ app, key, runs }) => startRun(app, runs, { ...made, key, seconds: 1, seed: 1 }),
  },
  startMend: {
    who: MAKERS,
    call: ({ app, key, runs }) => startMend(app, runs, { ...made, key, from: 0, seconds: 1 } as never),
  },
  takeRun: { who: MAKERS, call: ({ app, key, runs }) => takeRun(app, runs, key) },
  stopRun: { who: MAKERS, call: ({ app, key, runs }) => stopRun(app, runs, key) },
  dropRun: { who: MAKERS, call: ({ app, key, runs }) => dropRun(app, runs, key) },
  importStaff: { who: MAKERS, call: ({ app, unitId }) => importStaff(app, { ...made, unitId } as never) },
  removeStaffMember: {
    who: MAKERS,
    call: ({ app, unitId }) => removeStaffMember(app, { ...made, unitId, staffId: 'x' }),
  },
  restoreStaffMember: {
    who: MAKERS,
    call: ({ app, unitId }) => restoreStaffMember(app, { ...made, unitId, staffId: 'x' }),
  },
  changePeople: {
    who: MAKERS,
    call: ({ app, unitId }) =>
      changePeople(app, { ...made, unitId, staffIds: [], change: { kind: 'title', text: 'x' } }),
  },
  saveStaffMember: {
    who: MAKERS,
    call: ({ app, unitId }) => saveStaffMember(app, { ...made, unitId, staffId: 'x', form: {} } as never),
  },
  setParticipation: {
    who: MAKERS,
    call: ({ app, key }) => setParticipation(app, { ...made, key, staffId: 'x', takesPart: true }),
  },
  answerSwap: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      answerSwap(app, { ...made, unitId, swapId: 'x', staffId, answer: 'consent', note: '', noteOf }),
  },
  askSwap: {
    who: MAKERS,
    own: OWN,
    call: ({ app, key, staffId }) =>
      askSwap(app, { ...made, key, askerId: staffId, shiftId: 'x', message: '' }),
  },
  arrangeSwap: {
    who: DECIDERS,
    call: ({ app, key, staffId }) =>
      arrangeSwap(app, { ...made, key, askerId: staffId, shiftId: 'x', partnerId: 'y', note: '', noteOf }),
  },
  decideSwap: {
    who: DECIDERS,
    call: ({ app, unitId }) =>
      decideSwap(app, { ...made, unitId, swapId: 'x', decision: 'approve', note: '', noteOf }),
  },
  expireSwaps: { who: 'machine', call: ({ app }) => expireSwaps(app) },
  saveContact: {
    who: MAKERS,
    call: ({ app, unitId }) => saveContact(app, { ...made, unitId, id: 'x', written: {} } as never),
  },
  removeContact: { who: MAKERS, call: ({ app, unitId }) => removeContact(app, { ...made, unitId, id: 'x' }) },
  tellAlerts: { who: 'machine', call: ({ app }) => tellAlerts(app) },
  acknowledgeAlert: {
    ...WRITERS,
    call: (about) => acknowledgeAlert(about.app, { ...writing(about), number: 9 }),
  },
  setAlerts: {
    who: MAKERS,
    call: ({ app, unitId }) => setAlerts(app, { ...made, unitId, nextMinutes: 1, silentMinutes: 1 }),
  },
  openIncident: {
    ...WRITERS,
    call: (about) => openIncident(about.app, { ...writing(about), shipped: [], title: 'x' } as never),
  },
  addStep: { ...WRITERS, call: (about) => addStep(about.app, { ...writing(about), incident: 9 }) },
  rejudgeIncident: {
    ...WRITERS,
    call: (about) => rejudgeIncident(about.app, { ...writing(about), incident: 9 }),
  },
  closeIncident: {
    ...WRITERS,
    call: (about) => closeIncident(about.app, { ...writing(about), incident: 9, cause: '', remaining: '' }),
  },
  saveReport: {
    ...WRITERS,
    call: (about) => saveReport(about.app, { ...writing(about), incident: 9, duty: 'x', fields: {} }),
  },
  setIncidentRules: {
    who: MAKERS,
    call: ({ app, unitId }) => setIncidentRules(app, { ...made, unitId, written: {} }),
  },
  saveSystem: {
    who: MAKERS,
    call: ({ app, unitId }) => saveSystem(app, { ...made, unitId, written: {} } as never),
  },
  forgetSystem: { who: MAKERS, call: ({ app, unitId }) => forgetSystem(app, { ...made, unitId, id: 'x' }) },
  chooseCertificates: {
    who: MAKERS,
    call: ({ app, unitId }) => chooseCertificates(app, { ...made, unitId, skills: [] }),
  },
  saveUnit: {
    who: ADMINISTRATORS,
    call: ({ app, unitId }) => saveUnit(app, { ...made, unitId, form: {} } as never),
  },
  approveVersion: {
    who: APPROVERS,
    call: ({ app, key }) =>
      approveVersion(app, { ...made, key, revision: 9, decision: 'approve', reason: '' }),
  },
  publishVersion: {
    who: MAKERS,
    call: ({ app, key }) => publishVersion(app, { ...made, key, revision: 9, note: '' }),
  },
  submitVersion: {
    who: MAKERS,
    call: ({ app, key }) => submitVersion(app, { ...made, key, revision: 9, note: '' }),
  },
  withdrawVersion: { who: MAKERS, call: ({ app, key }) => withdrawVersion(app, { ...made, key, note: '' }) },
  trimAuditTrail: { who: 'machine', call: ({ app }) => trimAuditTrail(app) },
  openSetup: { who: 'machine', call: ({ app }) => openSetup(app) },
  recordUses: { who: 'machine', call: ({ app }) => recordUses(app) },
  keepBackups: {
    who: 'machine',
    call: ({ app }) => keepBackups(app, { folder: '/nowhere', keep: 1, databasePath: '/nowhere' }),
  },
  exportDatabase: {
    who: 'machine',
    call: ({ app }) => exportDatabase(app, '/nowhere/a/dump', 'test'),
  },
  makeBackup: {
    who: 'machine',
    call: ({ app }) => makeBackup(app, { folder: '/nowhere', keep: 1, databasePath: '/nowhere' }, 'test'),
  },
  endRevoked: { who: 'machine', call: ({ app }) => endRevoked(app, undefined) },
  resetAccount: { who: 'machine', call: ({ app }) => resetAccount(app, 'x') },
  disableFromConsole: { who: 'machine', call: ({ app }) => disableFromConsole(app, 'x') },
  enableFromConsole: { who: 'machine', call: ({ app }) => enableFromConsole(app, 'x') },
  appointFromConsole: { who: 'machine', call: ({ app }) => appointFromConsole(app, 'x') },
  setUnitSecurity: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => setUnitSecurity(app, visitor, { unitId, longPasswords: false }),
  },
  deletePeriod: {
    who: MAKERS,
    call: ({ app, unitId }) => deletePeriod(app, { ...made, key: { unitId, periodId: 'none' } }),
  },
  approveReplacement: {
    who: APPROVERS,
    call: ({ app, unitId }) => approveReplacement(app, { unitId, id: 'x', decision: 'approve' }, made),
  },
  replaceSeat: {
    who: DECIDERS,
    call: ({ app, key }) =>
      replaceSeat(app, { key, seat: { shiftId: 'x', place: 0 }, fromId: 'x', toId: 'x', noteOf }, made),
  },
  liftPeriod: {
    who: MAKERS,
    call: ({ app, key }) => liftPeriod(app, { by: made, key, at: 0, note: '' } as never),
  },
  enterHolidayNotice: {
    who: MAKERS,
    call: ({ app, unitId }) => enterHolidayNotice(app, { ...made, unitId, notice: {} } as never),
  },
  changeRole: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => changeRole(app, visitor, { unitId, accountId: 'x', role: 'reader' }),
  },
  removeMember: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => removeMember(app, visitor, { unitId, accountId: 'x' }),
  },
  dropMemberTotp: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => dropMemberTotp(app, visitor, { unitId, accountId: 'x' }),
  },
  revokeMemberInvitation: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => revokeMemberInvitation(app, visitor, { unitId, id: 'x' }),
  },
  invite: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => invite(app, visitor, { unitId, role: 'reader', staffId: 'x' }),
  },
  invitePasswordChange: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => invitePasswordChange(app, visitor, { unitId, accountId: 'x' }),
  },
  recordAuditNotes: { who: 'machine', call: ({ app }) => recordAuditNotes(app) },
  forwardAudit: { who: 'machine', call: ({ app }) => forwardAudit(app, async () => {}) },
  askDataRequest: {
    who: MAKERS,
    own: OWN,
    call: ({ app, unitId, staffId }) =>
      askDataRequest(app, { ...made, unitId, staffId, kind: 'see', words: '' }),
  },
  answerDataRequest: {
    who: MAKERS,
    call: ({ app, unitId }) => answerDataRequest(app, { ...made, unitId, id: 'x', answer: '', done: true }),
  },
  noteBreach: {
    who: MAKERS,
    call: ({ app, unitId }) => noteBreach(app, { ...made, unitId, foundAt: app.clock(), words: '' }),
  },
  markBreachTold: {
    who: MAKERS,
    call: ({ app, unitId }) => markBreachTold(app, { ...made, unitId, id: 'x' }),
  },
  eraseStaffMember: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => eraseStaffMember(app, visitor, { unitId, staffId: 'x' }),
  },
  settleMentions: {
    who: ADMINISTRATORS,
    call: ({ app, visitor, unitId }) => settleMentions(app, visitor, { unitId, staffId: 'x', numbers: [] }),
  },
  sayInstallationSafety: {
    who: 'operator',
    call: ({ app, visitor }) =>
      sayInstallationSafety(app, visitor, { level: 3, settings: safetyDefaults(3) }),
  },
  disableIdleAccounts: { who: 'machine', call: ({ app }) => disableIdleAccounts(app) },
  forgetPastSignIns: { who: 'machine', call: ({ app }) => forgetPastSignIns(app) },
  followDirectory: { who: 'machine', call: ({ app }) => followDirectory(app, NO_DIRECTORY) },
  disableAccount: { who: 'operator', call: ({ app, visitor }) => disableAccount(app, visitor, 'x') },
  enableAccount: { who: 'operator', call: ({ app, visitor }) => enableAccount(app, visitor, 'x') },
  appointOperator: { who: 'operator', call: ({ app, visitor }) => appointOperator(app, visitor, 'x') },
};
