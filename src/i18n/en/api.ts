/** English sentences: the JSON API, its document and its refusals. */

import type { apiVi } from '../vi/api.ts';

export const apiEn: Record<keyof typeof apiVi, string> = {
  'api.title': 'Lịch Trực: who is on duty',
  'api.description':
    'Asks what a unit has published: who is on duty, when the next handover is, the shifts of a person or a post, whom to call first. Read only. Within v1 fields are added, never renamed or taken away. Moments are written as RFC 3339 has them; one without an offset is read by the clock of the unit.',
  'api.token': 'An API token of the unit, made on the unit’s page “Machines” or with rota api-token.',
  'api.answer': 'The answer.',
  'api.refusal': 'A refusal after RFC 9457; its code is the same in every language.',
  'api.on-duty.summary': 'Who is on duty at a moment.',
  'api.next-handover.summary': 'The next handover: who leaves, who comes.',
  'api.shifts.summary': 'The shifts between two moments, of the whole unit, a person or a post.',
  'api.swaps.summary':
    'Swaps: who asks, who takes, how far they have come; of those that went through, which shift went from whom to whom.',
  'api.escalation.summary': 'Whom to call, in order: those on duty first, then the contacts outside.',
  'api.parameter.at': 'The moment asked about; now when left out.',
  'api.parameter.under':
    'Id of a unit: the token’s own or one below it. Answers who is on duty in every unit below it, by what was sent up, in the field units.',
  'api.parameter.since':
    'Only what was asked, answered or decided from this moment on; the last 30 days when absent.',
  'api.parameter.from': 'Beginning of the span.',
  'api.parameter.to': 'End of the span, itself not included; 400 days at most.',
  'api.parameter.person': 'Id of a member of staff: only the shifts this person stands.',
  'api.parameter.post': 'Id of a post.',
  'api.orders.summary':
    'Duty orders that ask the unit: days, deadline, least cover, so that it can be judged before it is sent.',
  'api.report-order.summary':
    'Sends a report that a duty order asks for, by a token “to send duty lists”; without any text it says that nothing arose. Under the same key nothing is taken twice. Only what is acknowledged was received.',
  'api.answer-order.summary':
    'Answers a duty order with a duty list, by a token “to send duty lists”. Under the same key nothing is taken twice; a new key takes the place of the answer before. Only what is acknowledged was received.',
  'api.parameter.order': 'Id of the duty order, as GET /orders has it.',
  'api.parameter.Idempotency-Key':
    'Your own name for this sending, 8 to 100 letters or digits; the same when sent again.',
  'api.parameter.X-Signature':
    'Optional: “v1,” and base64 of HMAC-SHA-256 over “key.body”; signed with the SHA-256 of the API token, in lower-case hex.',
  'api.refused.answer-token':
    'The API token is missing, wrong, ended or not one to send duty lists. The superior makes one on its page “Tree of units”.',
  'api.refused.answer-key': 'Idempotency-Key is missing: 8 to 100 letters, digits, dots, dashes.',
  'api.refused.answer-body': 'The body has another shape: {wrong}.',
  'api.refused.signature':
    'The signature does not fit the body: it was changed on the way, or signed with another token.',
  'api.refused.key-reused': 'This Idempotency-Key was used for another body. A new body needs a new key.',
  'api.refused.post-only': 'This address takes POST only.',
  'api.refused.alert-token':
    'A live token for alerts is needed in Authorization: Bearer. One that only reads cannot send.',
  'api.refused.alert-rate':
    'More often than {most} {most|time|times} in one minute. Send several alerts at once.',
  'api.refused.alert-big': 'The body is larger than {kilobytes} KB. Send less at once.',
  'api.refused.alert-body': 'The body is neither Alertmanager’s webhook nor the plain shape: {wrong}.',
  'api.refused.address': 'The API has no such address. /api/v1/openapi.json lists them.',
  'api.refused.method': 'The API only reads: you could use GET or HEAD.',
  'api.refused.token':
    'The API token is missing, wrong or revoked. Send it in the header Authorization: Bearer.',
  'api.refused.too-many': 'Too many wrong tokens. You could try again in a minute.',
  'api.refused.query': 'Some parameters are not right; errors has each of them.',
  'api.refused.post': 'No roster published for that moment has a post “{post}”.',
  'api.fault.unknown': 'There is no parameter “{parameter}”. The parameters are: {known}.',
  'api.fault.twice': 'The parameter “{parameter}” is given several times; give it once.',
  'api.fault.missing': 'The parameter “{parameter}” is missing.',
  'api.fault.moment': '“{value}” is not a moment. You could write it as 2027-02-06T00:00:00+07:00.',
  'api.fault.order': 'The end of the span must be after its beginning.',
  'api.fault.too-long': 'The span is longer than {days} {days|day|days}. You could ask for it in parts.',
};
