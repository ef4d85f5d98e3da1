/** Entries of the audit trail that come at once, each outside of any transaction: as two wrong passwords do. */

import { describe, expect, it } from 'vitest';
import { record } from '../../src/app/record.ts';
import { onSqlite } from '../store/engine.ts';
import { sampleApp } from './sample-app.ts';

describe('an entry of the audit trail', () => {
  it('of a change that has no transaction takes its turn among others', async () => {
    const app = await sampleApp();
    const change = { actor: '', action: 'session.refuse', unitId: '', details: {} } as const;
    const subjects = ['a', 'b', 'c', 'd'];
    await Promise.all(subjects.map((subject) => record(app.db, app, { ...change, subject })));
    const rows = await app.db.selectFrom('audit_entry').select('subject').orderBy('id').execute();
    // Who waits for SQLite's one connection comes in order; a server's connections take whoever is quickest.
    const found = rows.map(({ subject }) => subject);
    expect(onSqlite ? found : found.toSorted()).toEqual(subjects);
  });
});
