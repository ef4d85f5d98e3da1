/** English sentences: passkeys and sign-ins from somewhere new. */

import type { passkeysVi } from '../vi/passkeys.ts';

export const passkeysEn: Record<keyof typeof passkeysVi, string> = {
  'passkey.title': 'Passkeys',
  'passkey.text':
    'Finger, face or PIN of your phone or computer, or a USB key, in place of the authenticator’s code. Nobody can trick you out of it as out of a password; two, in two places, are best.',
  'passkey.impossible':
    'Browsers make passkeys only for an address with a host name and a certificate (https). This server has none yet; you could use an authenticator app.',
  'passkey.name': 'Name of the key',
  'passkey.name-hint': 'Such as: my phone, the USB key in the safe.',
  'passkey.rename': 'Rename',
  'passkey.remove': 'Take it off',
  'passkey.remove-which': 'Take it off: {name}',
  'passkey.added': 'added {at}',
  'passkey.used': 'last used {at}',
  'passkey.unused': 'not used yet',
  'passkey.add.title': 'Add a passkey',
  'passkey.add.text': 'Give it a name, press the button and follow the browser. Other sessions will end.',
  'passkey.add.submit': 'Make a key on this device',
  'passkey.add.back': 'Back to the account',
  'passkey.not-added':
    'No key was added: the browser’s answer is not good, or more than 10 minutes passed. You could try again.',
  'passkey.done.added': 'The passkey is added.',
  'passkey.done.named': 'The key has its new name.',
  'passkey.done.removed': 'The key is taken off: it opens nothing any more.',
  'passkey.sign-in': 'Sign in with a passkey',
  'passkey.prove': 'Confirm with a passkey',
  'passkey.second-step': 'Second step with a passkey',
  'passkey.failed': 'The browser could use no key. You could try again, or sign in another way.',
  'passkey.wrong':
    'This key does not let you in: it was taken off, is not the account’s, or the page was open for more than 10 minutes. You could try again.',
  'passkey.too-many': 'The account has {most} keys already. You could take off one that is not used.',
  'passkey.missing': 'There is no such key in your account.',
  'passkey.no-site': 'The address {url} knows no passkeys: it takes a host name and a certificate.',
  'notice.subject.sign-in': 'A new sign-in to your account',
  'notice.line.sign-in': 'At {at}, from {address}, browser: {client}.',
  'notice.line.sign-in-do':
    'If it was not you: open the account page, change the password, sign out everywhere, and tell an administrator.',
  'passkey.or-code': 'The password is right. Use the passkey above, or type the password again with a code.',
  'passkey.app-off': 'The second step is a passkey. You could add an authenticator app, to have two ways.',
};
