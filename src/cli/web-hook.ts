/** `rota web-hook`: tells an address of every version published, and shows what became of the messages. */

import { addWebHook } from '../app/machines/add-web-hook.ts';
import { endWebHook } from '../app/machines/end-web-hook.ts';
import { listWebHooks } from '../app/machines/list-web-hooks.ts';
import type { Command, ExitCode } from './command.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota web-hook';

export const webHookCommand: Command = {
  name: 'web-hook',
  positionals: [],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'add', kind: 'text', placeholder: 'URL' },
    { name: 'end', kind: 'text', placeholder: 'ID' },
  ],

  run(args, io) {
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      const address = args.text('add');
      const ended = args.text('end');
      if (ended !== undefined) await endWebHook(app, { unitId, hookId: ended, actor: ACTOR });
      if (address !== undefined) {
        const { hook, secret } = await addWebHook(app, { unitId, address, actor: ACTOR });
        const told = { id: hook.id, secret };
        io.out(io.json ? `${JSON.stringify(told, null, 2)}\n` : `${io.say('cli.web-hook.made', told)}\n`);
        return 0;
      }
      const live = (await listWebHooks(app, unitId)).filter(({ endedAt }) => endedAt === undefined);
      const lines = live.map((each) => `${each.id}  ${each.address}  ${each.messages[0]?.outcome ?? '–'}\n`);
      io.out(io.json ? `${JSON.stringify(live, null, 2)}\n` : lines.join(''));
      return 0;
    });
  },
};
