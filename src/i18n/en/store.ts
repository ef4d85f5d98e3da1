/** English sentences: what the store and the use cases refuse. */

import type { storeVi } from '../vi/store.ts';

export const storeEn: Record<keyof typeof storeVi, string> = {
  'error.database.newer':
    'The database was written by a newer version of the program (schema {found}, this one reads up to {known}). You could upgrade the program, or open an older backup.',
  'error.database.not-a-database':
    'The file {path} is not a database of this program. ROTA_DB may point to the wrong file.',
  'error.database.damaged': 'The database {path} is damaged. You could restore the latest backup.',
  'error.database.locked':
    'Another program is holding the database {path}. You could wait until it has finished and try again.',
  'error.database.unreachable':
    'The database {path} cannot be opened ({cause}). The folder may not be writable, or the disk may be full.',
  'error.database.full':
    'The disk that holds {path} is full: the last change was not saved, everything before it is intact. You could free some space and try again.',
  'error.database.read-only':
    'The database {path} can only be read. You could let the account that runs the server write to the file and its folder.',
  'error.database.served':
    'Another server is running on the database {path}. You could stop it, or set ROTA_DB to another file.',
  'error.database.in-use':
    'A server has the database {path} open. You could stop the server before restoring.',
  'error.server.unreachable':
    'The database {place} cannot be reached ({cause}). The PostgreSQL server may be stopped or starting; check address and network, and try again.',
  'error.server.refused':
    'The PostgreSQL server refuses {place} ({cause}). The password may be wrong, there may be no database of this name, or the account may not make tables.',
  'error.server.full':
    'The disk of the PostgreSQL server {place} is full: the last change was not saved, everything before it is intact. You could free some space and try again.',
  'error.server.read-only':
    'The database {place} can only be read. It may be a standby; you could set ROTA_DB to the primary server.',
  'error.server.served':
    'A server of an older version, which can only run alone, is running on the database {place}. You could stop it first and start again.',
  'error.server.older':
    'This upgrade changes what older servers still use, and older servers are running (count: {count}, version {versions}). You could stop or upgrade them first. Nothing was changed.',
  'error.server.backup':
    'The data is on a PostgreSQL server, and is backed up there: pg_dump -Fc every day, or archives of the WAL to go back to any moment. docs/POSTGRESQL.md says how. The key is kept apart.',
  'error.server.restore':
    'The data is on a PostgreSQL server, and is restored there by pg_restore, then rota restore --revoked. docs/POSTGRESQL.md says how.',
  'cli.restore.option.revoked':
    'On PostgreSQL, after pg_restore and before the server starts: ends again what was revoked since the backup.',
  'cli.restore.which':
    'The name of a backup is wanted. --revoked is for data on a PostgreSQL server, without a file.',
  'cli.database.summary':
    'Takes everything out into a file, or from that file into an empty database: between SQLite and PostgreSQL, both ways.',
  'cli.database.exported':
    'Everything is in {path} (SHA-256 {sha256}). The file holds all there is, keep it safe; copy the key {key} apart and name it in ROTA_KEY_FILE on the new machine.',
  'cli.database.imported':
    'Taken into {place}, each table held against the file. Tables: {tables}, rows: {rows} (SHA-256 {sha256}).',
  'error.dump.not-empty':
    'The database holds data already (table {table}), so nothing was taken in. You could set ROTA_DB to an empty database.',
  'error.dump.schema':
    'The file is of schema {found}, this program writes schema {known}. You could use the same version of the program in both places.',
  'error.dump.malformed':
    'Line {line} is nothing that rota database export writes; nothing was taken in. You could choose the file again.',
  'error.dump.altered':
    'By line {line} the data does not match its checksum: the file was damaged or changed; nothing was taken in. You could export it again.',
  'error.dump.cut':
    'The file is cut off or damaged after line {line}; nothing was taken in. You could copy it again.',
  'error.dump.unwritten': 'The file {path} cannot be written ({cause}). You could choose another place.',
  'error.key.other':
    'This is not the key that the database was made with. You could copy the key of the old server into ROTA_KEY or ROTA_KEY_FILE; nothing has been changed.',
  'error.backup.missing': 'There is no backup {path}.',
  'error.backup.exists': 'There is a file {path} already. You could choose another name.',
  'error.backup.no-checksum':
    'There is no .sha256 file beside {path}, so nobody knows whether the backup is intact. You could copy both files again.',
  'error.backup.checksum':
    'The backup {path} does not match its checksum: it was damaged or changed. You could use another backup.',
  'error.backup.recipient':
    'ROTA_BACKUP_RECIPIENT: “{recipient}” is no age recipient (age1…), perhaps cut when copied. You could make a new key: rota backup key --out FILE.',
  'error.backup.identity-wanted':
    'The backup {path} is encrypted. You could name the file of the identity: rota restore … --identity FILE.',
  'error.backup.identity-missing':
    'The identity file {path} cannot be read. You could check its name and who may read it.',
  'error.backup.identity':
    'The identity file has no line AGE-SECRET-KEY-1… that can be read. You could use the file that rota backup key (or age-keygen) wrote.',
  'error.backup.wrong-identity':
    'This identity does not open the backup {path}: it was encrypted for another key. You could use the key file of that time.',
  'error.backup.altered':
    'The backup {path} was cut short or changed: its encryption does not fit any more. You could use another backup.',
  'error.backup.key-unwritten':
    'The key file {path} cannot be written ({cause}). You could choose another place.',
  'error.unit.missing': 'There is no unit “{unit}”.',
  'error.end-day': '“{value}” is no day. Write it as 10/02/2027, or leave it empty for no end.',
  'error.end-day.past': '{value} is over. Choose today or a later day.',
  'error.staff.missing': 'Nobody in the unit has the id “{staff}”.',
  'error.staff.still-planned':
    'This person still belongs to the period “{period}”, which is not over. You could take the person out of it first.',
  'error.period.missing': 'There is no period “{period}”. The home page lists the periods there are.',
  'error.period.ambiguous': 'Several units have a period “{period}” ({units}). You could name the unit.',
  'error.plan.broken':
    'What is stored for the period “{period}” no longer fits together ({count} {count|fault|faults}, the first: {fault} {value}). You could load the period again.',
  'error.draft.missing': 'The period “{period}” has no draft yet. You could solve it before publishing.',
  'error.draft.conflict':
    'Someone else has just saved this roster (draft {current}; you were editing draft {seen}). You could reload to see the change and go on from there.',
  'error.version.missing': 'The period “{period}” has no version {number}.',
  'error.period.published':
    'The period “{period}” has a published version, so it cannot be deleted. You can withdraw what is published.',
  'error.replacement.missing': 'There is no such replacement.',
  'error.replacement.decided': 'This replacement was decided on already.',
  'error.replacement.no-reason':
    'Say why you do not agree, so that whoever makes the roster knows whom to look for.',
  'error.version.nothing-published': 'Nothing of the period “{period}” is published at the moment.',
  'error.feed.too-many':
    'This private link has {most} calendar links in use already. You could have some revoked on the unit’s page of calendar links.',
  'error.feed.missing': 'There is no feed link “{feed}”, or it has been revoked.',
  'error.api-token.missing': 'There is no API token “{token}”, or it has been revoked.',
};
