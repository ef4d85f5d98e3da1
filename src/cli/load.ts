/** `rota load`: a case folder into the database, whole or not at all. */

import { loadCase } from '../app/periods/load-case.ts';
import { tellParsed } from './case-folder.ts';
import type { Command } from './command.ts';
import { openCase } from './open-case.ts';
import { seatsOf } from './tell-result.ts';
import { withApp } from './with-app.ts';

export const loadCommand: Command = {
  name: 'load',
  positionals: ['CASE'],
  options: [],

  async run(args, io) {
    const opened = openCase(args.positionals[0] ?? '', io);
    if (!opened) return 2;
    const { source, plan } = opened;
    const loaded = await withApp((app) => loadCase(app, { source, actor: 'rota load' }));
    if (!loaded.ok) {
      tellParsed(loaded, io);
      return 2;
    }
    const summary = {
      period: plan.period.name,
      staff: plan.staff.length,
      posts: plan.posts.length,
      shifts: plan.shifts.length,
      seats: seatsOf(plan),
    };
    io.out(
      io.json
        ? `${JSON.stringify({ ...loaded.value, ...summary }, null, 2)}\n`
        : `${io.say('cli.loaded', summary)}\n`,
    );
    return 0;
  },
};
