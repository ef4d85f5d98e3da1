/** `rota import`: people, leave or a roster from any table, through the readers the pages use; all of it, or nothing and what is asked. */

import { basename } from 'node:path';
import type { App } from '../app/app.ts';
import { importLeave, previewLeaveImport } from '../app/availability/import-leave.ts';
import { importRoster, previewRosterImport } from '../app/drafts/import-roster.ts';
import { importPast, previewPastImport } from '../app/ledger/import-past.ts';
import { type AskedTable, readGivenTable } from '../app/staff/given-table.ts';
import { importStaff, previewStaffImport } from '../app/staff/import-staff.ts';
import type { PeriodKey } from '../domain/period.ts';
import { readFile, tellParsed } from './case-folder.ts';
import { type Arguments, type Command, type ExitCode, type Io, UsageError } from './command.ts';
import { scheduleRoster } from './import-schedule.ts';
import { periodNamed } from './period-named.ts';
import { leaveDocument, staffDocument, tellImport } from './tell-import.ts';
import { ledgerDocument, tellLedger } from './tell-ledger.ts';
import { rosterDocument, tellRoster } from './tell-roster.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota import';

export const importCommand: Command = {
  name: 'import',
  positionals: ['staff|leave|roster|ledger|schedule', 'FILE'],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'period', kind: 'text', placeholder: 'ID' },
    { name: 'sheet', kind: 'text', placeholder: 'NAME' },
    { name: 'heading', kind: 'number', placeholder: 'ROW' },
    { name: 'answer', kind: 'texts', placeholder: 'ID=VALUE' },
    { name: 'drop', kind: 'texts', placeholder: 'ROW' },
    { name: 'fixed', kind: 'flag' },
    { name: 'year', kind: 'number', placeholder: 'YEAR' },
    { name: 'dry-run', kind: 'flag' },
  ],

  run(args, io) {
    const [kind, path = ''] = args.positionals;
    if (kind === 'schedule') return fromSchedule(args, path, io);
    if (kind !== 'staff' && kind !== 'leave' && kind !== 'roster' && kind !== 'ledger') {
      throw new UsageError('cli.error.one-of', { options: 'staff, leave, roster, ledger, schedule' });
    }
    return withApp(async (app): Promise<ExitCode> => {
      const bytes = new Uint8Array(readFile(path));
      const read = await readGivenTable(app, { name: basename(path), bytes }, ACTOR);
      if (!read.ok) {
        tellParsed(read, io);
        return 2;
      }
      const { book } = read;
      const given = { book, asked: askedOf(args, book) };
      const unitId = await unitOf(app, args.text('unit'));
      const importing = { given, dry: args.flag('dry-run'), io };
      if (kind === 'staff') return staffFrom(app, { unitId, ...importing });
      if (kind === 'ledger') return ledgerFrom(app, { unitId, year: args.number('year'), ...importing });
      const key = await periodNamed(app, unitId, args);
      return kind === 'leave'
        ? leaveFrom(app, { key, ...importing })
        : rosterFrom(app, { key, fixed: args.flag('fixed'), ...importing });
    });
  },
};

function fromSchedule(args: Arguments, path: string, io: Io): Promise<ExitCode> {
  return withApp(async (app): Promise<ExitCode> => {
    const key = await periodNamed(app, await unitOf(app, args.text('unit')), args);
    const [bytes, dry] = [new Uint8Array(readFile(path)), args.flag('dry-run')];
    const book = await scheduleRoster(app, { key, bytes, dry, actor: ACTOR, io });
    if (!book) return 2;
    return rosterFrom(app, {
      key,
      given: { book, asked: askedOf(args, book) },
      fixed: args.flag('fixed'),
      dry,
      io,
    });
  });
}

/** Throws when the sheet that is named is not there. */
function askedOf(args: Arguments, { sheets }: AskedTable['book']): AskedTable['asked'] {
  const name = args.text('sheet');
  const named = sheets.findIndex((each) => each.name === name?.normalize('NFC'));
  const sheet = named < 0 ? Number(name) - 1 : named;
  if (name !== undefined && !sheets[sheet]) {
    const names = sheets.map((each, i) => each.name || String(i + 1)).join(', ');
    throw new UsageError('cli.import.no-sheet', { name, names });
  }
  const heading = args.number('heading');
  const answers = args.texts('answer').map((each): [string, string] => {
    const at = each.lastIndexOf('=');
    return [each.slice(0, at), each.slice(at + 1)];
  });
  return {
    ...(name === undefined ? {} : { sheet }),
    ...(heading === undefined ? {} : { heading }),
    answers: new Map(answers),
    flips: new Set(args.texts('drop')),
  };
}

interface Importing {
  readonly given: AskedTable;
  readonly dry: boolean;
  readonly io: Io;
}

async function staffFrom(
  app: App,
  { unitId, given, dry, io }: Importing & { readonly unitId: string },
): Promise<ExitCode> {
  const preview = await previewStaffImport(app, { unitId, ...given });
  const document = staffDocument(preview, io);
  if (dry || document.open > 0) {
    tellImport(document, io);
    return document.open > 0 ? 2 : 0;
  }
  const { stamp } = preview;
  const taken = await importStaff(app, {
    unitId,
    ...given,
    stamp,
    removeMissing: false,
    join: [],
    actor: ACTOR,
  });
  tellImport(
    { ...document, taken: taken.taken ? { added: taken.added, changed: taken.changed } : false },
    io,
  );
  return taken.taken ? 0 : 2;
}

async function leaveFrom(
  app: App,
  { key, given, dry, io }: Importing & { readonly key: PeriodKey },
): Promise<ExitCode> {
  const preview = await previewLeaveImport(app, { key, ...given });
  const document = leaveDocument(preview, io);
  if (dry || document.open > 0) {
    tellImport(document, io);
    return document.open > 0 ? 2 : 0;
  }
  const { stamp } = preview;
  const taken = await importLeave(app, { key, ...given, stamp, removeMissing: false, by: { actor: ACTOR } });
  tellImport({ ...document, taken: taken.taken ? { added: taken.added, changed: 0 } : false }, io);
  return taken.taken ? 0 : 2;
}

async function rosterFrom(
  app: App,
  { key, given, fixed, dry, io }: Importing & { readonly key: PeriodKey; readonly fixed: boolean },
): Promise<ExitCode> {
  const preview = await previewRosterImport(app, { key, ...given });
  const document = rosterDocument(preview, io);
  if (dry || document.open > 0) {
    tellRoster(document, io);
    return document.open > 0 ? 2 : 0;
  }
  const taken = await importRoster(app, { key, ...given, stamp: preview.stamp, fixed, actor: ACTOR });
  tellRoster({ ...document, taken: taken.taken ? { added: taken.seats, changed: 0 } : false }, io);
  return taken.taken ? 0 : 2;
}

async function ledgerFrom(
  app: App,
  {
    unitId,
    year,
    given,
    dry,
    io,
  }: Importing & { readonly unitId: string; readonly year: number | undefined },
): Promise<ExitCode> {
  const importing = { unitId, ...given, ...(year === undefined ? {} : { year }) };
  const document = ledgerDocument(await previewPastImport(app, importing), io);
  if (dry || document.open > 0) {
    tellLedger(document, io);
    return document.open > 0 ? 2 : 0;
  }
  const taken = await importPast(app, { ...importing, actor: ACTOR });
  tellLedger({ ...document, taken: taken.taken ? { added: taken.entries, changed: 0 } : false }, io);
  return taken.taken ? 0 : 2;
}
