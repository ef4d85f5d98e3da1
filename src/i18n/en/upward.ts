/** English sentences: sending answers on to a superior's installation. */

import type { upwardVi } from '../vi/upward.ts';

export const upwardEn: Record<keyof typeof upwardVi, string> = {
  'upward.title': 'Send upwards',
  'upward.lead':
    'Where the superior runs this program on another server, connect once here: its orders come by themselves, and what you send goes there, again and again until it says that it was received.',
  'upward.now': 'Connected',
  'upward.set': 'Connect to the superior',
  'upward.address': 'Address of the superior’s installation',
  'upward.address-hint':
    'Like https://lichtruc.so.example. An address in a private network works only where this server allows it.',
  'upward.token': 'Token the superior gave',
  'upward.token-hint':
    'The superior makes it on its page “Tree of units”, for this unit alone. It is kept sealed and never shown again.',
  'upward.check': 'Call and save',
  'upward.end': 'Disconnect',
  'upward.known': '{superior} calls this unit “{unit}”.',
  'upward.read': 'Last asked with success: {at}.',
  'upward.failing': 'The last call failed: {why}',
  'upward.plain':
    'The connection is not encrypted: whoever stands in between reads names and phones. Use https.',
  'upward.error.no-reach': 'This server calls nobody.',
  'upward.fault.token': 'This is no token: 43 letters and digits. It may have been copied in part.',
  'upward.outcome.token':
    'The superior does not take this token: wrong, ended or revoked. You can ask for a new one.',
  'upward.outcome.moved': 'This address leads on to another. Enter the last one, with https.',
  'upward.outcome.not-found':
    'There is no such order for the unit there, or the address is not of this program.',
  'upward.outcome.lifted': 'The superior has lifted this order.',
  'upward.outcome.refused': 'The other side does not take what was sent.',
  'upward.outcome.busy': 'The other side is busy or has a fault.',
  'upward.outcome.other-program': 'Something answers there, but it is not this program.',
  'upward.outcome.no-receipt': 'Something answers there, but does not say that it received the list.',
  'upward.outcome.ended': 'The unit is no longer connected to the superior.',
  'upward.outcome.replaced': 'A later one took its place.',
  'upward.state.received': '{superior} received it {at}',
  'upward.state.waiting': 'Waiting to be sent',
  'upward.state.retrying':
    'Not there yet after {attempts} {attempts|attempt|attempts} ({why}) Next one {at}.',
  'upward.state.refused': 'Cannot be sent: {why}',
  'upward.state.replaced': 'Not sent any more: a later one took its place',
  'upward.token.make': 'Make a token',
  'upward.token.title': 'Token by which {unit} sends duty lists',
  'upward.token.text':
    'Give it to whoever runs the unit’s installation, to be entered under Settings, Send upwards, with the address {address}. A new token ends this one.',
  'audit.upward.save': 'Connected to the superior’s server',
  'audit.upward.end': 'Disconnected from the superior’s server',
};
