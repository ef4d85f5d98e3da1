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
  const { calls, lastResort } = await answer.json();
  const phone = calls.find((call) => call.phone)?.phone ?? lastResort;
  if (phone) await sendText(phone);
  else response.statusCode = 503;
  response.end();
}).listen(9099, '127.0.0.1');`,
  'api-page.sample.zabbix': `var params = JSON.parse(value);
var request = new HttpRequest();
request.addHeader('Authorization: Bearer ' + params.token);
var answer = JSON.parse(request.get(params.url + '/api/v1/escalation'));
if (request.getStatus() !== 200) throw answer.detail;
var call = answer.calls.filter(function (each) { return each.phone; })[0];
if (call) return call.phone;
if (answer.lastResort) return answer.lastResort;
throw 'nobody on duty has a phone number';`,
  'api-page.sample.web-hook': `{
  "type": "version.published",
  "timestamp": "2027-01-25T02:00:00.000Z",
  "data": {
    "unit": { "id": "lam-giang", "name": "Trung tâm Công nghệ số Lam Giang" },
    "period": { "id": "tet-2027", "name": "Tết Đinh Mùi" },
    "version": 2,
    "note": "",
    "changes": [
      {
        "shift": { "id": "giam-sat.dem.2027-02-05", "label": "Đêm", "start": "2027-02-05T15:00:00.000Z", "end": "2027-02-05T23:00:00.000Z" },
        "post": { "id": "giam-sat", "name": "Giám sát" },
        "place": 0,
        "from": "NV07",
        "to": "NV12"
      }
    ]
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
