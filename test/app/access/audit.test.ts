/** The audit trail: whole, bounded, exported, and trimmed only by its keeping. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { forwardAudit } from '../../../src/app/access/forward-audit.ts';
import { exportAudit, readAudit, trimAuditTrail } from '../../../src/app/access/read-audit.ts';
import { sayInstallationSafety } from '../../../src/app/access/safety.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import { verifyAudit } from '../../../src/app/access/verify-audit.ts';
import { noteInAudit, recordAuditNotes } from '../../../src/app/audit-notes.ts';
import { record } from '../../../src/app/record.ts';
import type { Visitor } from '../../../src/domain/account.ts';
import { safetyDefaults } from '../../../src/domain/safety.ts';
import { withoutTriggers } from '../../../src/store/triggers.ts';
import { loaded, type SampleApp } from '../sample-app.ts';
import { from, member, operator } from './people.ts';

async function whole(app: SampleApp, visitor: Visitor, unitId?: string): Promise<string> {
  const pages: string[] = [];
  for await (const page of exportAudit(app, visitor, unitId === undefined ? {} : { unitId }))
    pages.push(page);
  return pages.join('');
}

describe('the audit trail', () => {
  it('is exported whole, however long, with what would be a formula made text', async () => {
    const { app, key } = await loaded();
    const host = await operator(app);
    for (let i = 0; i < 1_203; i++) {
      const change = { actor: '=cmd()', action: 'draft.save', unitId: key.unitId, subject: `s${i}` } as const;
      await record(app.db, from(app, '192.0.2.1'), { ...change }, { revision: i });
    }
    expect(await readAudit(app, host, { unitId: key.unitId })).toHaveLength(500);
    const lines = (await whole(app, host, key.unitId)).trimEnd().split('\r\n');
    expect(lines[0]).toBe('number,at,actor,action,unit,subject,details,address,request');
    expect(lines).toHaveLength(1 + 1_203 + 1);
    expect(lines[1]).toContain(
      `'=cmd(),draft.save,${key.unitId},s1202,"{""revision"":1202}",192.0.2.1,r-192.0.2.1`,
    );
    expect(lines.at(-1)).toContain('case.load');
  });

  it('is for administrators of the unit; of the installation, for operators', async () => {
    const { app, key } = await loaded();
    const host = await operator(app);
    const { unitId } = key;
    const chief = await member(app, host, 'chief', { unitId, role: 'administrator' });
    const manager = await member(app, host, 'khoa', { unitId, role: 'manager' });
    expect((await readAudit(app, chief, { unitId })).every((entry) => entry.unitId === unitId)).toBe(true);
    await expect(readAudit(app, chief, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readAudit(app, manager, { unitId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(whole(app, manager, unitId)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readAudit(app, host, {})).map(({ action }) => action)).toContain('account.set-up');
  });

  it('holds no names, phones or passwords', async () => {
    const { app, key, source } = await loaded();
    const host = await operator(app);
    await member(app, host, 'khoa', { unitId: key.unitId, role: 'manager' });
    const text = await whole(app, host);
    const words = source.staff.flatMap(({ name, phone, email }) => [name, phone, email]).filter(Boolean);
    for (const word of [...words, 'khoa@', 'vịt']) expect(text).not.toContain(word);
  });

  it('lets go of what is older than its keeping, says so, and of nothing else', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    expect(await trimAuditTrail(app)).toBe(0);
    app.setClock('2029-01-19T08:00');
    expect(await trimAuditTrail(app)).toBe(0);
    app.setClock('2029-01-20T08:01');
    const gone = await trimAuditTrail(app);
    expect(gone).toBeGreaterThan(1);
    expect(await readAudit(app, host, {})).toMatchObject([
      { action: 'audit.trim', details: { entries: gone, days: 730 } },
    ]);
    await expect(sql`DELETE FROM audit_entry`.execute(app.db)).rejects.toThrow(/never goes away/);
  });
});

describe('a security level', () => {
  it.each([
    [2, 92, 93],
    [3, 185, 186],
    [4, 371, 372],
  ] as const)(
    '%i keeps the trail on for more than %i days, whatever the machine says',
    async (level, kept, gone) => {
      const { app } = await loaded();
      const host = await operator(app);
      app.setClock('2027-01-20T08:00');
      await sayInstallationSafety(app, host, { level, settings: safetyDefaults(level) });
      const begun = app.clock();
      const later = (days: number): void => {
        const day = new Date(begun + days * 86_400_000).toISOString().slice(0, 10);
        app.setClock(`${day}T12:00`);
      };
      later(kept);
      expect(await trimAuditTrail(app, 30)).toBe(0);
      later(gone);
      expect(await trimAuditTrail(app, 30)).toBeGreaterThan(0);
    },
  );
});

describe('the chain', () => {
  const say = (app: SampleApp, count: number) =>
    Array.from({ length: count }).reduce<Promise<void>>(
      (before, _, i) =>
        before.then(() =>
          record(app.db, app, { actor: 'ha', action: 'draft.save', unitId: 'u', subject: `s${i}` }),
        ),
      Promise.resolve(),
    );
  /** As someone would who has the file alone. */
  const tamper = (app: SampleApp, statement: string) =>
    app.db.transaction().execute((trx) =>
      withoutTriggers(trx, ['audit_entry_never_goes', 'audit_entry_never_changes'], () =>
        sql
          .raw(statement)
          .execute(trx)
          .then(() => {}),
      ),
    );

  it('is whole as written, over many entries, trimming and the time after it', async () => {
    const { app } = await loaded();
    await say(app, 2_300);
    const verdict = await verifyAudit(app);
    expect(verdict).toEqual({ entries: 2_301, unchained: 0, from: 1, until: 2_301, faults: [] });
    app.setClock('2029-02-01T08:00');
    await trimAuditTrail(app);
    await say(app, 2);
    expect(await verifyAudit(app)).toEqual({
      entries: 3,
      unchained: 0,
      from: 2_302,
      until: 2_304,
      faults: [],
    });
  });

  it('outlives a clock set back: one early time among later ones takes nothing along', async () => {
    const { app } = await loaded();
    await say(app, 3);
    app.setClock('2001-01-01T08:00');
    await say(app, 1);
    app.setClock('2027-01-20T09:00');
    await say(app, 2);
    expect(await trimAuditTrail(app)).toBe(0);
    expect(await verifyAudit(app)).toMatchObject({ entries: 7, faults: [] });
    app.setClock('2029-02-01T08:00');
    expect(await trimAuditTrail(app)).toBe(7);
    expect(await verifyAudit(app)).toMatchObject({ entries: 1, faults: [] });
  });

  it.each<[string, string, object[]]>([
    [
      'a subject changed',
      "UPDATE audit_entry SET subject = 'x' WHERE id = 3",
      [{ kind: 'changed', number: 3 }],
    ],
    ['an actor changed', "UPDATE audit_entry SET actor = 'x' WHERE id = 3", [{ kind: 'changed', number: 3 }]],
    [
      'an address added',
      "UPDATE audit_entry SET address = '::1' WHERE id = 6",
      [{ kind: 'changed', number: 6 }],
    ],
    [
      'its codes taken away',
      'UPDATE audit_entry SET link = NULL, told = NULL WHERE id = 3',
      [
        { kind: 'changed', number: 3 },
        { kind: 'changed', number: 4 },
      ],
    ],
    ['one removed', 'DELETE FROM audit_entry WHERE id = 3', [{ kind: 'missing', number: 4 }]],
    ['the first removed', 'DELETE FROM audit_entry WHERE id = 1', [{ kind: 'missing', number: 2 }]],
    [
      'one removed and the rest moved up',
      'DELETE FROM audit_entry WHERE id = 3; UPDATE audit_entry SET id = id - 1 WHERE id > 3',
      [{ kind: 'changed', number: 3 }],
    ],
    [
      'one slipped in',
      "INSERT INTO audit_entry (id, at, actor, action, unit_id, subject, details) VALUES (7, 1, 'x', 'draft.save', 'u', '', '{}')",
      [{ kind: 'changed', number: 7 }],
    ],
    [
      'the first three gone, the start moved',
      'DELETE FROM audit_entry WHERE id < 4; UPDATE audit_start SET number = 3, link = (SELECT link FROM audit_entry WHERE id = 4)',
      [{ kind: 'start', number: 3 }],
    ],
    ['the start removed', 'DELETE FROM audit_start', [{ kind: 'start', number: 1 }]],
  ])('shows %s', async (_, statements, faults) => {
    const { app } = await loaded();
    await say(app, 5);
    for (const statement of statements.split('; ')) await tamper(app, statement);
    expect(await verifyAudit(app)).toMatchObject({ faults: expect.arrayContaining(faults) });
  });

  it('says of entries from before it that nothing can be said', async () => {
    const { app } = await loaded();
    await tamper(app, 'UPDATE audit_entry SET link = NULL, told = NULL');
    await tamper(app, 'DELETE FROM audit_start');
    await say(app, 2);
    expect(await verifyAudit(app)).toEqual({ entries: 3, unchained: 1, from: 2, until: 3, faults: [] });
  });
});

describe('lifting triggers', () => {
  it('happens inside a transaction only, and is taken back with it', async () => {
    const { app } = await loaded();
    const lifted = (db: typeof app.db) =>
      withoutTriggers(db, ['audit_entry_never_goes'], async () => {
        await sql`DELETE FROM audit_entry`.execute(db);
        throw new Error('half way');
      });
    await expect(lifted(app.db)).rejects.toThrow(/inside a transaction/);
    await expect(app.db.transaction().execute(lifted)).rejects.toThrow('half way');
    await expect(sql`DELETE FROM audit_entry`.execute(app.db)).rejects.toThrow(/never goes away/);
    const missing = app.db.transaction().execute((trx) => withoutTriggers(trx, ['no_such'], async () => 0));
    await expect(missing).rejects.toThrow(/no trigger/);
  });
});

describe('what was read', () => {
  const note = {
    actor: 'an',
    action: 'read.file',
    unitId: '',
    subject: 'p',
    details: { page: '/x' },
  } as const;

  it('is written into the chain a second later, the same many times as one entry', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const visit = from(app, '192.0.2.1');
    for (let i = 0; i < 3; i++) noteInAudit(visit, note);
    noteInAudit(from(app, '192.0.2.2'), note);
    await recordAuditNotes(app);
    await recordAuditNotes(app);
    const [last, first, before] = await readAudit(app, host, {});
    expect([first, last]).toMatchObject([
      { action: 'read.file', details: { page: '/x', times: 3 }, address: '192.0.2.1' },
      { action: 'read.file', details: { page: '/x' }, address: '192.0.2.2' },
    ]);
    expect(before?.action).not.toBe('read.file');
    expect((await verifyAudit(app)).faults).toEqual([]);
  });

  it('is bounded in memory, and what was left out is told', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    for (let i = 0; i < 1_500; i++) noteInAudit(app, { ...note, subject: `p${i}` });
    expect(app.auditNotes.size).toBeLessThanOrEqual(1_001);
    await recordAuditNotes(app);
    const [last] = await readAudit(app, host, {});
    expect(last).toMatchObject({ action: 'audit.left-out', details: { times: 500 } });
  });

  it('tells who was made to wait at signing in, by no name', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const guess = { signInName: 'ai@x.example', password: 'không phải', client: '' };
    for (let i = 0; i < 30; i++) await signIn(from(app, '192.0.2.9'), guess);
    await recordAuditNotes(app);
    const [told] = (await readAudit(app, host, {})).filter(({ action }) => action === 'session.throttle');
    expect(told).toMatchObject({ actor: '', subject: '', address: '192.0.2.9' });
    expect(JSON.stringify(told)).not.toContain('ai@x');
  });
});

describe('sending the trail on', () => {
  it('goes on where it stopped, and keeps what could not be sent', async () => {
    const { app } = await loaded();
    await operator(app);
    const sent: number[] = [];
    const sink = async (entries: readonly { readonly number: number }[]): Promise<void> => {
      sent.push(...entries.map(({ number }) => number));
    };
    const away = () => Promise.reject(new Error('away'));
    await expect(forwardAudit(app, away)).rejects.toThrow('away');
    const all = await forwardAudit(app, sink);
    expect(sent).toEqual(Array.from({ length: all }, (_, i) => i + 1));
    expect(await forwardAudit(app, sink)).toBe(0);
    await record(app.db, app, { actor: 'x', action: 'backup.make', unitId: '', subject: '' });
    expect(await forwardAudit(app, sink)).toBe(1);
  });
});
