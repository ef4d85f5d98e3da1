/** Opening: from nothing, again, and refusing what this program must not touch. */

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { SCHEMA_NUMBER } from '../../src/store/migration.ts';
import { temporaryDatabase, temporaryPath } from './temporary-database.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function tablesOf(path: string): Promise<unknown[]> {
  const file = new SqliteFile(path, { readonly: true });
  const rows = file.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  file.close();
  return rows;
}

describe('opening a database', () => {
  it('makes folder, file and every table from nothing', async () => {
    const db = await temporaryDatabase(join(dirname(temporaryPath()), 'a', 'b', 'rota.db'));
    const tables = await db.introspection.getTables();
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'account',
      'account_identity',
      'alert',
      'alert_setting',
      'alert_source',
      'alert_told',
      'answer',
      'answer_count',
      'answer_day',
      'answer_document',
      'answer_duty',
      'answer_link',
      'answer_receipt',
      'answer_upload',
      'api_token',
      'asked_unit',
      'audit_entry',
      'audit_forward',
      'audit_start',
      'availability',
      'busy_calendar',
      'check_in',
      'contact_change',
      'contact_entry',
      'data_breach',
      'data_request',
      'directory_leaver',
      'directory_membership',
      'display_link',
      'document_fields',
      'document_number',
      'draft',
      'draft_step',
      'duty',
      'duty_flow',
      'duty_order',
      'duty_report',
      'feed_token',
      'held_form',
      'holiday_entry',
      'incident',
      'incident_report',
      'incident_rules',
      'installation',
      'invitation',
      'kept_run',
      'key_proof',
      'known_device',
      'ledger_edit',
      'ledger_entry',
      'list_column',
      'log_chain',
      'log_entry',
      'log_picture',
      'membership',
      'mention',
      'migration',
      'notice',
      'notice_choice',
      'notice_delivery',
      'notice_setting',
      'order_file',
      'order_reminder',
      'order_revision',
      'order_setting',
      'passkey',
      'passkey_answer',
      'past_duty',
      'period',
      'period_staff',
      'personal_link',
      'pin',
      'post',
      'push_subscription',
      'recovery_code',
      'replacement',
      'report_receipt',
      'report_upload',
      'revocation_count',
      'roster_receipt',
      'rule_set',
      'safety',
      'seat_call',
      'seat_call_person',
      'session',
      'setup_code',
      'shift_pattern',
      'signed_document',
      'staff_member',
      'submission',
      'swap',
      'system_setting',
      'throttle',
      'totp_use',
      'unit',
      'unit_move',
      'unit_place',
      'unit_post',
      'unit_rule_set',
      'unit_security',
      'unit_shift_pattern',
      'upward_link',
      'version',
      'watch_check',
      'watch_setting',
      'watched_system',
      'web_hook',
      'web_hook_message',
      'word_form',
    ]);
    expect(await db.selectFrom('migration').select('number').execute()).toHaveLength(SCHEMA_NUMBER);
  });

  it('makes every table strict, so that text cannot land in a number', async () => {
    const db = await temporaryDatabase();
    const { rows } = await sql<{ name: string; strict: number }>`PRAGMA table_list`.execute(db);
    const loose = rows.filter(({ name, strict }) => !name.startsWith('sqlite_') && strict === 0);
    expect(loose).toEqual([]);
  });

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['timeout', 5000],
  ])('sets %s to %s', async (name, value) => {
    const db = await temporaryDatabase();
    const pragma = name === 'timeout' ? 'busy_timeout' : name;
    const { rows } = await sql<Record<string, unknown>>`PRAGMA ${sql.raw(pragma)}`.execute(db);
    expect(rows[0]?.[name]).toBe(value);
  });

  it('changes nothing when opened again', async () => {
    const path = temporaryPath();
    await (await openDatabase(path)).destroy();
    const before = await tablesOf(path);
    await (await openDatabase(path)).destroy();
    expect(await tablesOf(path)).toEqual(before);
  });

  it('lets programs that start at the same moment from nothing wait for one another', async () => {
    const path = temporaryPath();
    const open = `import { openDatabase } from ${JSON.stringify(join(ROOT, 'dist/store/database.js'))};
      const db = await openDatabase(${JSON.stringify(path)});
      console.log((await db.selectFrom('migration').selectAll().execute()).length);
      await db.destroy();`;
    const run = promisify(execFile);
    const start = () => run(process.execPath, ['--input-type=module', '-e', open], { cwd: ROOT });
    const ended = await Promise.all(Array.from({ length: 3 }, start));
    expect(ended.map(({ stdout }) => stdout.trim())).toEqual(ended.map(() => String(SCHEMA_NUMBER)));
  });

  it('refuses a database that a newer program wrote, and leaves it as it was', async () => {
    const path = temporaryPath();
    const db = await openDatabase(path);
    await db
      .insertInto('migration')
      .values({ number: SCHEMA_NUMBER + 1, name: 'later' })
      .execute();
    await db.destroy();
    const before = await tablesOf(path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'unavailable',
      key: 'error.database.newer',
      params: { found: SCHEMA_NUMBER + 1, known: SCHEMA_NUMBER },
    });
    expect(await tablesOf(path)).toEqual(before);
  });

  it('refuses a file that is no database', async () => {
    const path = temporaryPath();
    writeFileSync(path, 'TT;Họ và tên;Điện thoại\n'.repeat(100));
    await expect(openDatabase(path)).rejects.toMatchObject({ key: 'error.database.not-a-database' });
  });

  it('refuses a folder in place of a file', async () => {
    const path = temporaryPath();
    mkdirSync(path);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'unavailable',
      key: 'error.database.unreachable',
      params: { path },
    });
  });
});
