/** English sentences: the installation's security level, what it asks and what is met. */

import type { safetyVi } from '../vi/safety.ts';

export const safetyEn: Record<keyof typeof safetyVi, string> = {
  'safety.title': 'Security level',
  'safety.account-link': 'Security level',
  'safety.summary': 'Level {level}: {met} of {all} requirements met',
  'safety.none': 'No level has been said; held against level 1: {met} of {all} requirements met',
  'safety.text':
    'Worked out from settings and data when the page was opened, and about this program alone: it stands in for no dossier, rules, people, machine room or monitoring. Templates of the dossier are in the program’s documents (docs/ho-so-cap-do). “By the standard” is what this program knows of TCVN 14423:2026, to be held against the original; “advised” is the program’s own default.',
  'safety.settings': 'Level and settings',
  'safety.settings-text':
    'Another level puts everything below back to that level’s defaults; with the same level each is saved as typed. Days of grace and of idleness count from when the level was said.',
  'safety.submit': 'Save',
  'safety.saved': 'Saved.',
  'safety.field.level': 'Level of the system (1–5)',
  'safety.field.administratorTwoSteps': 'Administrators must have a second step',
  'safety.field.outsideTwoSteps':
    'Whoever signs in from outside the internal network (a public address) must have one at once',
  'safety.field.graceDays': 'Days administrators have to switch it on',
  'safety.field.passwordLength': 'Length of a password without a second step',
  'safety.field.idleDays': 'Shut out accounts not used for (days; 0 for never)',
  'safety.field.lockMinutes': 'End a session not used for (minutes)',
  'safety.field.sessionHours': 'Longest session (hours)',
  'safety.field.logMonths': 'Keep the audit trail at least (months)',
  'safety.field.fault': 'A whole number from {least} to {most} is wanted.',
  'safety.by.standard': 'by the standard, from level {from}',
  'safety.by.program': 'advised, from level {from}',
  'safety.state.met': 'Met',
  'safety.state.open': 'Not met',
  'safety.state.later': 'From level {from}',
  'safety.administrator-two-steps.title': 'Administrators sign in in two steps',
  'safety.administrator-two-steps.setting': 'Setting below; each switches it on on the account page',
  'safety.administrator-two-steps.met': 'Every administrator ({all}) has a second step.',
  'safety.administrator-two-steps.open':
    '{without} of {all} administrators have no second step, or it is not asked for; after {days} {days|day|days} of grace those without get to the account page alone.',
  'safety.outside-two-steps.title': 'Two steps from outside',
  'safety.outside-two-steps.setting': 'Setting below',
  'safety.outside-two-steps.met':
    'Asked for: from a public address, whoever has no second step gets to the account page alone ({without} of {all} accounts have none).',
  'safety.outside-two-steps.open': 'Not asked for; {without} of {all} accounts have no second step.',
  'safety.password-length.title': 'Passwords long enough without a second step',
  'safety.password-length.setting': 'Setting below; from the next password on',
  'safety.password-length.met':
    'At least {length} characters ({wanted} are wanted); common passwords are refused.',
  'safety.password-length.open': 'At least {length} characters, {wanted} are wanted.',
  'safety.idle-accounts.title': 'Accounts not used are shut out',
  'safety.idle-accounts.setting': 'Setting below; looked for every hour, in the audit trail',
  'safety.idle-accounts.met': 'After {days} {days|day|days} without a sign-in ({wanted} at most are wanted).',
  'safety.idle-accounts.open': 'Set to {days} {days|day|days} (0 for never); 1 to {wanted} are wanted.',
  'safety.session-lock.title': 'Sessions left alone end',
  'safety.session-lock.setting': 'Setting below',
  'safety.session-lock.met': 'After {minutes} {minutes|minute|minutes} (the level’s default: {wanted}).',
  'safety.session-lock.open':
    'After {minutes} {minutes|minute|minutes}, longer than the level’s default of {wanted}.',
  'safety.log-kept.title': 'The audit trail is kept',
  'safety.log-kept.setting': 'Setting below or ROTA_AUDIT_DAYS, whichever is more',
  'safety.log-kept.met':
    'Kept for {days} {days|day|days} (the level’s default: {wanted} {wanted|month|months}).',
  'safety.log-kept.open':
    'Kept for {days} {days|day|days}, less than the level’s default of {wanted} {wanted|month|months}.',
  'safety.tls.title': 'Encrypted on the way',
  'safety.tls.setting': 'ROTA_URL and a proxy with a certificate',
  'safety.tls.met': 'The server’s public address is https.',
  'safety.tls.open': 'The server’s public address is not https.',
  'safety.backup-made.title': 'Daily backups',
  'safety.backup-made.setting': 'ROTA_BACKUPS, ROTA_BACKUPS_KEPT',
  'safety.backup-made.met':
    'The newest is {hours} {hours|hour|hours} old. Whether one was ever restored this page does not know.',
  'safety.backup-made.open': 'The newest is {hours} {hours|hour|hours} old.',
  'safety.backup-made.none': 'There is no backup yet.',
  'safety.backup-encrypted.title': 'Backups are encrypted',
  'safety.backup-encrypted.setting': 'ROTA_BACKUP_RECIPIENT (rota backup key)',
  'safety.backup-encrypted.met':
    'Backups are encrypted from now on for a key that is not on the server; older ones may not be.',
  'safety.backup-encrypted.open': 'Backups are not encrypted: whoever has the file reads it.',
  'safety.log-forwarded.title': 'The audit trail goes to a log server',
  'safety.log-forwarded.setting': 'ROTA_SYSLOG',
  'safety.log-forwarded.met': 'A log server is set to send it to.',
  'safety.log-forwarded.open': 'The audit trail is on this server alone.',
  'safety.due': 'Administrators must have a second step before {until}; after that there is this page alone.',
  'safety.held.administrator':
    'You administer and have no second step: switch on the authenticator app or add a passkey here, and every page opens again.',
  'safety.held.outside':
    'You signed in from outside the internal network and have no second step: switch on the authenticator app or add a passkey here, and every page opens again.',
  'notice.subject.idle': 'Your account was shut out',
  'notice.line.idle':
    'Nobody signed in for {days} {days|day|days}. To use it again, ask an administrator; your private link still works.',
};
