/** Encrypted backups: opened by their identity, by nothing else, and not when a byte is missing or other. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { backupDatabase, backupName, checksumPath, listBackups } from '../../src/store/backup.ts';
import {
  decryptFile,
  encryptFile,
  isEncrypted,
  newBackupKey,
  requireRecipients,
} from '../../src/store/backup-encryption.ts';
import { replaceCase } from '../../src/store/case-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { restoreDatabase } from '../../src/store/restore.ts';
import { listUnits } from '../../src/store/unit-store.ts';
import { sampleCase } from '../sample-case.ts';
import { temporaryDatabase, temporaryPath } from './temporary-database.ts';

const AT = Date.UTC(2027, 1, 6, 3, 0, 0) as Instant;

async function backedUp(recipients: readonly string[]) {
  const path = temporaryPath();
  const db = await temporaryDatabase(path);
  await db.transaction().execute((trx) => replaceCase(trx, sampleCase('unit-small')));
  const backup = join(dirname(path), 'backups', backupName(AT, true));
  await backupDatabase(path, backup, recipients);
  return { path, backup, units: (await listUnits(db)).length };
}

const restoring = (from: string, identities?: string) => {
  const to = temporaryPath();
  const given = identities === undefined ? {} : { identities };
  return { to, done: restoreDatabase({ from, to, at: AT, ...given }, async () => 'amended') };
};

/** As whoever alters a file would: the checksum beside it fits again. */
function rewrite(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(checksumPath(path), `${sha256}  ${basename(path)}\n`);
}

describe('an encrypted backup', () => {
  it('comes back by its identity, remarks and all; nothing readable of it stands anywhere', async () => {
    const { identity, recipient } = await newBackupKey();
    const { path, backup, units } = await backedUp([recipient]);
    expect(isEncrypted(backup)).toBe(true);
    expect(readFileSync(backup).includes('SQLite format 3')).toBe(false);
    expect(listBackups(dirname(backup))).toEqual([basename(backup)]);
    expect(existsSync(`${path}.copying`)).toBe(false);
    const { to, done } = restoring(backup, `# made today\n\n${identity}\n`);
    expect((await done).amended).toBe('amended');
    const db = await openDatabase(to);
    expect((await listUnits(db)).length).toBe(units);
    await db.destroy();
  });

  it('of two recipients opens for either', async () => {
    const [ours, theirs] = [await newBackupKey(), await newBackupKey()];
    const { backup } = await backedUp([ours.recipient, theirs.recipient]);
    for (const { identity } of [ours, theirs]) await restoring(backup, identity).done;
  });

  it.each([
    ['without an identity', undefined, 'identity-wanted'],
    ['with a file of no identity', '# only remarks\n', 'identity'],
    ['with the recipient in place of the identity', 'age1recipient', 'identity'],
    ['with a file of something else', 'one\ntwo\n', 'identity'],
  ])('%s is refused in words, and nothing is put in place', async (_, identities, key) => {
    const { recipient } = await newBackupKey();
    const { backup } = await backedUp([recipient]);
    const { to, done } = restoring(backup, identities);
    await expect(done).rejects.toMatchObject({ code: 'invalid', key: `error.backup.${key}` });
    expect(readdirSync(dirname(to))).toEqual([]);
  });

  it('is refused with another identity', async () => {
    const { backup } = await backedUp([(await newBackupKey()).recipient]);
    const { done } = restoring(backup, (await newBackupKey()).identity);
    await expect(done).rejects.toMatchObject({ key: 'error.backup.wrong-identity' });
  });

  it.each([
    ['cut in its body', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut between two pieces', (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\n---') + 64 + 65_552)],
    ['cut in its head', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['changed by a bit in its body', (bytes: Buffer) => flipped(bytes, bytes.length - 40_000)],
    ['changed by a bit in its head', (bytes: Buffer) => flipped(bytes, bytes.indexOf('\n---') + 8)],
    ['longer by a byte', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  ])('%s is refused, although its checksum fits', async (_, alter) => {
    const { identity, recipient } = await newBackupKey();
    const { backup } = await backedUp([recipient]);
    rewrite(backup, alter(readFileSync(backup)));
    const { to, done } = restoring(backup, identity);
    await expect(done).rejects.toMatchObject({ code: 'invalid', key: 'error.backup.altered' });
    expect(readdirSync(dirname(to))).toEqual([]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}

describe('a file of many pieces', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])('of %d octets comes back octet by octet', async (size) => {
    const { identity, recipient } = await newBackupKey();
    const folder = dirname(temporaryPath());
    const [plain, secret, back] = ['plain', 'secret', 'back'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 31) % 251));
    writeFileSync(plain, bytes);
    await encryptFile(plain, secret, [recipient]);
    await decryptFile(secret, back, identity);
    expect(readFileSync(back).equals(bytes)).toBe(true);
  });
});

describe('a recipient', () => {
  it('that was cut when copied is refused by name', async () => {
    const { recipient } = await newBackupKey();
    await requireRecipients([recipient]);
    const cut = recipient.slice(0, -1);
    await expect(requireRecipients([recipient, cut])).rejects.toMatchObject({
      ...{ key: 'error.backup.recipient', params: { recipient: cut } },
    });
  });
});
