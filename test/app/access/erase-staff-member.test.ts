/** Someone who left is nowhere in the file any more, and every figure is what it was. */

import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseStaffMember } from '../../../src/app/access/erase-staff-member.ts';
import { invite } from '../../../src/app/access/invite.ts';
import { openMentions, settleMentions } from '../../../src/app/access/trace-mentions.ts';
import { verifyAudit } from '../../../src/app/access/verify-audit.ts';
import type { App } from '../../../src/app/app.ts';
import { editDraft } from '../../../src/app/drafts/edit-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { correctLedger } from '../../../src/app/ledger/correct-ledger.ts';
import { listCorrections } from '../../../src/app/ledger/open-ledger.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { record } from '../../../src/app/record.ts';
import { answerSwap } from '../../../src/app/swaps/answer-swap.ts';
import { askSwap } from '../../../src/app/swaps/ask-swap.ts';
import { decideSwap } from '../../../src/app/swaps/decide-swap.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { listVersions } from '../../../src/app/versions/list-versions.ts';
import { check } from '../../../src/constraints/check.ts';
import { judgeAnswer } from '../../../src/domain/answer-judgement.ts';
import type { Case } from '../../../src/domain/case.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { findAnswer, insertAnswer } from '../../../src/store/answer-store.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { dumpLines } from '../../../src/store/dump.ts';
import { FREE_TEXTS } from '../../../src/store/free-text-store.ts';
import { textColumns } from '../../../src/store/mention-store.ts';
import { saveAsked, saveOrder } from '../../../src/store/order-store.ts';
import { listStaff } from '../../../src/store/staff-store.ts';
import { withoutTriggers } from '../../../src/store/triggers.ts';
import { wordsOf } from '../../../src/store/words-of.ts';
import { noteOfSwap } from '../../../src/web/own/swap-sides.ts';
import { duty, order } from '../../orders/order-facts.ts';
import { sampleCase } from '../../sample-case.ts';
import { onSqlite } from '../../store/engine.ts';
import { loadInto, published, type SampleApp, type Starts, seat, startedApp } from '../sample-app.ts';
import { member, operator } from './people.ts';

const AFTERWARDS = '2027-03-01T08:00';
const LEAVER = { name: 'Quách Ngọc Diệp', phone: '0900 000 077', email: 'diep.quach@lamgiang.example' };

/** The small unit with Quách Ngọc Diệp in it wherever a person can be. */
function withLeaver(source: Case): Case {
  const [first, second, ...rest] = source.staff;
  if (!first || !second) throw new Error('the sample has people');
  const leaver: StaffMember = { ...second, ...LEAVER, id: 'quach-ngoc-diep' };
  const named = <T extends { staffId: string }>(list: readonly T[]): T[] =>
    list.map((each) => (each.staffId === second.id ? { ...each, staffId: leaver.id } : each));
  const { from, to } = source.availability[0] ?? { from: '2027-02-05' as never, to: '2027-02-06' as never };
  const leave = { staffId: leaver.id, kind: 'leave' as const, from, to, weight: 1, note: 'con Diệp ốm' };
  const apart = { id: 'apart', constraint: 'apart', strength: { kind: 'soft', weight: 3 } as const };
  return {
    ...source,
    staff: [first, leaver, ...rest],
    availability: [...named(source.availability), leave],
    ledger: named(source.ledger),
    posts: source.posts.map((post) => ({ ...post, contacts: [{ name: LEAVER.name, phone: LEAVER.phone }] })),
    ruleSet: {
      ...source.ruleSet,
      rules: [{ ...apart, params: { staffIds: [first.id, leaver.id], within: 'shift' } }],
    },
  };
}

const STARTS: Starts<Awaited<ReturnType<typeof fill>>> = new Map();

async function fill(app: SampleApp) {
  const key = await loadInto(app, withLeaver(sampleCase('unit-small')));
  const plan = await getPlan(app, key);
  const index = plan.staff.findIndex(({ id }) => id === 'quach-ngoc-diep');
  await published(app, key, [seat(plan, 0, index), seat(plan, 1, (index + 1) % plan.staff.length)]);
  await published(app, key, [seat(plan, 1, index), seat(plan, 2, index)]);
  const partnerId = plan.staff[(index + 2) % plan.staff.length]?.id ?? '';
  const giving = { key, askerId: 'quach-ngoc-diep', shiftId: plan.shifts[1]?.id ?? '', partnerId };
  const asked = await askSwap(app, { ...giving, message: 'Diệp bận', actor: 'ha' });
  if (!asked.asked) throw new Error(asked.refusal);
  const about = {
    unitId: key.unitId,
    swapId: asked.swap.id,
    note: '',
    noteOf: noteOfSwap('vi'),
    actor: 'ha',
  };
  await answerSwap(app, { ...about, staffId: partnerId, answer: 'consent' });
  await decideSwap(app, { ...about, decision: 'approve' });
  const edit = { kind: 'empty', seat: { shiftId: plan.shifts[2]?.id ?? '', place: 0 } } as const;
  await editDraft(app, { key, edit, seen: ['quach-ngoc-diep'], actor: 'ha' });
  app.setClock(AFTERWARDS);
  return { key, host: await operator(app) };
}

async function setting() {
  const {
    app,
    value: { key, host },
  } = await startedApp(STARTS, 'leaver', fill);
  app.setClock(AFTERWARDS);
  const staffKey = { unitId: key.unitId, staffId: 'quach-ngoc-diep' };
  const bytes = () => (onSqlite ? octetsOfFile(app) : everyRow(app));
  const ledger = async () =>
    (
      await sql`SELECT year, kind, source, amount FROM ledger_entry ORDER BY year, kind, source, amount`.execute(
        app.db,
      )
    ).rows;
  return { app, key, host, staffKey, bytes, ledger };
}

async function octetsOfFile({ db }: App): Promise<Buffer> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db);
  const path = rows[0]?.file ?? '';
  return Buffer.concat([path, `${path}-wal`].filter(existsSync).map((each) => readFileSync(each)));
}

async function everyRow({ db }: App): Promise<Buffer> {
  const lines: string[] = [];
  for await (const line of dumpLines(db)) lines.push(line);
  return Buffer.from(lines.join(''));
}

/** As an older program left it: published before names were taken out of notes. */
function rewriteVersionNote(app: App, note: string): Promise<void> {
  return app.db.transaction().execute((trx) =>
    withoutTriggers(trx, ['version_never_changes'], async () => {
      await trx.updateTable('version').set({ note }).execute();
    }),
  );
}

/**
 * Columns of text in which nobody writes of people: codes, days, figures, ways of working. `signatures` are the certificates of
 * files kept as they were signed: a signed file cannot lose a name and stay signed.
 */
const CODES =
  `about actor address alert_key answer approval arranged_by as_of asks assignments body_hash branch called_by cause ceded certificate certificates change claimed_by content day days decided_by duty end_time endpoint_hash entry entry_key facts field folded from_day head_proof history holidays hook_address hook_header hook_secret hook_template id invited_by kind label last_client leave_kind level link made_by may named_day near off options origin origin_address outcome params part parts pictures place points post_name presence problem profile purpose quiet_from quiet_to receipt reminded_by replaced_by replaces retold role row_key rrule rules scope seal sealed secret sent_by severity sha256 short_name signatures skills source start_link start_proof start_time state subject submitted_by superior_name system systems taken_by tier times to_day token_hash told type uid_scope unit_name upload_key wanted way zone`.split(
    /\s+/u,
  );

describe('erasing someone who left', () => {
  it('leaves no name, phone, mail or code of theirs anywhere in the file', async () => {
    const { app, host, staffKey, bytes, key } = await setting();
    const mine = await member(app, host, 'diep', {
      unitId: key.unitId,
      role: 'technician',
      staffId: staffKey.staffId,
    });
    expect(await app.db.selectFrom('draft_step').selectAll().execute()).toHaveLength(2);
    const traces = [
      ...Object.values(LEAVER),
      staffKey.staffId,
      'con Diệp ốm',
      mine.account.signInName,
      mine.account.name,
    ];
    for (const trace of traces) expect((await bytes()).includes(trace), trace).toBe(true);
    await eraseStaffMember(app, host, staffKey);
    for (const trace of traces) expect((await bytes()).includes(trace), trace).toBe(false);
  });

  it('leaves hours and tier in answers that were sent up, and nobody’s name', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const { unitId } = key;
    await saveOrder(app.db, order({ unitId }));
    await saveAsked(app.db, [{ orderId: 'tet', unitId, kind: '', branch: '', deadline: app.clock() }]);
    const [own, typed] = [{ ...LEAVER, staffId: staffKey.staffId }, LEAVER].map(({ email: _, ...person }) =>
      duty('2027-02-06T00:00', '2027-02-07T00:00', { ...person, title: 'Tổ trưởng Diệp' }),
    );
    const sent = {
      number: 1,
      sentAt: app.clock(),
      sentBy: 'cli',
      source: 'link',
      revision: 1,
      late: false,
    } as const;
    const duties = [own, typed].filter((each) => each !== undefined);
    const judgement = judgeAnswer({ days: [], demands: [], zone: 'Asia/Ho_Chi_Minh' }, duties);
    const id = await app.db
      .transaction()
      .execute((trx) => insertAnswer(trx, { orderId: 'tet', unitId, ...sent, duties }, judgement));
    expect((await bytes()).includes('Tổ trưởng Diệp')).toBe(true);
    const ghostId = await eraseStaffMember(app, host, staffKey);
    const after = (await findAnswer(app.db, id))?.duties ?? [];
    expect(
      after.map(({ staffId, phone, title, span, tier }) => ({ staffId, phone, title, span, tier })),
    ).toEqual(duties.map(({ span, tier }) => ({ staffId: ghostId, phone: '', title: '', span, tier })));
    for (const trace of ['Tổ trưởng Diệp', LEAVER.name, LEAVER.phone])
      expect((await bytes()).includes(trace)).toBe(false);
  });

  it('takes the place of their code in what others were told', async () => {
    const { app, key, host, staffKey } = await setting();
    const facts = JSON.stringify({ kind: 'roster', gained: [{ others: [staffKey.staffId] }] });
    const other = (await listStaff(app.db, key.unitId)).find(({ id }) => id !== staffKey.staffId)?.id ?? '';
    await sql`INSERT INTO notice (unit_id, staff_id, kind, subject, period_id, facts, created_at)
      VALUES (${key.unitId}, ${other}, 'roster', 'x', ${key.periodId}, ${facts}, 1)`.execute(app.db);
    const ghostId = await eraseStaffMember(app, host, staffKey);
    const { rows } = await sql<{ facts: string }>`SELECT facts FROM notice WHERE subject = 'x'`.execute(
      app.db,
    );
    expect(rows[0]?.facts).toBe(facts.replace(staffKey.staffId, ghostId));
  });

  it('leaves no name in what people wrote: notes of versions and leave, reasons, contacts, letters, tokens', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const { unitId } = key;
    const said = `hỏi ${LEAVER.name} trước`;
    const { id } = (await issueApiToken(app, { unitId, name: said, actor: 'cli' })).access;
    await app.db.updateTable('availability').set({ note: said }).execute();
    await app.db
      .updateTable('unit_post')
      .set({ contacts: JSON.stringify([{ name: said }]) })
      .execute();
    await sql`INSERT INTO contact_entry VALUES (${unitId}, 'so-1', ${said}, '', '', '', ${said}, '2027-01-01', '', NULL, ${said}, ${said})`.execute(
      app.db,
    );
    await app.db
      .transaction()
      .execute((trx) =>
        withoutTriggers(trx, ['version_never_changes'], () =>
          trx.updateTable('version').set({ note: said, override_reason: said }).execute(),
        ),
      );
    expect((await bytes()).includes(LEAVER.name)).toBe(true);
    await eraseStaffMember(app, host, staffKey);
    expect((await bytes()).includes(LEAVER.name)).toBe(false);
    const tokens = await app.db.selectFrom('api_token').selectAll().where('id', '=', id).execute();
    expect(tokens[0]?.name).toMatch(/^hỏi ••• [0-9a-f]{8} trước$/);
    expect(await findVersion(app, key, 1)).toMatchObject({ note: tokens[0]?.name });
  });

  it('leaves no code of theirs where they were called for, called, or stood in', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const { unitId, periodId } = key;
    const other = (await listStaff(app.db, unitId)).find(({ id }) => id !== staffKey.staffId)?.id ?? '';
    const seat = {
      unit_id: unitId,
      period_id: periodId,
      shift_id: 's',
      place: 0,
      called_by: 'x',
      called_at: 1,
      ends_at: 2,
    };
    const calls = [
      { ...seat, id: 'c1', from_id: staffKey.staffId, taken_by: other },
      { ...seat, id: 'c2', from_id: other, taken_by: staffKey.staffId },
    ];
    await app.db
      .insertInto('seat_call')
      .values(calls as never)
      .execute();
    const ghostId = await eraseStaffMember(app, host, staffKey);
    expect((await bytes()).includes(staffKey.staffId)).toBe(false);
    const kept = await app.db.selectFrom('seat_call').select(['from_id', 'taken_by']).orderBy('id').execute();
    expect(kept).toEqual([
      { from_id: ghostId, taken_by: other },
      { from_id: other, taken_by: ghostId },
    ]);
  });

  it('leaves what people wrote of someone else who is called the same', async () => {
    const { app, key, host, staffKey } = await setting();
    const { unitId } = key;
    const staff = await app.db
      .selectFrom('staff_member')
      .select('id')
      .where('unit_id', '=', unitId)
      .execute();
    const other = staff.find(({ id }) => id !== staffKey.staffId)?.id ?? '';
    await app.db.updateTable('staff_member').set({ name: LEAVER.name }).where('id', '=', other).execute();
    await issueApiToken(app, { unitId, name: LEAVER.name, actor: 'cli' });
    await eraseStaffMember(app, host, staffKey);
    const tokens = await app.db.selectFrom('api_token').selectAll().execute();
    expect(tokens[0]?.name).toBe(LEAVER.name);
  });

  it('lists where texts may still name them, and takes the name out of those that are chosen', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const { unitId } = key;
    await issueApiToken(app, { unitId, name: 'máy của Ngọc Diệp, Diệp giữ', actor: 'cli' });
    await issueApiToken(app, { unitId, name: 'chị diệp bên kế toán', actor: 'cli' });
    await rewriteVersionNote(app, 'đã hỏi QUÁCH NGỌC DIỆP');
    const ghostId = await eraseStaffMember(app, host, staffKey);
    const ghost = { unitId, staffId: ghostId };
    const { mentions } = await openMentions(app, host, ghost);
    const tokens = mentions
      .filter(({ place }) => place === 'api_token.name')
      .toSorted((a, b) => (a.before < b.before ? -1 : 1));
    expect(tokens.map(({ before, found, after }) => [before, found, after])).toEqual([
      ['chị ', 'diệp', ' bên kế toán'],
      ['máy của ', 'Ngọc Diệp', ', Diệp giữ'],
      ['máy của Ngọc Diệp, ', 'Diệp', ' giữ'],
    ]);
    const [stranger, first, second] = tokens.map(({ number }) => number);
    const notes = mentions.filter(({ place }) => place === 'version.note').map(({ number }) => number);
    expect(notes).toHaveLength(3);
    const numbers = [first ?? 0, second ?? 0, ...notes];
    expect(await settleMentions(app, host, { ...ghost, numbers, word: '[đã xóa]' })).toBe(5);
    expect(await settleMentions(app, host, { ...ghost, numbers: [stranger ?? 0] })).toBe(1);
    const names = (await app.db.selectFrom('api_token').select('name').orderBy('name').execute()).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['chị diệp bên kế toán', 'máy của [đã xóa], [đã xóa] giữ']);
    expect((await findVersion(app, key, 1))?.note).toBe('đã hỏi [đã xóa]');
    for (const trace of ['Ngọc Diệp', 'QUÁCH']) expect((await bytes()).includes(trace), trace).toBe(false);
    const left = await openMentions(app, host, ghost);
    expect(left.mentions.filter(({ number }) => numbers.includes(number) || number === stranger)).toEqual([]);
    const told = await listAudit(app.db, { unitId }, 2);
    expect(told.map(({ action, subject, details }) => [action, subject, details])).toEqual([
      ['staff.mention-kept', ghostId, { places: 1 }],
      ['staff.mention-replaced', ghostId, { places: 5 }],
    ]);
    expect((await verifyAudit(app)).faults).toEqual([]);
  });

  it('changes no text that was written anew after the list was made, and says how many those are', async () => {
    const { app, key, host, staffKey } = await setting();
    const { unitId } = key;
    const { id } = (await issueApiToken(app, { unitId, name: 'chị Diệp', actor: 'cli' })).access;
    const ghost = { unitId, staffId: await eraseStaffMember(app, host, staffKey) };
    const before = await openMentions(app, host, ghost);
    const number = before.mentions.find(({ place }) => place === 'api_token.name')?.number ?? 0;
    await app.db.updateTable('api_token').set({ name: 'Zabbix' }).where('id', '=', id).execute();
    expect(await openMentions(app, host, ghost)).toMatchObject({ changed: before.changed + 1 });
    expect(await settleMentions(app, host, { ...ghost, numbers: [number], word: 'x' })).toBe(0);
    const token = await app.db.selectFrom('api_token').select('name').where('id', '=', id).executeTakeFirst();
    expect(token?.name).toBe('Zabbix');
  });

  it('keeps no word of the name in the list itself', async () => {
    const { app, host, staffKey, key } = await setting();
    await issueApiToken(app, { unitId: key.unitId, name: 'chị Diệp', actor: 'cli' });
    await eraseStaffMember(app, host, staffKey);
    const rows = await app.db.selectFrom('mention').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Diệp|diep/u);
  });

  it('knows every column of text of a unit: a new one must be thought of', async () => {
    const { app } = await setting();
    const columns = (await textColumns(app.db)).map(({ table, column }) => `${table}.${column}`);
    const codes = columns.filter((each) => !FREE_TEXTS.some((place) => place === each));
    expect([...new Set(codes.map((each) => each.replace(/^.*\./u, '')))].toSorted()).toEqual(CODES);
    expect(FREE_TEXTS.filter((place) => !columns.includes(place))).toEqual([]);
  });

  it('puts another code in the audit trail, and leaves what was done, when and by whom', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const details = { staff: staffKey.staffId, kind: 'leave' };
    const { unitId } = key;
    await record(app.db, app, { actor: 'ha', action: 'staff.leave', unitId, subject: staffKey.staffId });
    await record(
      app.db,
      app,
      { actor: 'ha', action: 'availability.add', unitId, subject: key.periodId },
      details,
    );
    const before = await listAudit(app.db, { unitId }, 100);
    const ghostId = await eraseStaffMember(app, host, staffKey);
    expect((await bytes()).includes(staffKey.staffId)).toBe(false);
    expect((await verifyAudit(app)).faults).toEqual([]);
    const after = await listAudit(app.db, { unitId }, 100);
    const told = after.slice(after.length - before.length);
    expect(told.map(({ at, actor, action }) => ({ at, actor, action }))).toEqual(
      before.map(({ at, actor, action }) => ({ at, actor, action })),
    );
    expect(told.find(({ action }) => action === 'staff.leave')?.subject).toBe(ghostId);
    expect(told.find(({ action }) => action === 'availability.add')?.details).toEqual({
      staff: ghostId,
      kind: 'leave',
    });
  });

  it('keeps the ledger’s figures and what the referee counts of every version', async () => {
    const { app, key, host, staffKey, ledger } = await setting();
    const before = [await findVersion(app, key, 1), await findVersion(app, key, 2)];
    const figures = await ledger();
    const ghostId = await eraseStaffMember(app, host, staffKey);
    expect(await ledger()).toEqual(figures);
    for (const version of before) {
      if (!version) throw new Error('both versions are there');
      const after = await findVersion(app, key, version.number);
      if (!after) throw new Error('erasing takes no version away');
      expect(after).toMatchObject({ publishedAt: version.publishedAt, note: version.note });
      expect(check(after.plan, after.roster).score).toEqual(check(version.plan, version.roster).score);
      const duties = ({ roster }: typeof version, id: string) =>
        roster.assignments.filter(({ staffId }) => staffId === id).map(({ shiftId }) => shiftId);
      expect(duties(after, ghostId)).toEqual(duties(version, staffKey.staffId));
      expect(duties(after, ghostId).length).toBeGreaterThan(0);
    }
  });

  it('keeps corrections of the ledger without the words of their reason', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    const reason = 'Diệp đổi ca miệng với anh Tư';
    const correcting = {
      ...staffKey,
      year: 2024,
      kind: 'giao-thua',
      amount: 3,
      reason,
      actor: 'cli',
    } as const;
    expect(await correctLedger(app, correcting)).toEqual([]);
    expect((await bytes()).includes('anh Tư')).toBe(true);
    const ghostId = await eraseStaffMember(app, host, staffKey);
    expect((await bytes()).includes('anh Tư')).toBe(false);
    expect(await listCorrections(app, key.unitId, ghostId)).toMatchObject([
      { reason: '', kind: 'giao-thua' },
    ]);
  });

  it('ends their feed, account and invitation, and lets the unit’s feed go on', async () => {
    const { app, key, host, staffKey } = await setting();
    const { unitId } = key;
    const scope = { kind: 'personal', staffId: staffKey.staffId } as const;
    const issue = { unitId, options: DEFAULT_FEED_OPTIONS, actor: 'cli' };
    const own = await issueFeedToken(app, { ...issue, scope });
    const unit = await issueFeedToken(app, { ...issue, scope: { kind: 'unit' } });
    await invite(app, host, { unitId, role: 'reader', staffId: staffKey.staffId });
    const account = await member(app, host, 'diep', {
      unitId,
      role: 'technician',
      staffId: staffKey.staffId,
    });
    await eraseStaffMember(app, host, staffKey);
    expect(await readFeed(app, { token: own.token, client: '' })).toBeUndefined();
    expect(await readFeed(app, { token: unit.token, client: '' })).toBeDefined();
    expect((await app.db.selectFrom('session').select('id').execute()).map(({ id }) => id)).toEqual([
      host.session.id,
    ]);
    const erased = await app.db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', account.account.id)
      .execute();
    expect(erased).toMatchObject([{ name: '', password_hash: null, disabled_at: app.clock() }]);
    expect(
      await app.db.selectFrom('invitation').selectAll().where('staff_id', 'is not', null).execute(),
    ).toEqual([]);
  });

  it('is refused while they belong to a period that is not over', async () => {
    const { app, key, host, staffKey, bytes } = await setting();
    app.setClock('2027-02-06T08:00');
    const visitor = { ...host, session: { ...host.session, provedAt: app.clock() } };
    await expect(eraseStaffMember(app, visitor, staffKey)).rejects.toMatchObject({
      code: 'conflict',
      key: 'error.staff.still-planned',
      params: { period: key.periodId },
    });
    expect((await bytes()).includes(LEAVER.name)).toBe(true);
  });

  it.skipIf(!onSqlite)(
    'knows every column with a person’s code that does not go by itself, in SQLite’s words: a new one must be thought of',
    async () => {
      const { app } = await setting();
      const { rows } = await sql<{ place: string }>`
      SELECT t.name || '.' || c.name AS place
      FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND (c.name LIKE '%staff%' OR c.name LIKE '%subject%')
        AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) AS f
                        WHERE f."from" = c.name AND f.on_delete = 'CASCADE')
      ORDER BY 1`.execute(app.db);
      expect(rows.map(({ place }) => place)).toEqual([
        // Not of a person's code: it goes with the account.
        'account_identity.subject',
        // Of an answer: hours and tier stay, under a nameless one.
        'answer_duty.staff_id',
        'audit_entry.subject',
        'contact_change.staff_id',
        'duty.staff_id',
        'feed_token.subject_id',
        'invitation.staff_id',
        'ledger_edit.staff_id',
        'ledger_entry.staff_id',
        // Renamed with a proof; of a subject, no person's code.
        'log_entry.staff_id',
        'log_entry.subject',
        'membership.staff_id',
        // Renamed, with what others were told.
        'notice.subject',
        // It goes with its notice.
        'notice_delivery.staff_id',
        'period_staff.staff_id',
      ]);
    },
  );

  it('is for administrators, and leaves every trigger in place', async () => {
    const { app, key, host, staffKey } = await setting();
    const manager = await member(app, host, 'khoa', { unitId: key.unitId, role: 'manager' });
    await expect(eraseStaffMember(app, manager, staffKey)).rejects.toMatchObject({ code: 'forbidden' });
    const triggers = () => wordsOf(app.db).listTriggers(app.db);
    const before = await triggers();
    await eraseStaffMember(app, host, staffKey);
    expect(await triggers()).toEqual(before);
    await expect(sql`UPDATE version SET note = 'x'`.execute(app.db)).rejects.toThrow(/never changes/);
    expect(await listVersions(app, key)).toHaveLength(3);
    await expect(eraseStaffMember(app, host, staffKey)).rejects.toMatchObject({ code: 'not-found' });
  });
});
