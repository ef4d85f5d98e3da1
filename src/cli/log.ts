/** `rota log verify`: whether anyone has laid hands on a unit's log. */

import { type LogVerdict, unitsWithLog, verifyLog } from '../app/log/verify-log.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { withApp } from './with-app.ts';

export const logCommand: Command = {
  name: 'log',
  positionals: ['verify'],
  options: [{ name: 'unit', kind: 'text', placeholder: 'ID' }],

  async run({ positionals: [action = ''], text }, io) {
    if (action !== 'verify') throw new UsageError('cli.error.action', { value: action, actions: 'verify' });
    const verdicts = await withApp(async (app) => {
      const asked = text('unit');
      const units = asked === undefined ? await unitsWithLog(app) : [asked];
      const found: LogVerdict[] = [];
      for (const unitId of units) found.push(await verifyLog(app, unitId));
      return found;
    });
    const lines =
      verdicts.length === 0 ? [io.say('cli.log.none')] : verdicts.flatMap((each) => words(each, io));
    io.out(io.json ? `${JSON.stringify(verdicts)}\n` : `${lines.join('\n')}\n`);
    return verdicts.every(({ faults }) => faults.length === 0) ? 0 : 1;
  },
};

function words({ unitId, entries, purged, from, until, faults }: LogVerdict, io: Io): string[] {
  const range = from === undefined || until === undefined ? {} : { from, until };
  const whole = io.say(from === undefined ? 'cli.log.empty' : 'cli.log.intact', { entries, ...range });
  const lines = [
    ...(faults.length > 0
      ? faults.map(({ kind, number }) => io.say(`cli.log.${kind}`, { number }))
      : [whole]),
    ...(purged > 0 ? [io.say('cli.log.purged', { count: purged })] : []),
  ];
  return lines.map((line) => `${unitId}: ${line}`);
}
