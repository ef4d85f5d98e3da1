/** `rota check`: the referee's judgement of a roster, by every rule. */

import { check } from '../constraints/check.ts';
import type { Command } from './command.ts';
import { BESIDE_OPTION, openCase, openRoster } from './open-case.ts';
import { costLines, exitCodeOf, resultLines, violationLines } from './tell-result.ts';

export const checkCommand: Command = {
  name: 'check',
  positionals: ['CASE'],
  options: [{ name: 'roster', kind: 'text', placeholder: 'FILE', required: true }, BESIDE_OPTION],

  async run(args, io) {
    const opened = openCase(args.positionals[0] ?? '', io, args.texts('beside'));
    const roster = opened && openRoster(args.text('roster') ?? '', opened.plan, io);
    if (!opened || !roster) return 2;
    const report = check(opened.plan, roster);
    if (io.json) {
      io.out(`${JSON.stringify(report, null, 2)}\n`);
      return exitCodeOf(report);
    }
    const lines = violationLines(opened.plan, report, io);
    const { hard, cover } = report.score;
    io.out(
      `${[
        ...resultLines(opened.plan, report, io),
        ...(lines.length > 0 ? lines : [io.say('cli.check.clean')]),
        io.say('cli.check.score', { hard, cover }),
        ...costLines(report, io),
      ].join('\n')}\n`,
    );
    return exitCodeOf(report);
  },
};
