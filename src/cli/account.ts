/** `rota account`: who has an account here, and the way back in for those who cannot sign in any more. */

import {
  appointFromConsole,
  disableFromConsole,
  enableFromConsole,
  listAllAccounts,
  resetAccount,
} from '../app/access/keep-accounts.ts';
import type { App } from '../app/app.ts';
import { VIETNAM } from '../calendar/zone.ts';
import { readConfig } from '../config.ts';
import { type Account, hasSecondStep } from '../domain/account.ts';
import { formatStamp } from '../i18n/format.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { withApp } from './with-app.ts';

const ACTIONS = ['list', 'reset', 'disable', 'enable', 'operator'] as const;
type Action = (typeof ACTIONS)[number];

export const accountCommand: Command = {
  name: 'account',
  positionals: [ACTIONS.join('|'), '[NAME]'],
  options: [],

  async run({ positionals: [word = '', name] }, io) {
    const action = ACTIONS.find((each) => each === word);
    if (!action) throw new UsageError('cli.error.action', { value: word, actions: ACTIONS.join(', ') });
    if (action !== 'list' && name === undefined) throw new UsageError('cli.account.whose', { action });
    await withApp((app) => act(app, action, name ?? '', io));
    return 0;
  },
};

async function act(app: App, action: Action, name: string, io: Io): Promise<void> {
  switch (action) {
    case 'list':
      return tellAccounts(await listAllAccounts(app), io);
    case 'reset': {
      const { token, invitation } = await resetAccount(app, name);
      const url = `${readConfig(process.env, process.cwd()).publicUrl}/join/${token}`;
      const until = formatStamp(io.language, invitation.expiresAt, VIETNAM);
      return tell(io, { name, url }, io.say('cli.account.reset', { name, url, until }));
    }
    case 'disable':
      await disableFromConsole(app, name);
      break;
    case 'enable':
      await enableFromConsole(app, name);
      break;
    case 'operator':
      await appointFromConsole(app, name);
  }
  tell(io, { name, action }, io.say(`cli.account.${action}`, { name }));
}

function tell(io: Io, json: object, words: string): void {
  io.out(io.json ? `${JSON.stringify(json)}\n` : `${words}\n`);
}

function tellAccounts(accounts: readonly Account[], io: Io): void {
  const width = Math.max(0, ...accounts.map(({ signInName }) => signInName.length)) + 2;
  const lines = accounts.map(({ signInName, name, operator, disabledAt, ...account }) => {
    const marks = [
      ...(operator ? [io.say('cli.account.is-operator')] : []),
      ...(hasSecondStep(account) ? [io.say('cli.account.has-two-step')] : []),
      ...(disabledAt === undefined ? [] : [io.say('cli.account.is-disabled')]),
    ];
    return `${signInName.padEnd(width)}${[name, ...marks].join(' · ')}`;
  });
  const words = lines.length === 0 ? io.say('cli.account.none') : lines.join('\n');
  tell(io, accounts, words);
}
