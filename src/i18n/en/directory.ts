/** English sentences: an organisation's directory, whose people sign in here and may stand in staff lists. */

import type { directoryVi } from '../vi/directory.ts';

export const directoryEn: Record<keyof typeof directoryVi, string> = {
  'directory.sign-in': 'By your name and password of {directory}, or an account of your own here.',
  'directory.forgotten':
    'A forgotten password of {directory} is reset there. For one kept here, your unit’s administrator can send you a link.',
  'directory.directory-down':
    '{directory} does not answer, so the password could not be checked. You could try again in a few minutes; accounts of this system itself still sign in.',
  'directory.expired':
    'Your password at {directory} has expired or must be changed. You could change it on an office computer and sign in again.',
  'directory.no-role':
    'The name and password at {directory} are right, but this account has no role here or is disabled. You could ask an administrator to add you to the unit’s group.',
  'directory.unreachable':
    'The organisation’s directory does not answer. You could try again in a few minutes, or tell whoever keeps this system.',
  'directory.busy': 'The organisation’s directory is busy. You could try again in a few seconds.',
  'directory.emptied':
    '{missing} of {of} {of|account was|accounts were} not found in the organisation’s directory, so nobody was disabled. Perhaps the place searched (ROTA_LDAP_BASE) or the rights of the account that searches have changed.',
  'directory.account':
    'This account signs in by its password at {directory}. The password is changed there, and roles follow the groups there.',
  'directory.join.link': 'Accept by the password of {directory}',
  'directory.join.text':
    'You are invited as: {role}. Enter your name and password of {directory}; from then on you sign in by them.',
  'directory.join.back': 'Another way',
  'directory.here':
    'This name has a password of its own here. You could sign in by it and open the invitation’s link again.',
  'directory.move.link': 'Move to the password of {directory}',
  'directory.move.title': 'Move to {directory}',
  'directory.move.text':
    'Enter your name and password of {directory}. From then on this account signs in by that password, and the one kept here is gone. Roles it has are kept.',
  'directory.move.submit': 'Move my account',
  'directory.moved': 'From now on this account signs in by its password at the organisation’s directory.',
  'directory.operator':
    'An operator’s account keeps a password of its own here, so as to come in when the directory is down. You could use another account for daily work.',
  'directory.by-group':
    'This role follows a group of the organisation’s directory. You could change the group there; it counts here within 15 minutes.',
  'directory.is-by-group': 'By the directory',
  'directory.staff.title': 'Take a list from {directory}',
  'directory.staff.text':
    'Nothing is written yet: the list is read and opens as a table to look over, choose from and confirm.',
  'directory.staff.submit': 'Read the list',
  'directory.staff.none':
    'The directory names nobody for this unit. You could ask whoever keeps this system to look at the filter.',
  'directory.staff.unset': 'Where this unit’s people stand in the directory has not been set.',
};
