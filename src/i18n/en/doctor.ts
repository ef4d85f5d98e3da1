/** English sentences: what is wrong with an installation. */

export const doctorEn = {
  'doctor.version.fine': 'Node.js {version}.',
  'doctor.version.old': 'Node.js {version} is too old: {oldest} or newer is wanted.',
  'doctor.zones.fine': 'Node.js knows the time in Việt Nam.',
  'doctor.zones.missing':
    'This Node.js has no time zones: all times would be wrong. Install a full build (full-icu).',
  'doctor.clock.fine': 'The clock is not behind what was written.',
  'doctor.clock.behind': 'The clock is {minutes} min behind what was written last. Synchronise it (NTP).',
  'doctor.disk.fine': '{free} MB free.',
  'doctor.disk.low': 'The disk of the database has only {free} MB left. Make room.',
  'doctor.disk.full':
    'The disk of the database has only {free} MB left: soon nothing can be written. Make room now.',
  'doctor.filesystem.fine': 'The database is on a disk of this machine.',
  'doctor.filesystem.network':
    'The database is on a network disk ({kind}): locks do not hold there and it may be damaged. Move it to a disk of the machine, or use PostgreSQL.',
  'doctor.mode.fine': '{path} is for its owner alone.',
  'doctor.mode.open':
    '{path} has mode {mode}: other accounts of the machine can read it. Run: chmod 600 {path}',
  'doctor.backup.fine': 'There is a backup of the last two days.',
  'doctor.backup.none':
    'There is no backup in {folder}. Run rota serve, which makes one a day, or rota backup.',
  'doctor.backup.old':
    'Age in days of the newest backup in {folder}: {days}. The server’s log says why none was made.',
  'doctor.backup.same-disk':
    'Backups ({folder}) are on the disk of the database: one broken disk takes both. Copy them to another machine, or set ROTA_BACKUPS.',
  'doctor.backup.encrypted': 'Backups are encrypted.',
  'doctor.backup.plain': 'Backups are not encrypted. Set ROTA_BACKUP_RECIPIENT if they leave the machine.',
  'doctor.backup.server':
    'The database is on a server of PostgreSQL: back it up by pg_dump or its continuous archive; this program does not.',
  'doctor.database.fine': 'The database is whole, and of this version.',
  'doctor.database.empty':
    'The database is empty. On a new machine run rota serve; otherwise look at ROTA_DB.',
  'doctor.database.older':
    'The database is at step {found}, the program at {known}: the next start brings it up. Make a backup first.',
  'doctor.database.newer':
    'The database is at step {found}, newer than the program ({known}). Run a newer version.',
  'doctor.database.expanded':
    'A newer version has expanded the database (step {found}); this one (step {known}) goes on working. Upgrade it soon.',
  'doctor.servers.fine':
    'Servers running: {count}, processes that only solve: {workers}, version {versions}.',
  'doctor.servers.none': 'No server runs on the database. Run rota serve, or systemctl start lich-truc.',
  'doctor.servers.mixed':
    'Servers running: {count}, processes that only solve: {workers}, of different versions ({versions}). Upgrade the older ones.',
  'doctor.servers.no-first':
    'Servers running: {count}, but none has taken the background work (notices, reminders). Try again in a few seconds; if it stays so, look at their logs.',
  'doctor.key.fine': 'The key is the one of the database.',
  'doctor.key.missing':
    'There is no key at {path}. Put the old one back before starting: a new one opens nothing that was sealed.',
  'doctor.key.other':
    'The key at {path} is not the one of this database. Put the old one back: second factors and tokens can’t be opened.',
  'doctor.database.missing':
    'There is no database at {path}. Look at ROTA_DB and the folder you are in; on a new machine run rota serve.',
  'doctor.address.fine': '{publicUrl} answers.',
  'doctor.address.silent':
    '{publicUrl} does not answer from this machine. Look at the server, proxy, firewall and name.',
  'doctor.address.none':
    'ROTA_URL is not set: links in mails, calendars and QR codes open on this machine only.',
  'doctor.tls.fine': 'Days until the certificate ends: {days}.',
  'doctor.tls.ends': 'Days until the certificate ends: only {days}. Look at its renewal.',
  'doctor.tls.over': 'The certificate has ended: phones will not open the site.',
  'doctor.tls.untrusted': 'The certificate is not trusted, or no encrypted connection can be made.',
  'doctor.tls.plain':
    'ROTA_URL is http: passwords and phones travel in plain. Put a proxy with https in front.',
  'doctor.mail.fine': 'The mail server {server} takes us in.',
  'doctor.mail.silent':
    'The mail server {server} cannot be used: no connection, no encryption, or a wrong account. Look at ROTA_SMTP.',
  'doctor.mail.none': 'No mail server is set (ROTA_SMTP): notices show in the program alone.',
  'doctor.seal.fine':
    'The seal of {name} opens and is for {units}; its certificate ends {until} (days left: {days}).',
  'doctor.seal.ends':
    'The certificate of the seal of {name} ends {until} (days left: {days}). Ask for a new one and replace the file of ROTA_SEAL_FILE.',
  'doctor.seal.over':
    'The certificate of the seal of {name} ended {until}: nothing can be sealed. Replace the file of ROTA_SEAL_FILE.',
  'doctor.seal.early':
    'The certificate of the seal of {name} is not valid before {from}. Check the clock of this machine, or wait.',
  'doctor.directory.fine': 'The directory {url} answers, is trusted and takes the account that searches.',
  'doctor.directory.no-roles': 'ROTA_LDAP_MAP ties no group to a role: nobody signs in by the directory yet.',
  'doctor.directory.connect':
    'The directory {url} does not answer. Look at ROTA_LDAP, the firewall, and whether its server runs.',
  'doctor.directory.tls':
    'The certificate of {url} is not trusted or not of this name. Set ROTA_LDAP_CA to the file of whoever issued it.',
  'doctor.directory.account':
    '{url} refuses the account that searches. Look at ROTA_LDAP_USER (the whole name, as cn=…,dc=…) and ROTA_LDAP_SECRET.',
  'doctor.directory.base':
    '{url} does not have what is searched. Look at ROTA_LDAP_BASE and what the account that searches may read.',
  'doctor.directory.other':
    '{url} answers but refuses the question. Look at ROTA_LDAP_TLS, the filters, and the log of the directory’s server.',
  'doctor.sum': 'Wrong: {fault}. To look at: {heed}. Fine: {fine}.',
} as const;
