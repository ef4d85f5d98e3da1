/** `rota export`: people, leave or the ledger as a file that `rota import` takes in again unchanged. */

import type { App } from '../app/app.ts';
import { exportLeave } from '../app/availability/export-leave.ts';
import { exportLedger } from '../app/ledger/export-ledger.ts';
import { exportStaff } from '../app/staff/export-staff.ts';
import { type Arguments, type Command, type ExitCode, type Io, UsageError } from './command.ts';
import { periodNamed } from './period-named.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';
import { writeFile } from './write-file.ts';

const KINDS = ['staff', 'leave', 'ledger'] as const;
const FORMATS = ['csv', 'xlsx'] as const;

export const exportCommand: Command = {
  name: 'export',
  positionals: ['staff|leave|ledger', 'FILE'],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'period', kind: 'text', placeholder: 'ID' },
  ],

  run(args, io) {
    const [asked, path = ''] = args.positionals;
    const kind = KINDS.find((each) => each === asked);
    if (!kind) throw new UsageError('cli.error.one-of', { options: KINDS.join(', ') });
    const format = FORMATS.find((each) => path.toLowerCase().endsWith(`.${each}`));
    if (!format)
      throw new UsageError('cli.error.one-of', { options: FORMATS.map((each) => `.${each}`).join(', ') });
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      writeFile(path, await contentOf(app, { kind, format, unitId }, { args, io }), io);
      return 0;
    });
  },
};

async function contentOf(
  app: App,
  {
    kind,
    format,
    unitId,
  }: {
    readonly kind: (typeof KINDS)[number];
    readonly format: (typeof FORMATS)[number];
    readonly unitId: string;
  },
  { args, io: { say } }: { readonly args: Arguments; readonly io: Io },
): Promise<string | Uint8Array> {
  if (kind === 'ledger') return exportLedger(app, { unitId, format, title: say('ledger.title') });
  if (kind === 'staff') {
    const headingOf = (field: string): string => say(`staff.field.${field}`);
    return exportStaff(app, { unitId, format, headingOf, title: say('staff.title'), sample: false });
  }
  return exportLeave(app, {
    key: await periodNamed(app, unitId, args),
    format,
    headingOf: (field) => say(`leave.field.${field}`),
    kindOf: (each) => say(each.startsWith('wish-') ? `availability.kind.${each}` : `leave.kind.${each}`),
    title: say('availability.title'),
  });
}
