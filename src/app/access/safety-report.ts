/**
 * What a security level asks of the program, each requirement with whether it is met now, by which setting, and the figures
 * it is told from. Everything is worked out from what is set and what there is: nothing of it is typed by anyone.
 */

import { hasSecondStep, type Visitor } from '../../domain/account.ts';
import {
  auditDays,
  MONTH_DAYS,
  SAFETY_LEVELS,
  type SafetyLevel,
  type SafetySettings,
  safetyDefaults,
} from '../../domain/safety.ts';
import { listAccounts } from '../../store/account-store.ts';
import { listAdministratorIds } from '../../store/membership-store.ts';
import type { App } from '../app.ts';
import { requireOperator } from './authorise.ts';
import { readSafety } from './safety.ts';

/** What the machine is set to, outside the database. */
export interface Safeguards {
  readonly tls: boolean;
  readonly auditKeptDays: number;
  readonly auditForwarded: boolean;
  readonly backupsEncrypted: boolean;
  /** Of the newest backup; absent when there is none. */
  readonly backupAgeMs: () => number | undefined;
}

const REQUIREMENTS = [
  'administrator-two-steps',
  'outside-two-steps',
  'password-length',
  'idle-accounts',
  'session-lock',
  'log-kept',
  'tls',
  'backup-made',
  'backup-encrypted',
  'log-forwarded',
] as const;
export type RequirementName = (typeof REQUIREMENTS)[number];

export interface Requirement {
  readonly name: RequirementName;
  /** From which level on it is asked. */
  readonly from: SafetyLevel;
  /** TCVN 14423:2026 asks for it as we know it, or it is this program's own counsel. */
  readonly by: 'standard' | 'program';
  readonly asked: boolean;
  readonly met: boolean;
  /** Figures for the sentence of its evidence. */
  readonly evidence: Readonly<Record<string, number>>;
}

export interface SafetyReport {
  /** Absent before anybody has said it: then it is told as for level 1. */
  readonly level?: SafetyLevel;
  readonly settings: SafetySettings;
  readonly requirements: readonly Requirement[];
}

const DAY_MS = 86_400_000;
/** A daily backup that is an hour late is none to worry about. */
const BACKUP_DAYS = 1.2;
/** Longest months. */

/** Throws `forbidden`. */
export async function readSafetyReport(
  app: App,
  visitor: Visitor,
  safeguards: Safeguards,
): Promise<SafetyReport> {
  requireOperator(visitor);
  const { said, settings } = await readSafety(app);
  const level = said?.level ?? SAFETY_LEVELS[0];
  const counts = await countAccounts(app);
  const requirements = REQUIREMENTS.map((name) => {
    const { from, by, ...told } = JUDGES[name]({
      settings,
      wanted: safetyDefaults(level),
      counts,
      safeguards,
    });
    return { name, from, by, asked: level >= from, ...told };
  });
  return { ...(said ? { level: said.level } : {}), settings, requirements };
}

interface Counts {
  readonly administrators: number;
  readonly administratorsWithout: number;
  readonly accounts: number;
  readonly accountsWithout: number;
}

/** Of accounts that are open. */
async function countAccounts({ db }: App): Promise<Counts> {
  const administratorIds = await listAdministratorIds(db);
  const open = (await listAccounts(db)).filter(({ disabledAt }) => disabledAt === undefined);
  const administrators = open.filter(({ id, operator }) => operator || administratorIds.has(id));
  const without = (of: typeof open): number => of.filter((account) => !hasSecondStep(account)).length;
  return {
    administrators: administrators.length,
    administratorsWithout: without(administrators),
    accounts: open.length,
    accountsWithout: without(open),
  };
}

interface Facts {
  readonly settings: SafetySettings;
  readonly wanted: SafetySettings;
  readonly counts: Counts;
  readonly safeguards: Safeguards;
}

type Judge = (facts: Facts) => Pick<Requirement, 'from' | 'by' | 'met' | 'evidence'>;

const JUDGES: Readonly<Record<RequirementName, Judge>> = {
  'administrator-two-steps': ({ settings, counts }) => ({
    ...{ from: 1, by: 'standard' },
    met: settings.administratorTwoSteps && counts.administratorsWithout === 0,
    evidence: { all: counts.administrators, without: counts.administratorsWithout, days: settings.graceDays },
  }),
  'outside-two-steps': ({ settings, counts }) => ({
    ...{ from: 1, by: 'standard' },
    met: settings.outsideTwoSteps,
    evidence: { all: counts.accounts, without: counts.accountsWithout },
  }),
  'password-length': ({ settings, wanted }) => ({
    ...{ from: 1, by: 'standard' },
    met: settings.passwordLength >= wanted.passwordLength,
    evidence: { length: settings.passwordLength, wanted: wanted.passwordLength },
  }),
  'idle-accounts': ({ settings, wanted }) => ({
    ...{ from: 1, by: 'standard' },
    met: settings.idleDays > 0 && settings.idleDays <= wanted.idleDays,
    evidence: { days: settings.idleDays, wanted: wanted.idleDays },
  }),
  'session-lock': ({ settings, wanted }) => ({
    ...{ from: 1, by: 'program' },
    met: settings.lockMinutes <= wanted.lockMinutes,
    evidence: { minutes: settings.lockMinutes, wanted: wanted.lockMinutes },
  }),
  'log-kept': ({ settings, wanted, safeguards }) => {
    const days = auditDays(safeguards.auditKeptDays, settings);
    return {
      ...{ from: 1, by: 'program' },
      met: days >= wanted.logMonths * MONTH_DAYS,
      evidence: { days, wanted: wanted.logMonths },
    };
  },
  tls: ({ safeguards }) => ({ from: 1, by: 'program', met: safeguards.tls, evidence: {} }),
  'backup-made': ({ safeguards }) => {
    const age = safeguards.backupAgeMs();
    return {
      ...{ from: 1, by: 'program' },
      met: age !== undefined && age < BACKUP_DAYS * DAY_MS,
      evidence: { hours: age === undefined ? -1 : Math.floor(age / 3_600_000) },
    };
  },
  'backup-encrypted': ({ safeguards }) => ({
    ...{ from: 3, by: 'program' },
    met: safeguards.backupsEncrypted,
    evidence: {},
  }),
  'log-forwarded': ({ safeguards }) => ({
    ...{ from: 3, by: 'program' },
    met: safeguards.auditForwarded,
    evidence: {},
  }),
};
