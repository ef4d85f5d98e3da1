/** The recipes of docs/REFERENCE.md that ask whom to call, as they stand there, against the server itself. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { Case } from '../../../src/domain/case.ts';
import { saveLastResort } from '../../../src/store/unit-store.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { published, seat, withoutRules } from '../../app/sample-app.ts';
import { describeWith } from '../../programs.ts';
import { beside } from '../site/beside.ts';

const REFERENCE = readFileSync(join(ROOT, 'docs/REFERENCE.md'), 'utf8');

function found(pattern: RegExp): string {
  const [, text] = pattern.exec(REFERENCE) ?? [];
  if (text === undefined) throw new Error(`${pattern} is not in the reference`);
  return text;
}

const withoutPhones = (source: Case): Case => ({
  ...withoutRules(source),
  staff: source.staff.map((member) => ({ ...member, phone: '' })),
});

/** The first shift runs; one person is on it. */
async function onDuty(change: (source: Case) => Case) {
  let ahead = 0;
  const made = await beside({ change, clock: () => (Date.now() + ahead) as Instant });
  const { app, key, plan } = made;
  await published(app, key, [seat(plan, 0, 0)]);
  const { token } = await issueApiToken(app, { unitId: key.unitId, name: 'Zabbix', actor: 'ha' });
  ahead = (plan.shifts[0]?.span.start ?? 0) + 60_000 - Date.now();
  const phone = plan.staff[0]?.phone ?? '';
  return { ...made, token, phone };
}

/** What the recipe's script answers, or throws. */
async function asZabbix({ url, token }: { readonly url: string; readonly token: string }): Promise<unknown> {
  const script = found(/^```js\n(var params[\s\S]+?)\n```$/mu);
  const params = JSON.stringify({ url, token });
  const headers: string[] = [];
  const answer = await fetch(`${url}/api/v1/escalation`, { headers: { Authorization: `Bearer ${token}` } });
  const body = await answer.text();
  class HttpRequest {
    addHeader(header: string): void {
      headers.push(header);
    }
    get(asked: string): string {
      expect([asked, headers]).toEqual([`${url}/api/v1/escalation`, [`Authorization: Bearer ${token}`]]);
      return body;
    }
    getStatus(): number {
      return answer.status;
    }
  }
  return runInNewContext(`(function (value) {\n${script}\n})(value)`, { HttpRequest, value: params, JSON });
}

describe('the recipe for Zabbix', () => {
  it('answers the number of who is on duty', async () => {
    const made = await onDuty(withoutRules);
    expect(made.phone).not.toBe('');
    expect(await asZabbix(made)).toBe(made.phone);
  });

  it('answers the last-resort number when nobody has one, and says so where there is none', async () => {
    const made = await onDuty(withoutPhones);
    await expect(asZabbix(made)).rejects.toBe('nobody on duty has a phone number');
    await saveLastResort(made.app.db, made.key.unitId, '0900 000 114');
    expect(await asZabbix(made)).toBe('0900 000 114');
    await expect(asZabbix({ ...made, token: 'x' })).rejects.toMatch(/./);
  });
});

describeWith(['curl', 'jq'], 'the relay for Alertmanager', () => {
  const run = promisify(execFile);
  /** The line itself, in a shell. */
  const relay = async ({ url, token }: { readonly url: string; readonly token: string }): Promise<string> => {
    const line = found(/^`(curl -sf .*escalation \| jq .*)`$/mu);
    const env = { ...process.env, URL: url, TOKEN: token };
    return (await run('sh', ['-c', line], { env })).stdout.trim();
  };

  it('answers the number of who is on duty', async () => {
    const made = await onDuty(withoutRules);
    expect(await relay(made)).toBe(made.phone);
  });

  it('answers the last-resort number when nobody has one, and fails where there is none', async () => {
    const made = await onDuty(withoutPhones);
    await expect(relay(made)).rejects.toMatchObject({ code: 1 });
    await saveLastResort(made.app.db, made.key.unitId, '0900 000 114');
    expect(await relay(made)).toBe('0900 000 114');
  });
});
