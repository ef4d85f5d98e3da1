/** English sentences: what a device keeps of one’s own pages and is told by push. */

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
  'own.device.app': 'Lịch Trực',
  'push.fault': 'The browser gave an address for push messages that cannot be used. Try another browser.',
};
