/** Addresses of accounts, members and the audit trail, one line each. */

import type { Route } from '../kit/route.ts';
import {
  DIRECTORY_PATH,
  PASSKEY_PATH,
  PASSKEYS_PATH,
  PROVE_KEY_PATH,
  PROVIDER_CODE_PATH,
  PROVIDER_LINK_PATH,
  PROVIDER_PATH,
  PROVIDER_RETURN_PATH,
  SAFETY_PATH,
} from '../paths/access.ts';
import { changeOwnPassword, endSession, prove, proveByKey, showAccount, showProve } from './account.ts';
import { exportAuditFile, showAudit } from './audit.ts';
import { enterDirectory, showDirectory } from './directory.ts';
import { showHeld } from './held.ts';
import { join, joinHere, showJoin } from './join.ts';
import { enterJoinByDirectory, showJoinByDirectory } from './join-by-directory.ts';
import {
  changeMemberRole,
  endMemberTwoStep,
  inviteMember,
  revokeInvitation,
  saveSecurity,
  sendPasswordLink,
  showMembers,
  takeMemberOut,
} from './members.ts';
import { addKey, enterByKey, nameKey, proposeKey, removeKey } from './passkeys.ts';
import {
  enterProviderCode,
  leaveForProvider,
  linkProvider,
  returnFromProvider,
  showProviderCode,
  showProviderLink,
  unlinkProvider,
} from './provider.ts';
import { saveSafety, showSafety } from './safety.ts';
import { enterBySignIn, leave, leaveEverywhere, setUp, showSetup, showSignIn } from './signing.ts';
import { confirmTwoStep, endTwoStep, proposeTwoStep, renewCodes } from './two-step.ts';

const MEMBER = '/units/:unit/members/:account';
const INVITATIONS = '/units/:unit/invitations';

export const ACCESS_ROUTES: readonly Route[] = [
  { method: 'get', path: '/setup', show: showSetup, scope: 'anyone' },
  { method: 'post', path: '/setup', show: setUp, scope: 'anyone' },
  { method: 'get', path: '/sign-in', show: showSignIn, scope: 'anyone' },
  { method: 'post', path: '/sign-in', show: enterBySignIn, scope: 'anyone' },
  { method: 'post', path: PASSKEY_PATH, show: enterByKey, scope: 'anyone' },
  { method: 'get', path: PROVIDER_PATH, show: leaveForProvider, scope: 'anyone' },
  { method: 'get', path: PROVIDER_RETURN_PATH, show: returnFromProvider, scope: 'anyone' },
  { method: 'get', path: PROVIDER_CODE_PATH, show: showProviderCode, scope: 'anyone' },
  { method: 'post', path: PROVIDER_CODE_PATH, show: enterProviderCode, scope: 'anyone' },
  { method: 'get', path: PROVIDER_LINK_PATH, show: showProviderLink, scope: 'signed-in' },
  { method: 'post', path: PROVIDER_LINK_PATH, show: linkProvider, scope: 'signed-in' },
  { method: 'post', path: '/account/provider/remove', show: unlinkProvider, scope: 'signed-in' },
  { method: 'post', path: '/sign-out', show: leave, scope: 'signed-in' },
  { method: 'post', path: '/sign-out-everywhere', show: leaveEverywhere, scope: 'signed-in' },
  { method: 'get', path: '/join/:token', show: showJoin, scope: 'anyone' },
  { method: 'post', path: '/join/:token', show: join, scope: 'anyone' },
  { method: 'get', path: '/join/:token/directory', show: showJoinByDirectory, scope: 'anyone' },
  { method: 'post', path: '/join/:token/directory', show: enterJoinByDirectory, scope: 'anyone' },
  { method: 'post', path: '/join/:token/here', show: joinHere, scope: 'signed-in' },
  { method: 'get', path: '/account', show: showAccount, scope: 'signed-in' },
  { method: 'post', path: '/account/password', show: changeOwnPassword, scope: 'signed-in' },
  { method: 'get', path: DIRECTORY_PATH, show: showDirectory, scope: 'signed-in' },
  { method: 'post', path: DIRECTORY_PATH, show: enterDirectory, scope: 'signed-in' },
  { method: 'get', path: '/account/held/:form', show: showHeld, scope: 'signed-in' },
  { method: 'get', path: '/account/prove', show: showProve, scope: 'signed-in' },
  { method: 'post', path: '/account/prove', show: prove, scope: 'signed-in' },
  { method: 'post', path: PROVE_KEY_PATH, show: proveByKey, scope: 'signed-in' },
  { method: 'post', path: '/account/two-step', show: proposeTwoStep, scope: 'signed-in' },
  { method: 'post', path: '/account/two-step/confirm', show: confirmTwoStep, scope: 'signed-in' },
  { method: 'post', path: '/account/two-step/codes', show: renewCodes, scope: 'signed-in' },
  { method: 'post', path: '/account/two-step/off', show: endTwoStep, scope: 'signed-in' },
  { method: 'post', path: PASSKEYS_PATH, show: proposeKey, scope: 'signed-in' },
  { method: 'post', path: `${PASSKEYS_PATH}/add`, show: addKey, scope: 'signed-in' },
  { method: 'post', path: `${PASSKEYS_PATH}/:passkey/name`, show: nameKey, scope: 'signed-in' },
  { method: 'post', path: `${PASSKEYS_PATH}/:passkey/remove`, show: removeKey, scope: 'signed-in' },
  { method: 'post', path: '/account/sessions/:session/end', show: endSession, scope: 'signed-in' },
  { method: 'get', path: '/units/:unit/members', show: showMembers, action: 'account.edit' },
  { method: 'post', path: '/units/:unit/security', show: saveSecurity, action: 'account.edit' },
  { method: 'post', path: INVITATIONS, show: inviteMember, action: 'account.edit' },
  {
    method: 'post',
    path: `${INVITATIONS}/:invitation/revoke`,
    show: revokeInvitation,
    action: 'account.edit',
  },
  { method: 'post', path: `${MEMBER}/role`, show: changeMemberRole, action: 'account.edit' },
  { method: 'post', path: `${MEMBER}/remove`, show: takeMemberOut, action: 'account.edit' },
  { method: 'post', path: `${MEMBER}/password-link`, show: sendPasswordLink, action: 'account.edit' },
  { method: 'post', path: `${MEMBER}/two-step-off`, show: endMemberTwoStep, action: 'account.edit' },
  { method: 'get', path: '/units/:unit/audit', show: showAudit, action: 'audit.view', reads: 'audit' },
  {
    method: 'get',
    path: '/units/:unit/audit.csv',
    show: exportAuditFile,
    action: 'audit.view',
    reads: 'audit',
  },
  { method: 'get', path: SAFETY_PATH, show: showSafety, scope: 'operator' },
  { method: 'post', path: SAFETY_PATH, show: saveSafety, scope: 'operator' },
  { method: 'get', path: '/audit', show: showAudit, scope: 'operator', reads: 'audit' },
  { method: 'get', path: '/audit.csv', show: exportAuditFile, scope: 'operator', reads: 'audit' },
];
