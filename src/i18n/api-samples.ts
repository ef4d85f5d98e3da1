/** Program text shown beside the words of the API page, the same in every language. */

export const API_SAMPLES = {
  'api-page.sample.alertmanager': `receivers:
  - name: truc
    webhook_configs:
      - url: http://127.0.0.1:9099/`,
  'api-page.sample.relay': `import { createServer } from 'node:http';

const token = '…';

createServer(async (request, response) => {
  for await (const _ of request);
  const answer = await fetch('{url}/api/v1/escalation', {
    headers: { authorization: 'Bearer ' + token },
  });
  const { calls } = await answer.json();
  const first = calls.find((call) => call.phone);
  if (first) await sendText(first.phone);
  response.end();
}).listen(9099, '127.0.0.1');`,
  'api-page.sample.zabbix': `var params = JSON.parse(value);
var request = new HttpRequest();
request.addHeader('Authorization: Bearer ' + params.token);
var answer = JSON.parse(request.get(params.url + '/api/v1/escalation'));
if (request.getStatus() !== 200) throw answer.detail;
return answer.calls.filter(function (call) { return call.phone; })[0].phone;`,
  'api-page.sample.web-hook': `{
  "type": "version.published",
  "timestamp": "2027-01-25T02:00:00.000Z",
  "data": {
    "unit": { "id": "lam-giang", "name": "Trung tâm Công nghệ số Lam Giang" },
    "period": { "id": "tet-2027", "name": "Tết Đinh Mùi" },
    "version": 2,
    "note": ""
  }
}`,
  'api-page.sample.verify': `import { createHmac, timingSafeEqual } from 'node:crypto';

function isOurs(headers, body, secret) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = headers['webhook-id'] + '.' + headers['webhook-timestamp'] + '.' + body;
  const wanted = Buffer.from('v1,' + createHmac('sha256', key).update(text).digest('base64'));
  const given = Buffer.from(headers['webhook-signature']);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}`,
} as const;
