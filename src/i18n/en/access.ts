/** English sentences: accounts, signing in, passwords, and what the guard refuses. */

import type { accessVi } from '../vi/access.ts';

export const accessEn: Record<keyof typeof accessVi, string> = {
  'error.key.malformed':
    'The key file {path} is malformed. You could copy it again from where it is kept, or delete it to make a new key (everyone then sets up the authenticator app again).',
  'error.key.unreachable':
    'The key file {path} cannot be read or written ({cause}). The folder may not be writable.',
  'error.access.forbidden': 'Your account may not do this. You could ask the administrator of the unit.',
  'error.access.prove-again':
    'This needs your password again, since it was last given more than {minutes} minutes ago.',
  'error.access.sealed':
    'The authenticator secret cannot be opened: the key file has changed. You could put the old key file back, or ask an administrator to turn two-step sign-in off.',
  'error.access.account-missing': 'There is no such account.',
  'error.access.name-form':
    'The sign-in name “{value}” cannot be used. You could use a mail address, or 3 to 100 unaccented letters, digits and dots.',
  'error.access.name-taken': 'The sign-in name “{value}” is taken. You could choose another.',
  'error.access.person-name': 'A full name is needed, of at most {most} characters.',
  'error.access.setup-closed':
    'The first account has been made already. You could sign in, or ask for an invitation.',
  'error.access.setup-code':
    'The set-up code is wrong. You could look again at the console where the server was started.',
  'error.access.invitation':
    'This invitation cannot be used: it is wrong, used, revoked or too old. You could ask the administrator for a new one.',
  'error.access.invitation-missing': 'There is no such invitation, or it has been used or revoked already.',
  'error.access.already-member': 'This account is in the unit already. You could change its role.',
  'error.access.person-taken': 'The staff member “{staff}” has another account.',
  'error.access.last-operator':
    'This is the last operator account and cannot be disabled. You could make someone else an operator first.',
  'error.access.busy': 'Too many people are signing in at this moment. You could try again in a few seconds.',
  'error.access.account-unknown': 'There is no account {name}. You could see the list: rota account list.',
  'error.access.no-unit':
    'There is no unit yet for the password link to stand in. You could load one first: rota load.',
  'error.access.throttled': 'Too many attempts. You could try again in {seconds} {seconds|second|seconds}.',
  'error.access.wrong-password': 'The password is wrong.',
  'error.access.code-wrong':
    'The code is wrong or was used before. You could wait for the next one, and check the clock of the phone.',
  'error.access.totp-none':
    'Setting up an authenticator app has not been started. You could start it again from the account page.',
  'signIn.wrong': 'The sign-in name or the password is wrong.',
  'signIn.code-wanted': 'Enter the 6-digit code of your authenticator app.',
  'password.short': 'A password needs at least {least} characters. You could use a sentence you remember.',
  'password.long': 'A password has at most {most} characters.',
  'password.common':
    'This password is among the first that attackers try. You could put together a few unrelated words.',
  'password.context':
    'The password contains your name, the name of the unit or of the program (“{word}”). You could choose other words.',
  'role.administrator': 'Administrator',
  'role.manager': 'Planner',
  'role.approver': 'Approver',
  'role.technician': 'On duty',
  'role.reader': 'Reader',
};
