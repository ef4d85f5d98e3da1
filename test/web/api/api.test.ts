/** The JSON API against the running server: answers in their shapes, refusals after RFC 9457, a document that fits. */

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { listApiTokens } from '../../../src/app/machines/list-api-tokens.ts';
import { revokeApiToken } from '../../../src/app/machines/revoke-api-token.ts';
import { recordUses } from '../../../src/app/record-uses.ts';
import { answerSwap } from '../../../src/app/swaps/answer-swap.ts';
import { askSwap } from '../../../src/app/swaps/ask-swap.ts';
import { decideSwap } from '../../../src/app/swaps/decide-swap.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { Case } from '../../../src/domain/case.ts';
import { saveLastResort } from '../../../src/store/unit-store.ts';
import { OPERATIONS } from '../../../src/web/api/operations.ts';
import { escalation, nextHandover, onDuty, problem, shifts, swaps } from '../../../src/web/api/shapes.ts';
import { published, seat, withoutRules } from '../../app/sample-app.ts';
import { beside } from '../site/beside.ts';

/** Contacts for the watch, so that a call list does not end with the people on duty. */
function withContacts(source: Case): Case {
  const contacts = [{ name: 'Trung tâm Giám sát', phone: '0900 000 099', note: 'ngoài giờ' }];
  return {
    ...withoutRules(source),
    posts: source.posts.map((post) => (post.tier === 'watch' ? { ...post, contacts } : post)),
  };
}

async function setting() {
  const found = await beside({ change: withContacts });
  const { app, key, plan, url } = found;
  const nth = (postId: string, n: number): number =>
    plan.shifts.flatMap((shift, i) => (shift.postId === postId ? [i] : []))[n] ?? -1;
  await published(app, key, [
    seat(plan, nth('lanh-dao', 0), 0),
    seat(plan, nth('may-chu', 0), 1),
    seat(plan, nth('may-chu', 1), 2),
  ]);
  const { token } = await issueApiToken(app, { unitId: key.unitId, name: 'Zabbix', actor: 'ha' });
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      headers: { Authorization: `Bearer ${token}`, 'Accept-Language': 'en', ...headers },
    });
    return { status: answer.status, headers: answer.headers, json: (await answer.json()) as unknown };
  };
  const answer = async <T>(shape: z.ZodType<T>, path: string): Promise<T> => {
    const { status, json } = await ask(path);
    expect([path, status]).toEqual([path, 200]);
    return shape.parse(json);
  };
  return { ...found, token, ask, answer };
}

const name = (plan: { readonly staff: readonly { readonly name: string }[] }, index: number) =>
  plan.staff[index]?.name;

describe('the API', () => {
  it('says who is on duty at a moment and when that changes', async () => {
    const { plan, answer } = await setting();
    const told = await answer(onDuty, 'on-duty?at=2027-02-04T08:30');
    expect(told.at).toBe('2027-02-04T08:30:00+07:00');
    expect(told.shifts.map((shift) => [shift.post.id, shift.people.map((person) => person.name)])).toEqual([
      ['lanh-dao', [name(plan, 0)]],
      ['may-chu', [name(plan, 1)]],
    ]);
    expect(told.nextHandover).toBe('2027-02-04T14:00:00+07:00');
    expect(told.shifts[1]).toMatchObject({
      start: '2027-02-04T06:00:00+07:00',
      end: '2027-02-04T14:00:00+07:00',
      period: { version: 1 },
    });
  });

  it('reads an offset, and a plus sign nobody encoded', async () => {
    const { answer } = await setting();
    for (const at of ['2027-02-04T01:30:00Z', '2027-02-04T08:30:00%2B07:00', '2027-02-04T08:30:00+07:00']) {
      expect((await answer(onDuty, `on-duty?at=${at}`)).at).toBe('2027-02-04T08:30:00+07:00');
    }
  });

  it('says who leaves and who comes at the next handover; null after the last', async () => {
    const { plan, answer } = await setting();
    const { handover } = await answer(nextHandover, 'next-handover?at=2027-02-04T08:30');
    expect(handover?.at).toBe('2027-02-04T14:00:00+07:00');
    expect(handover?.leaving.map(({ people }) => people[0]?.name)).toEqual([name(plan, 1)]);
    expect(handover?.coming.map(({ people }) => people[0]?.name)).toEqual([name(plan, 2)]);
    expect((await answer(nextHandover, 'next-handover?at=2027-03-04T08:30')).handover).toBeNull();
  });

  it('lists shifts between two moments, of a person or a post', async () => {
    const { plan, answer } = await setting();
    const span = 'from=2027-02-04T06:00&to=2027-02-05T06:00';
    const whole = await answer(shifts, `shifts?${span}`);
    expect(whole.shifts.map(({ post }) => post.id).toSorted()).toEqual([
      'lanh-dao',
      ...['may-chu', 'may-chu', 'may-chu'],
    ]);
    const own = await answer(shifts, `shifts?${span}&person=${plan.staff[1]?.id}`);
    expect(own.shifts.map(({ start }) => start)).toEqual(['2027-02-04T06:00:00+07:00']);
    const post = await answer(shifts, `shifts?${span}&post=lanh-dao`);
    expect(post.shifts).toHaveLength(1);
    const after = await answer(shifts, 'shifts?from=2027-02-04T14:00&to=2027-02-04T14:01&post=may-chu');
    expect(after.shifts.map(({ start }) => start)).toEqual(['2027-02-04T14:00:00+07:00']);
  });

  it('says whom to call: the watch, the leader, then outside; a post first when it is asked for', async () => {
    const { app, key, plan, answer } = await setting();
    const told = await answer(escalation, 'escalation?at=2027-02-04T08:30');
    expect(told.calls.map((call) => [call.order, call.kind, call.name])).toEqual([
      [1, 'duty', name(plan, 1)],
      [2, 'duty', name(plan, 0)],
      [3, 'contact', 'Trung tâm Giám sát'],
    ]);
    expect(told.calls[2]).toMatchObject({ phone: '0900 000 099', note: 'ngoài giờ', shift: null });
    expect(told.note).toMatch(/Trung tâm Công nghệ số/);
    expect(told.lastResort).toBe(null);
    await saveLastResort(app.db, key.unitId, '0900 000 114');
    const leader = await answer(escalation, 'escalation?at=2027-02-04T08:30&post=lanh-dao');
    expect(leader.lastResort).toBe('0900 000 114');
    expect(leader.calls.map((call) => call.name)).toEqual([name(plan, 0)]);
  });

  it('has nobody on duty once the roster is withdrawn', async () => {
    const { app, key, answer } = await setting();
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    const told = await answer(onDuty, 'on-duty?at=2027-02-04T08:30');
    expect([told.shifts, told.nextHandover]).toEqual([[], null]);
  });
});

describe('a refusal of the API', () => {
  it.each([
    ['on-duty?at=yesterday', ['at']],
    ['on-duty?att=2027-02-04', ['att']],
    ['on-duty?at=2027-02-04&at=2027-02-05', ['at']],
    ['shifts', ['from', 'to']],
    ['shifts?from=2027-02-04&to=2027-02-04', ['to']],
    ['shifts?from=2027-02-04&to=2029-02-04', ['to']],
    ['shifts?from=x&to=2029-02-04&staff=1&__proto__=1', ['staff', '__proto__']],
  ])('names what is wrong with %s', async (path, parameters) => {
    const { ask } = await setting();
    const { status, headers, json } = await ask(path);
    const told = problem.parse(json);
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(told).toMatchObject({ status: 400, title: 'Bad Request', code: 'api.refused.query' });
    expect(told.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  });

  it('looks the same for a token that is missing, malformed, unknown or revoked', async () => {
    const { app, key, ask, token } = await setting();
    const [access] = await listApiTokens(app, key.unitId);
    await revokeApiToken(app, { unitId: key.unitId, tokenId: access?.id ?? '', actor: 'ha' });
    for (const sent of ['', 'Basic x', `Bearer ${'x'.repeat(43)}`, `Bearer ${token}`]) {
      const { status, headers, json } = await ask('on-duty', { Authorization: sent });
      expect([sent, status, problem.parse(json).code]).toEqual([sent, 401, 'api.refused.token']);
      expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    const revoking = { unitId: key.unitId, tokenId: access?.id ?? '', actor: 'ha' };
    await expect(revokeApiToken(app, revoking)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells another address, another method and a post that is not there', async () => {
    const { ask, url } = await setting();
    expect((await ask('nothing')).status).toBe(404);
    expect((await ask('escalation?at=2027-02-04T08:30&post=x')).json).toMatchObject({
      status: 404,
      detail: 'No roster published for that moment has a post “x”.',
    });
    const posted = await fetch(`${url}/api/v1/on-duty`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await fetch(`${url}/api/`)).headers.get('content-type')).toMatch(/problem/);
  });

  it('speaks Vietnamese unless English is asked for', async () => {
    const { ask } = await setting();
    const { json } = await ask('nothing', { 'Accept-Language': 'fr' });
    expect(problem.parse(json).detail).toMatch(/không có địa chỉ/);
  });
});

describe('a token of the API', () => {
  it('is kept nowhere, opens only its own unit, and remembers its use', async () => {
    const { app, key, ask, token } = await setting();
    const rows = await app.db.selectFrom('api_token').selectAll().execute();
    const audit = await app.db.selectFrom('audit_entry').selectAll().execute();
    expect(JSON.stringify([rows, audit])).not.toContain(token);
    await ask('on-duty');
    await recordUses(app);
    expect((await listApiTokens(app, key.unitId)).map((each) => each.name)).toEqual(['Zabbix']);
    const unknown = issueApiToken(app, { unitId: 'other', name: '', actor: 'ha' });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells swaps, and what those that went through changed for whom, without what people wrote each other', async () => {
    const { app, key, plan, ask, answer } = await setting();
    const [, giver, taker] = plan.staff.map(({ id }) => id);
    const own = plan.shifts.filter(({ postId }) => postId === 'may-chu').map(({ id }) => id);
    const [given, taken] = own;
    if (!giver || !taker || !given || !taken) throw new Error('two stand');
    const then = { ...app, clock: () => Date.UTC(2027, 0, 20, 1) as Instant };
    const message = 'Chuyện riêng';
    const asking = { key, askerId: giver, shiftId: given, message, actor: 'an' };
    expect(await askSwap(then, { ...asking, wanted: [taken] })).toMatchObject({ asked: true });
    const [offer] = (await answer(swaps, 'swaps?since=2027-01-20T08:00')).swaps;
    expect(offer).toMatchObject({
      ...{ state: 'asked', asker: { id: giver }, partner: null, given: { id: given }, taken: null },
      ...{ wanted: [{ id: taken }], version: null, changes: [] },
    });
    const consent = {
      unitId: key.unitId,
      swapId: offer?.id ?? '',
      staffId: taker,
      otherShiftId: taken,
    } as const;
    const noteOf = () => '';
    await answerSwap(then, { ...consent, answer: 'consent', note: '', noteOf, actor: 'ba' });
    await decideSwap(then, { ...consent, decision: 'approve', note: '', noteOf, actor: 'ha' });
    const through = await ask('swaps?since=2027-01-20T08:00');
    expect(JSON.stringify(through.json)).not.toContain(message);
    expect(swaps.parse(through.json).swaps).toMatchObject([
      {
        ...{ state: 'approved', partner: { id: taker }, taken: { id: taken }, wanted: [], version: 2 },
        changes: [
          { shift: given, from: giver, to: taker },
          { shift: taken, from: taker, to: giver },
        ],
      },
    ]);
    expect((await answer(swaps, 'swaps?since=2027-01-20T08:01')).swaps).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('needs no token, describes every operation and points only at what it has', async () => {
    const { url } = await setting();
    const answer = await fetch(`${url}/api/v1/openapi.json`);
    const document = (await answer.json()) as {
      openapi: string;
      paths: Record<string, { get: { summary: string; parameters: { name: string; required: boolean }[] } }>;
      components: { schemas: Record<string, object> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      ...OPERATIONS.map((each) => `/${each.name}`),
      '/orders/{order}/answer',
      '/orders/{order}/report',
    ]);
    const text = JSON.stringify(document);
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((each) => each[1]);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(pointed)]));
    expect(text).not.toMatch(/"api\.[\w.-]+"/);
    const asked = document.paths['/shifts']?.get.parameters.filter((each) => each.required);
    expect(asked?.map((each) => each.name)).toEqual(['from', 'to']);
  });

  it('promises these fields, for good', async () => {
    const { url } = await setting();
    const { components } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as {
      components: { schemas: Record<string, { properties: object; required: string[] }> };
    };
    const fields = Object.entries(components.schemas).map(([id, shape]) => [
      id,
      Object.keys(shape.properties),
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      Unit: ['id', 'name'],
      Swaps: ['unit', 'since', 'swaps'],
      Swap: [
        ...['id', 'state', 'askedAt', 'answeredAt', 'decidedAt', 'period', 'asker', 'partner'],
        ...['given', 'taken', 'wanted', 'arranged', 'version', 'changes'],
      ],
      Person: ['id', 'name', 'title', 'phone', 'stands'],
      Post: ['id', 'name', 'shortName', 'tier', 'presence'],
      Shift: ['id', 'label', 'start', 'end', 'post', 'people', 'period'],
      OnDuty: ['unit', 'at', 'shifts', 'nextHandover', 'units'],
      UnitOnDuty: ['unit', 'kind', 'branch', 'answered', 'people', 'missing'],
      NextHandover: ['unit', 'at', 'handover'],
      Shifts: ['unit', 'from', 'to', 'shifts'],
      Call: ['order', 'kind', 'name', 'phone', 'email', 'note', 'post', 'shift'],
      Escalation: ['unit', 'at', 'note', 'calls', 'lastResort'],
      OrderDemand: ['id', 'tier', 'name', 'start', 'minutes', 'least', 'phone'],
      DutyOrder: [
        ...[
          'id',
          'state',
          'revision',
          'name',
          'dispatchNumber',
          'dispatchDay',
          'superior',
          'zone',
          'firstDay',
        ],
        ...['lastDay', 'deadline', 'sentAt', 'changedAt', 'liftedAt', 'kind', 'branch', 'demands', 'systems'],
        ...['contacts', 'reports', 'answered'],
      ],
      OrderReport: ['id', 'mode', 'clock', 'at', 'withinMinutes', 'headings'],
      DutyOrders: ['unit', 'superior', 'orders'],
      Answer: ['duties'],
      Report: ['duty', 'due', 'signer', 'texts'],
      ReportReceipt: ['order', 'receivedAt', 'late', 'repeated'],
      AnswerReceipt: [
        ...['order', 'revision', 'number', 'receivedAt', 'late', 'fits', 'askedMinutes', 'shortMinutes'],
        ...['phonesMissing', 'gaps', 'repeated'],
      ],
      Problem: ['type', 'title', 'status', 'detail', 'code', 'reference', 'errors'],
    });
  });
});
