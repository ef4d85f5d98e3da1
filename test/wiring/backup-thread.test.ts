/** A backup made in a thread of its own is the one made here, and its refusals keep their words on the way. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newBackupKey } from '../../src/store/backup-encryption.ts';
import { backupInThread } from '../../src/wiring/backup-thread.ts';
import { temporaryDatabase, temporaryPath } from '../store/temporary-database.ts';

describe('a backup in a thread', () => {
  it('is made, encrypted where it should be, and refused as here', async () => {
    const path = temporaryPath();
    await temporaryDatabase(path);
    const to = join(dirname(path), 'backups', 'a.db');
    expect(await backupInThread(path, to, [])).toMatchObject({ path: to });
    const { recipient } = await newBackupKey();
    expect(await backupInThread(path, `${to}.age`, [recipient])).toMatchObject({ path: `${to}.age` });
    const refused = { name: 'AppError', code: 'conflict', key: 'error.backup.exists', params: { path: to } };
    await expect(backupInThread(path, to, [])).rejects.toMatchObject(refused);
    await expect(backupInThread(`${path}.none`, `${to}2`, [])).rejects.toMatchObject({ code: 'unavailable' });
    expect(existsSync(`${to}2`)).toBe(false);
  });
});
