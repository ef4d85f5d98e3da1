/** English sentences: web hooks, calendars read from elsewhere, requests to the outside, and their commands. */

import type { apiMachinesVi } from '../vi/api-machines.ts';

export const apiMachinesEn: Record<keyof typeof apiMachinesVi, string> = {
  'outbound.address':
    'This is not a web address that can be used. It must begin with https:// or http:// and hold no password.',
  'outbound.private':
    'The address {host} is in a private network and is not called. The administrator could allow it with ROTA_PRIVATE_ADDRESSES=allow.',
  'outbound.timeout': '{host} took too long to answer.',
  'outbound.too-large': '{host} sent too much.',
  'outbound.redirects': '{host} redirects too often, or to an address without encryption.',
  'outbound.encoded': '{host} sent compressed data that nobody asked for.',
  'outbound.unreachable': '{host} cannot be reached.',

  'error.file.busy': 'The server is reading many files at this moment. You could try again in a few minutes.',
  'busy.refused.damaged': 'What stands at this address cannot be read as an iCalendar file.',
  'busy.refused.not-a-calendar': 'This address does not lead to an iCalendar file.',
  'busy.refused.too-much':
    'The calendar holds too many events. You could make a calendar of its own for busy days only.',
  'busy.refused.slow':
    'This calendar is too intricate: it was still being read when time was up. You could make a calendar of its own for busy days only.',
  'busy.refused.memory':
    'This calendar is too large once opened. You could make a calendar of its own for busy days only.',
  'busy.note.event': 'Line {line}: when this event is cannot be read (“{value}”), so it does not count.',
  'busy.note.value': 'Line {line}: “{value}” is no date or time and is passed over; the rest is read.',
  'busy.note.rule': 'Line {line}: the rule “{value}” cannot be read; only the first time counts.',
  'busy.note.range': 'Line {line}: a change “from here on” counts for one time only ({value}).',
  'busy.note.zone-unknown':
    'Line {line}: nobody knows the time zone “{value}”; its hours are read by the unit’s clock.',
  'busy.note.zone-rules':
    'Line {line}: the time zone “{value}” has rules that are none (clocks change by the year); its hours are read by the unit’s clock.',
  'busy.note.more': 'And {count} more {count|place|places} that cannot be read.',
  'busy.refused.unreachable': 'The address of the calendar does not answer as it should.',

  'error.web-hook.missing': 'There is no web hook “{hook}”, or it has ended.',

  'cli.api-token.summary': 'Makes, lists or revokes tokens of the JSON API.',
  'cli.api-token.option.name': 'makes a new token for this, such as "Zabbix"',
  'cli.api-token.option.revoke': 'revokes the token with this id',
  'cli.api-token.made': 'Token {id}, shown this once: {token}',
  'cli.web-hook.summary': 'Tells an address of every version published; lists them when given no option.',
  'cli.web-hook.option.add': 'tells this address from now on',
  'cli.web-hook.option.end': 'ends the web hook with this id',
  'cli.web-hook.made': 'Web hook {id}. Its signing secret, shown this once: {secret}',
  'cli.busy-calendar.summary':
    'Reads the own calendar of a member of staff to propose leave, at most once a day.',
  'cli.busy-calendar.option.staff': 'id of the member of staff',
  'cli.busy-calendar.option.set': 'the .ics address of the calendar',
  'cli.busy-calendar.option.remove': 'reads it no more and forgets what was read',
  'cli.busy-calendar.option.accept': 'takes the proposals into this period as leave',
  'cli.busy-calendar.accepted': 'Lines of leave added: {lines}.',
};
