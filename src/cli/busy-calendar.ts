/** `rota busy-calendar`: lets someone's own calendar ask for leave, and agrees to what waits in the days of a period. */

import { answerLeave } from '../app/availability/answer-leave.ts';
import { listAvailability } from '../app/availability/list-availability.ts';
import { removeBusyCalendar } from '../app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../app/availability/set-busy-calendar.ts';
import { AppError } from '../kernel/app-error.ts';
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
        const by = { actor: ACTOR };
        const key = { unitId, periodId };
        const known = await listAvailability(app, { key, staffId: staff.staffId });
        if (known.staff.length === 0) throw new AppError('not-found', 'error.availability.no-part');
        const ids = known.lines.filter(({ state }) => state === 'waiting').map(({ id }) => id);
        const lines = ids.length === 0 ? 0 : await answerLeave(app, { unitId, ids, granted: true, by });
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
