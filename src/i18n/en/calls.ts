/** English sentences: asking many whether they can take a shift, and their answers. */

import type { callsVi } from '../vi/calls.ts';

export const callsEn: Record<keyof typeof callsVi, string> = {
  'notice.subject.call-asked': 'Who can take this shift?',
  'notice.subject.call-taken': 'The shift someone was sought for is taken',
  'notice.title.call-asked': 'Can you take this shift?',
  'notice.title.call-taken': '{name} has taken the shift',
  'notice.line.call': 'Shift {shift}, in place of {from}',
  'call.ask': 'Can you take this shift?',
  'call.text': 'Several are asked; the first yes that keeps the rules takes it.',
  'call.yes': 'I take it',
  'call.no': 'I cannot',
  'call.done.taken': 'The shift is yours. The new roster is out, and all concerned are told.',
  'call.done.declined': 'Noted: you cannot.',
  'call.done.over': 'Someone was before you, or the shift is over. Thank you.',
  'call.done.refused':
    'You cannot take this shift: your duties have changed, or a binding rule stands against it. Call the leader on duty.',
  'call.ask-all': 'Ask all {count} who can',
  'call.ask-all-text': 'The first yes is published at once, and everyone is told.',
  'call.ask-one': 'Ask',
  'call.asked': 'Asked {count} at {clock}, {said} answered',
  'call.waiting': 'no answer yet',
  'call.said.no': 'cannot, {clock}',
  'call.said.yes': 'takes it, {clock}',
  'call.goes-on':
    'Who stands it is noted as away, without a reason. You may still call someone and press “Replace”.',
  'call.again': 'Look again',
  'call.missing': 'You were not asked this. Reload My shifts.',
  'call.refusal.moved': 'The seat has just changed hands. Below is who stands it now.',
  'call.refusal.over': 'The shift is over.',
  'call.refusal.approval': 'The unit wants it approved first.',
  'call.refusal.nobody': 'There is nobody to ask.',
};
