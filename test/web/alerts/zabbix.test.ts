/** The Zabbix recipe: its JavaScript is run as Zabbix runs it, what it sends goes to the program itself. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readAlerts, readPastAlerts } from '../../../src/app/alerts/read-alerts.ts';
import { takeAlerts } from '../../../src/app/alerts/take-alerts.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { loaded } from '../../app/sample-app.ts';

const RECIPE = readFileSync(join(ROOT, 'data/recipes/zabbix-media-type.yaml'), 'utf8');

/** The block under `script: |`, and the parameters with their macros. */
function recipe() {
  const [, block = ''] = /^ {6}script: \|\n((?: {8}.*\n|\n)+)/m.exec(RECIPE) ?? [];
  const script = block.replace(/^ {8}/gm, '');
  const named = [...RECIPE.matchAll(/- name: (\w+)\n {10}value: '([^']+)'/g)];
  return { script, parameters: named.map(([, name = '', macro = '']) => ({ name, macro })) };
}

interface Sent {
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: unknown;
}

/** As Zabbix does: macros are filled in where there is something, the script is the body of a function of `value`. */
function runAsZabbix(
  macros: Readonly<Record<string, string>>,
  status = 200,
): { sent: Sent[]; result: unknown } {
  const { script, parameters } = recipe();
  const filled = Object.fromEntries(parameters.map(({ name, macro }) => [name, macros[macro] ?? macro]));
  const sent: Sent[] = [];
  class HttpRequest {
    readonly #headers: string[] = [];
    addHeader(header: string): void {
      this.#headers.push(header);
    }
    post(url: string, body: string): string {
      sent.push({ url, headers: this.#headers, body: JSON.parse(body) });
      return status === 200 ? '{}' : '{"code":"no"}';
    }
    getStatus(): number {
      return status;
    }
  }
  const globals = { HttpRequest, Zabbix: { log: () => {} }, value: JSON.stringify(filled) };
  return { sent, result: runInNewContext(`(function (value) {\n${script}\n})(value)`, globals) };
}

const MACROS = {
  '{$LICHTRUC.URL}': 'https://lich.example.vn/api/v1/alerts',
  '{EVENT.ID}': '4711',
  '{EVENT.SOURCE}': '0',
  '{EVENT.VALUE}': '1',
  '{EVENT.NSEVERITY}': '4',
  '{EVENT.NAME}': 'Ổ đĩa máy thư 91 %',
  '{EVENT.OPDATA}': 'còn 9 %',
  '{HOST.NAME}': 'mail-1',
};

it('fires, says it again and resolves: one alert, by the event’s number', async () => {
  const { app, key } = await loaded();
  const { unitId } = key;
  await saveWatch(app, {
    unitId,
    setting: { ...STANDARD_WATCH, parts: new Set(['log', 'alerts'] as const) },
    actor: 'cli',
  });
  const { token } = await issueApiToken(app, { unitId, name: 'Zabbix', may: 'alert', actor: 'cli' });
  const send = async (more: Readonly<Record<string, string>> = {}) => {
    const { sent, result } = runAsZabbix({ ...MACROS, '{$LICHTRUC.TOKEN}': token, ...more });
    expect(result).toBe('OK');
    const [request] = sent;
    expect(request?.url).toBe(MACROS['{$LICHTRUC.URL}']);
    const bearer =
      request?.headers.find((each) => each.startsWith('Authorization: Bearer '))?.slice(22) ?? '';
    return takeAlerts(app, { token: bearer, client: 'Zabbix', body: request?.body });
  };
  expect(await send()).toEqual({ opened: 1, repeated: 0, resolved: 0 });
  expect(await send()).toEqual({ opened: 0, repeated: 1, resolved: 0 });
  const { open } = await readAlerts(app, unitId);
  expect(open[0]?.alert).toMatchObject({
    ...{ source: 'Zabbix', title: 'Ổ đĩa máy thư 91 %', system: 'mail-1', severity: 'serious' },
  });
  expect(await send({ '{EVENT.VALUE}': '0' })).toEqual({ opened: 0, repeated: 0, resolved: 1 });
  expect(await readPastAlerts(app, unitId)).toHaveLength(1);
});

it('fails aloud where it isn’t set up or is refused, so that Zabbix sends again; other events are none', () => {
  const set = { ...MACROS, '{$LICHTRUC.TOKEN}': 'x' };
  expect(() => runAsZabbix(MACROS)).toThrow('{$LICHTRUC.TOKEN}');
  expect(() => runAsZabbix({ ...set, '{$LICHTRUC.URL}': '' })).toThrow('{$LICHTRUC.URL}');
  expect(() => runAsZabbix(set, 401)).toThrow('401');
  expect(runAsZabbix({ ...set, '{EVENT.SOURCE}': '1' }).sent).toEqual([]);
  const unfilled = runAsZabbix({
    ...set,
    '{EVENT.OPDATA}': '*UNKNOWN*',
    '{EVENT.NSEVERITY}': '{EVENT.NSEVERITY}',
  });
  expect(unfilled.sent[0]?.body).toMatchObject({ alerts: [{ words: '', severity: 'warning' }] });
});

it('keeps to what Zabbix’s own JavaScript knows', () => {
  const { script } = recipe();
  expect(script.length).toBeGreaterThan(500);
  expect(script).not.toMatch(/\b(?:let|const|class|async|await)\b|=>|`|\?\?|\?\./u);
});
