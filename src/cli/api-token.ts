/** `rota api-token`: makes, lists and revokes tokens of the JSON API. */

import { issueApiToken } from '../app/machines/issue-api-token.ts';
import { listApiTokens } from '../app/machines/list-api-tokens.ts';
import { revokeApiToken } from '../app/machines/revoke-api-token.ts';
import type { Command, ExitCode } from './command.ts';
import { endOf, UNTIL } from './until.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota api-token';

export const apiTokenCommand: Command = {
  name: 'api-token',
  positionals: [],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'name', kind: 'text', placeholder: 'TEXT' },
    { name: 'revoke', kind: 'text', placeholder: 'ID' },
    UNTIL,
  ],

  run(args, io) {
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      const name = args.text('name');
      const revoked = args.text('revoke');
      if (revoked !== undefined) await revokeApiToken(app, { unitId, tokenId: revoked, actor: ACTOR });
      if (name !== undefined) {
        const end = await endOf(app, unitId, args);
        const { token, access } = await issueApiToken(app, { unitId, name, actor: ACTOR, ...end });
        const told = { id: access.id, token };
        io.out(io.json ? `${JSON.stringify(told, null, 2)}\n` : `${io.say('cli.api-token.made', told)}\n`);
        return 0;
      }
      const live = (await listApiTokens(app, unitId)).filter(({ revokedAt }) => revokedAt === undefined);
      const lines = live.map((each) => `${each.id}  ${each.name}\n`);
      io.out(io.json ? `${JSON.stringify(live, null, 2)}\n` : lines.join(''));
      return 0;
    });
  },
};
