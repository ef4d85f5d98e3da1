/** English sentences: links for screens on walls. */

import type { displaysVi } from '../vi/displays.ts';

export const displaysEn: Record<keyof typeof displaysVi, string> = {
  'display.title': 'Screens on the wall',
  'display.text':
    'Each screen has a link of its own: no account, nothing to be done by it. Once a link is ended, its screen says within two minutes that it is old.',
  'display.new': 'Link of the new screen',
  'display.once': 'The link is shown this once. Open it on the screen, in full screen.',
  'display.qr': 'QR code that opens the link of the screen',
  'display.make-title': 'Add a screen',
  'display.name': 'Where it hangs',
  'display.phones': 'Show phone numbers',
  'display.dim': 'Dimmer from 22:00 to 06:00',
  'display.make': 'Make the link',
  'display.end': 'End',
  'display.end-for': 'End the link of the screen {name}',
  'display.unnamed': 'Without a name',
  'display.with-phones': 'with phone numbers',
  'display.without-phones': 'without phone numbers',
  'display.dims': 'dimmer at night',
  'display.nothing': 'No roster runs or is coming',
  'display.missing':
    'The link of this screen opens nothing any more. Ask who makes the roster for a new one.',
};
