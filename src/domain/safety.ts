/**
 * What an installation asks of accounts, by its security level (cấp độ an toàn, 1–5). TCVN 14423:2026 asks from level 1 on
 * for two steps of administrators and from outside, for idle accounts to be shut out after 45 days, and for 14 characters
 * without a second step. How long sessions and logs last by level are defaults of this program, to be held against the
 * standard when the dossier is written.
 */

export const SAFETY_LEVELS = [1, 2, 3, 4, 5] as const;
export type SafetyLevel = (typeof SAFETY_LEVELS)[number];

export interface SafetySettings {
  /** Administrators and operators must have a second step; after the days of grace nothing else is open to them. */
  readonly administratorTwoSteps: boolean;
  readonly graceDays: number;
  /** Whoever signs in from outside the networks of the organisation must have one, at once. */
  readonly outsideTwoSteps: boolean;
  /** Characters of a password without a second step, from the next password on. */
  readonly passwordLength: number;
  /** Accounts nobody signed in to for so long are shut out; 0 for never. */
  readonly idleDays: number;
  /** Of no use, a session ends. */
  readonly lockMinutes: number;
  /** In use too. */
  readonly sessionHours: number;
  /** The audit trail is kept at least so long. */
  readonly logMonths: number;
}

/** What an administrator may type; the least and the most of each figure. */
export const SAFETY_BOUNDS = {
  graceDays: [0, 60],
  passwordLength: [8, 64],
  idleDays: [0, 400],
  lockMinutes: [5, 120],
  sessionHours: [1, 12],
  logMonths: [1, 120],
} as const satisfies Partial<Record<keyof SafetySettings, readonly [number, number]>>;

export type SafetyFigure = keyof typeof SAFETY_BOUNDS;

/** Without a level nothing more is asked than the program asks of everybody. */
const UNLEVELLED: SafetySettings = {
  administratorTwoSteps: false,
  graceDays: 14,
  outsideTwoSteps: false,
  passwordLength: 8,
  idleDays: 0,
  lockMinutes: 120,
  sessionHours: 12,
  logMonths: 1,
};

const LOCK_MINUTES = { 1: 120, 2: 60, 3: 30, 4: 15, 5: 15 } as const;
const LOG_MONTHS = { 1: 3, 2: 3, 3: 6, 4: 12, 5: 12 } as const;

export function safetyDefaults(level: SafetyLevel): SafetySettings {
  return {
    administratorTwoSteps: true,
    graceDays: 14,
    outsideTwoSteps: true,
    passwordLength: 14,
    idleDays: 45,
    lockMinutes: LOCK_MINUTES[level],
    sessionHours: 12,
    logMonths: LOG_MONTHS[level],
  };
}

/** A month of keeping is never shorter than a month. */
export const MONTH_DAYS = 31;

/** For how many days the audit trail is kept: as the machine's settings say, or as the level does where that is more. */
export function auditDays(machineDays: number, { logMonths }: Pick<SafetySettings, 'logMonths'>): number {
  return Math.max(machineDays, logMonths * MONTH_DAYS);
}

/** As an operator has said it; absent before. */
export interface SaidSafety {
  readonly level: SafetyLevel;
  /** When the level was said: days of grace and of idleness count from then at the earliest. */
  readonly since: number;
  /** What differs from the level's defaults. */
  readonly chosen: Partial<SafetySettings>;
}

export function safetyOf(said: SaidSafety | undefined): SafetySettings {
  return said ? { ...safetyDefaults(said.level), ...said.chosen } : UNLEVELLED;
}
