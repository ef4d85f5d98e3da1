/** “Ai nhận được?”: who is asked, that the first yes takes the seat and everyone hears of it, and that a second yes does not. */

import { describe, expect, it } from 'vitest';
import { answerByToken, openReceipt } from '../../../src/app/notices/open-receipt.ts';
import { listOwnNotices } from '../../../src/app/notices/own-notices.ts';
import { receiptToken } from '../../../src/app/notices/receipt-token.ts';
import { answerCall } from '../../../src/app/replacements/answer-call.ts';
import { callPeople } from '../../../src/app/replacements/call-people.ts';
import { listCallsToMe, readCallOf } from '../../../src/app/replacements/read-calls.ts';
import { listSeatsInNeed } from '../../../src/app/replacements/seats-in-need.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import type { CallAnswer } from '../../../src/domain/seat-call.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';

interface Called extends Loaded {
  readonly callId: string;
}

function idOf({ plan }: Loaded, index: number): string {
  const member = plan.staff[index];
  if (!member) throw new Error('the sample is larger than that');
  return member.id;
}

const BY = { actor: 'ha' };
const noteOf = () => 'thay người';

/** The first person stands the first shift; the second, third and fourth are asked. */
async function called(): Promise<Called> {
  const site = await loaded();
  const { app, key, plan } = site;
  const first = seat(plan, 0, 0);
  await published(app, key, [first]);
  const toIds = [1, 2, 3].map((each) => idOf(site, each));
  const result = await callPeople(app, { key, seat: first, fromId: idOf(site, 0), toIds }, BY);
  if (!result.done) throw new Error(result.refusal);
  expect(result.told).toBe(3);
  return { ...site, callId: result.call.id };
}

function answer({ app, key, callId, ...site }: Called, index: number, said: CallAnswer) {
  const staffId = idOf({ app, key, ...site }, index);
  return answerCall(app, { unitId: key.unitId, staffId, callId, answer: said, noteOf, actor: staffId });
}

async function told({ app, key, ...site }: Loaded, index: number): Promise<string[]> {
  const person = { unitId: key.unitId, staffId: idOf({ app, key, ...site }, index) };
  return (await listOwnNotices(app, person)).map(({ facts }) =>
    facts.kind === 'call' ? `${facts.kind} ${facts.state}` : facts.kind,
  );
}

describe('a call to many', () => {
  it('gives the seat to the first yes, publishes it and tells everyone touched', async () => {
    const site = await called();
    expect(await answer(site, 1, 'no')).toEqual({ kind: 'declined' });
    const taken = await answer(site, 2, 'yes');
    expect(taken.kind).toBe('taken');
    const version = await findVersion(site.app, site.key);
    expect(version?.number).toBe(2);
    expect(version?.roster.assignments.map(({ staffId }) => staffId)).toEqual([idOf(site, 2)]);
    expect(await told(site, 0)).toEqual(['roster', 'roster']);
    expect(await told(site, 1)).toEqual(['call taken', 'call asked']);
    expect(await told(site, 2)).toEqual(['roster', 'call asked']);
    expect(await told(site, 3)).toEqual(['call taken', 'call asked']);
  });

  it('lets one of two yeses at the same moment win, and tells the other who did', async () => {
    const site = await called();
    const answers = await Promise.all([answer(site, 1, 'yes'), answer(site, 2, 'yes')]);
    const kinds = answers.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['over', 'taken']);
    const winner = idOf(site, kinds.indexOf('taken') + 1);
    expect(answers.find(({ kind }) => kind === 'over')).toEqual({ kind: 'over', takenBy: winner });
    expect((await findVersion(site.app, site.key))?.number).toBe(2);
    expect(await told(site, kinds.indexOf('over') + 1)).toContain('call taken');
  });

  it('enters the absence without a reason, once', async () => {
    const site = await called();
    const { app, key, plan } = site;
    await callPeople(app, { key, seat: seat(plan, 0, 0), fromId: idOf(site, 0), toIds: [idOf(site, 4)] }, BY);
    const rows = await app.db
      .selectFrom('availability')
      .selectAll()
      .where('staff_id', '=', idOf(site, 0))
      .where('kind', '=', 'leave')
      .execute();
    expect(rows.map(({ note }) => note)).toEqual(['']);
    expect((await listSeatsInNeed(app, key)).seats.map(({ reason }) => reason)).toEqual(['leave']);
    const call = await readCallOf(app, { key, seat: seat(plan, 0, 0), holderId: idOf(site, 0) });
    expect(call?.asked).toHaveLength(4);
  });

  it('is asked of nobody who was not, and waits for no answer twice', async () => {
    const site = await called();
    await expect(answer(site, 4, 'yes')).rejects.toThrow('call.missing');
    const person = { unitId: site.key.unitId, staffId: idOf(site, 1) };
    expect(await listCallsToMe(site.app, person)).toHaveLength(1);
    await answer(site, 1, 'no');
    expect(await listCallsToMe(site.app, person)).toEqual([]);
  });

  it('beside another at the same hours: who took the one cannot take the other, nor can who is away', async () => {
    const LAWFUL = ['available', 'no-overlap'];
    const site = await loaded((source) => {
      const rules = source.ruleSet.rules.filter(({ constraint }) => LAWFUL.includes(constraint));
      return { ...source, availability: [], ruleSet: { ...source.ruleSet, rules } };
    });
    const { app, key, plan } = site;
    const [first] = plan.shifts;
    const beside = plan.shifts.findIndex(
      ({ span }, i) => i > 0 && first && span.start < first.span.end && first.span.start < span.end,
    );
    const seats = [seat(plan, 0, 0), { ...seat(plan, beside, 0), staffId: idOf(site, 1) }];
    await published(app, key, seats);
    const callOf = async (i: number) => {
      const at = seats[i];
      if (!at) throw new Error('no seat');
      const fromId = idOf(site, i);
      const toIds = [1 - i, 2, 3].map((each) => idOf(site, each));
      const result = await callPeople(app, { key, seat: at, fromId, toIds }, BY);
      if (!result.done) throw new Error(result.refusal);
      return { ...site, callId: result.call.id };
    };
    const [one, two] = [await callOf(0), await callOf(1)];
    expect((await answer(one, 1, 'yes')).kind).toBe('refused');
    expect((await answer(one, 2, 'yes')).kind).toBe('taken');
    expect((await answer(two, 2, 'yes')).kind).toBe('refused');
    expect((await answer(two, 3, 'yes')).kind).toBe('taken');
    const version = await findVersion(app, key);
    expect(version?.roster.assignments.map(({ staffId }) => staffId).toSorted()).toEqual(
      [2, 3].map((each) => idOf(site, each)).toSorted(),
    );
    expect((await listSeatsInNeed(app, key)).seats).toEqual([]);
  });

  it('is over with the shift', async () => {
    const site = await called();
    site.app.setClock('2028-01-01T00:00');
    expect(await answer(site, 1, 'yes')).toEqual({ kind: 'over' });
    const again = {
      key: site.key,
      seat: seat(site.plan, 0, 0),
      fromId: idOf(site, 0),
      toIds: [idOf(site, 1)],
    };
    expect(await callPeople(site.app, again, BY)).toEqual({ done: false, refusal: 'over' });
    expect(await callPeople(site.app, { ...again, fromId: idOf(site, 3) }, BY)).toMatchObject({
      refusal: 'moved',
    });
  });

  it('is answered from a mail or a push message by its link', async () => {
    const site = await called();
    const { app } = site;
    const row = await app.db
      .selectFrom('notice')
      .select('number')
      .where('staff_id', '=', idOf(site, 3))
      .where('kind', '=', 'call')
      .executeTakeFirstOrThrow();
    const open = await openReceipt(app, receiptToken(app, row.number));
    if (!open) throw new Error('it opens nothing');
    expect(await answerByToken(app, open, { way: 'push', answer: 'yes', noteOf })).toMatchObject({
      kind: 'taken',
    });
    expect(await answerByToken(app, open, { way: 'push', answer: 'yes', noteOf })).toMatchObject({
      kind: 'over',
    });
  });
});
