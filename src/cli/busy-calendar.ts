/** `rota busy-calendar`: lets someone's own calendar propose leave, and takes what it proposes into a period. */

import { acceptLeaveProposals } from '../app/availability/accept-leave-proposals.ts';
import { removeBusyCalendar } from '../app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../app/availability/set-busy-calendar.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota busy-calendar';

export const busyCalendarCommand: Command = {
  name: 'busy-calendar',
  positionals: [],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'staff', kind: 'text', placeholder: 'ID', required: true },
    { name: 'set', kind: 'text', placeholder: 'URL' },
    { name: 'remove', kind: 'flag' },
    { name: 'accept', kind: 'text', placeholder: 'PERIOD' },
  ],

  run(args, io) {
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      const staff = { unitId, staffId: args.text('staff') ?? '', actor: ACTOR };
      const address = args.text('set');
      const periodId = args.text('accept');
      if (address !== undefined) {
        await setBusyCalendar(app, { ...staff, address });
      } else if (args.flag('remove')) {
        await removeBusyCalendar(app, staff);
      } else if (periodId !== undefined) {
        const note = io.say('busy.note');
        const lines = await acceptLeaveProposals(app, { ...staff, key: { unitId, periodId }, note });
        io.out(
          io.json ? `${JSON.stringify({ lines })}\n` : `${io.say('cli.busy-calendar.accepted', { lines })}\n`,
        );
      } else {
        throw new UsageError('cli.error.one-of', { options: '--set, --remove, --accept' });
      }
      return 0;
    });
  },
};
