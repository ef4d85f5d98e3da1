/** English sentences: what a device keeps of one’s own pages and is told by push; private links for many. */

import type { ownDeviceVi } from '../vi/own-device.ts';

export const ownDeviceEn: Record<keyof typeof ownDeviceVi, string> = {
  'own.device.title': 'On this device',
  'own.device.keep': 'Readable without network',
  'own.device.keep-text':
    'The device keeps your shifts and the team’s, and says of when they are. Only on a device of your own.',
  'own.device.keep-on': 'Keep',
  'own.device.keep-off': 'Stop keeping',
  'own.device.push': 'Told on the device at once',
  'own.device.push-text':
    'A new roster, a changed shift, someone needs you: told even while no page is open.',
  'own.device.push-on': 'Switch on',
  'own.device.push-off': 'Switch off',
  'own.device.denied':
    'The device blocks messages of this site. Allow them in the browser’s settings, under Notifications.',
  'own.device.install':
    'On iPhone and iPad: Share, Add to Home Screen, open from that icon, then switch it on.',
  'own.device.failed':
    'It could not be switched on: the push service was not reached. Try again later; the bell has everything.',
  'own.device.told': 'Told on {count} {count|device|devices}.',
  'own.device.end-all': 'Switch off on all devices',
  'own.device.kept-at': 'No network. This page is of {stamp}; the roster may have changed since.',
  'push.fault': 'The browser gave an address for push messages that cannot be used. Try another browser.',
  'own.slips.title': 'Private links for everyone',
  'own.slips.without': 'Only who has none',
  'own.slips.all': 'Everyone; links of before, and their calendars, end',
  'own.slips.paper': 'One sheet of slips',
  'own.slips.mail': 'Mail to each',
  'own.slips.sent': 'Mailed: {count}. Who has no address, or whose mail did not go out, has a slip below.',
  'own.slips.none': 'Everyone has a private link.',
  'own.slips.text': 'The links are shown this once. Print the sheet, cut along the lines, hand them out.',
  'own.slips.what': 'Scan to open “My shifts”. Yours alone, please do not pass it on.',
  'own.slips.subject': 'Link to your page “My shifts”',
  'own.calendar.made': 'Calendars made from this page',
};
