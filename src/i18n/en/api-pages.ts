/** English sentences: the API explained, its tokens and web hooks as a manager keeps them. */

import type { apiPagesVi } from '../vi/api-pages.ts';

export const apiPagesEn: Record<keyof typeof apiPagesVi, string> = {
  'api-page.open': 'API and examples',
  'api-page.document': 'OpenAPI 3.1 document',
  'api-page.back': 'Back to machines',
  'api-page.start': 'To begin',
  'api-page.start.token':
    'Whoever makes the rota makes a token on the unit’s page “Machines”. One for each program; it only reads, and only its unit.',
  'api-page.start.ask': 'Send the token in the header Authorization: Bearer. Answers are JSON.',
  'api-page.start.refusal':
    'Refusals are application/problem+json (RFC 9457) and say what is wrong and what to try.',
  'api-page.operations': 'What can be asked',
  'api-page.required': 'required',
  'api-page.optional': 'may be absent',
  'api-page.answers': 'Answers:',
  'api-page.examples': 'Examples: whom do I call now?',
  'api-page.zabbix': 'Zabbix',
  'api-page.zabbix.text':
    'A media type of type Webhook with parameters url and token. The script returns the phone number to call first.',
  'api-page.alertmanager': 'Alertmanager',
  'api-page.alertmanager.text':
    'Alertmanager sends alerts to a small program (Node.js 20, no packages); it asks the API and texts that person. sendText is the unit’s own message gateway.',
  'api-page.web-hook': 'Being told of every publishing',
  'api-page.web-hook.text':
    'A web hook receives such a message when a roster is published (version.published) or withdrawn (version.withdrawn). It holds no personal data; who wants to know more asks the API.',
  'api-page.web-hook.verify':
    'Check the signature after Standard Webhooks before believing it. A message may come twice with the same webhook-id.',
  'api-page.shapes': 'Fields',
  'api-page.secret': 'Secret',
  'api-page.try': 'Try it:',

  'api-page.machines.open': 'Machines',
  'api-page.machines.title': 'Machines of {unit}',
  'api-page.tokens': 'API tokens',
  'api-page.tokens.text':
    'Let a program ask who is on duty, phone numbers included, of what is published. They change nothing.',
  'api-page.tokens.none': 'No tokens yet.',
  'api-page.tokens.name': 'A new token for',
  'api-page.tokens.alerts': 'Only to send alerts',
  'api-page.tokens.alerts-hint': 'Such a token reads nothing; the unit must use the part Alerts in.',
  'api-page.tokens.name-hint': 'The name of the program, such as Zabbix.',
  'api-page.tokens.make': 'Make the token',
  'api-page.tokens.made': 'Token for {name}',
  'api-page.tokens.once': 'Copy it into the program now: only its hash is kept, so it cannot be seen again.',
  'api-page.tokens.revoke': 'The program that uses it is refused at once. This cannot be undone.',
  'api-page.tokens.revoke-submit': 'Revoke the token',
  'api-page.hooks': 'Web hooks',
  'api-page.hooks.text':
    'Tell an address of every roster published or withdrawn: signed with a secret of its own, tried 8 times over about a day.',
  'api-page.hooks.none': 'No web hooks yet.',
  'api-page.hooks.address': 'Address to tell',
  'api-page.hooks.address-hint':
    'https://… Addresses inside private networks are refused unless the administrator of the server allows them.',
  'api-page.hooks.make': 'Add the web hook',
  'api-page.hooks.made': 'Signing secret for {host}',
  'api-page.hooks.once': 'Copy the secret to the receiver now to check signatures; it cannot be seen again.',
  'api-page.hooks.end-text': 'This address is told no more; what waits for it is given up.',
  'api-page.hooks.end-submit': 'Stop telling it',
  'api-page.hooks.none-sent': 'Nothing to tell yet.',
  'api-page.hooks.waiting': 'Waiting to be sent.',
  'api-page.hooks.delivered': 'The last message was received at {at}.',
  'api-page.hooks.again':
    'Not delivered after {attempts} {attempts|attempt|attempts}: {why}. Tried again at {at}.',
  'api-page.hooks.given-up':
    'The last message was given up after {attempts} {attempts|attempt|attempts}: {why}.',
  'api-page.fault.name': 'Say which program the token is for.',
};
