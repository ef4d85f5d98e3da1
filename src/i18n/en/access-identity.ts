/** English sentences: signing in by an organisation's own identity provider. */

import type { accessIdentityVi } from '../vi/access-identity.ts';

export const accessIdentityEn: Record<keyof typeof accessIdentityVi, string> = {
  'identity.or': 'or',
  'identity.by': 'Sign in with {provider}',
  'identity.join-by': 'Join with {provider}',
  'identity.prove-by': 'Confirm with {provider}',
  'identity.unknown':
    'No account is linked to this identity. Try signing in with a password and linking it on the account page, or ask an administrator for an invitation link.',
  'identity.expired':
    'This sign-in took too long or began in another browser. Try again from the sign-in page.',
  'identity.refused':
    'The identity provider could not confirm who you are ({reason}). Try again, or tell whoever runs it.',
  'identity.unreachable':
    'The identity provider cannot be reached ({reason}). Try signing in with a password, or again in a few minutes.',
  'identity.not-yours':
    'The identity just confirmed is not the one of this account. Try signing out at the provider and again.',
  'identity.taken':
    'This identity is linked to another account, or this account has one already. Try unlinking it there first.',
  'identity.only-way':
    'This account has no password, so nobody could sign in to it any more. Ask an administrator for a password link first.',
  'identity.linked': 'The identity is linked. You can sign in with it from now on.',
  'identity.unlinked': 'The identity is no longer linked.',
  'identity.link.title': 'Link {provider}',
  'identity.link.text':
    'The identity “{who}” of {provider} will be able to sign in to this account. Go on only if that is you.',
  'identity.link.submit': 'Link it to my account',
  'identity.account.on': 'The account is linked to your identity at {provider}.',
  'identity.account.off': 'Not linked. Once linked, there is one password less to remember.',
  'identity.account.unlink': 'Unlink',
  'audit.account.identity-on': 'Identity linked',
  'audit.account.identity-off': 'Identity unlinked',
};
