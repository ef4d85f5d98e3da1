/** One backup a day, whoever calls how often, and whatever the clock does. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { keepBackups, makeBackup } from '../../src/app/keep-backups.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import { listBackups } from '../../src/store/backup.ts';
import { onSqlite } from '../store/engine.ts';
import { loaded } from './sample-app.ts';

async function setting() {
  const { app } = await loaded();
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(app.db);
  const databasePath = rows[0]?.file ?? '';
  const keeping = { databasePath, folder: join(databasePath, '..', 'backups'), keep: 3 };
  return { app, keeping };
}

describe.skipIf(!onSqlite)('daily backups of a file', () => {
  it('are made once a day and kept by count', async () => {
    const { app, keeping } = await setting();
    for (let day = 10; day < 15; day++) {
      for (const hour of ['03', '04', '15']) {
        app.setClock(`2027-01-${day}T${hour}:00`);
        await keepBackups(app, keeping);
      }
    }
    expect(listBackups(keeping.folder)).toEqual([
      'rota-20270111T200000Z.db',
      'rota-20270112T200000Z.db',
      'rota-20270113T200000Z.db',
    ]);
    const made = await listAudit(app.db, { unitId: '' }, 9);
    expect(made).toHaveLength(5);
    expect(made[0]).toMatchObject({ action: 'backup.make', actor: 'rota', details: { rotated: 1 } });
  });

  it('are made when the clock was set back, and at any time by hand', async () => {
    const { app, keeping } = await setting();
    await keepBackups(app, keeping);
    app.setClock('2026-12-01T00:00');
    expect(await keepBackups(app, keeping)).toBeDefined();
    app.setClock('2027-01-20T08:05');
    expect(await keepBackups(app, keeping)).toBeUndefined();
    expect((await makeBackup(app, keeping, 'ha')).path).toContain('rota-20270120T010500Z.db');
    expect((await makeBackup(app, keeping, 'ha')).path).toContain('rota-20270120T010501Z.db');
  });

  it('say what is wrong when the folder cannot be used', async () => {
    const { app, keeping } = await setting();
    const folder = join(keeping.databasePath, 'inside-a-file');
    await expect(keepBackups(app, { ...keeping, folder })).rejects.toMatchObject({ code: 'unavailable' });
    mkdirSync(keeping.folder);
    await expect(
      keepBackups(app, { ...keeping, databasePath: `${keeping.databasePath}.none` }),
    ).rejects.toMatchObject({ key: 'error.database.unreachable' });
    expect(listBackups(keeping.folder)).toEqual([]);
  });
});
