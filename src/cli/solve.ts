/** `rota solve`: a roster from a case folder, without a server. */

import { join } from 'node:path';
import { rosterSheet } from '../output/roster/sheet.ts';
import { formatRosterCsv } from '../output/roster-csv.ts';
import { formatRosterJson } from '../output/roster-json.ts';
import type { Command } from './command.ts';
import { BESIDE_OPTION, openCase } from './open-case.ts';
import { SOLVE_OPTIONS, solvePlan, solvingOf } from './solve-plan.ts';
import { certificateLines, exitCodeOf, resultLines, seatsOf, summaryLines } from './tell-result.ts';
import { shortageLines } from './tell-shortage.ts';
import { writeFile } from './write-file.ts';

export const solveCommand: Command = {
  name: 'solve',
  positionals: ['CASE'],
  options: [
    { name: 'out', kind: 'text', placeholder: 'DIR', required: true },
    BESIDE_OPTION,
    ...SOLVE_OPTIONS,
  ],

  async run(args, io) {
    const opened = openCase(args.positionals[0] ?? '', io, args.texts('beside'));
    if (!opened) return 2;
    const { plan } = opened;
    if (!io.json) io.err(`${io.say('cli.solving', { seats: seatsOf(plan), staff: plan.staff.length })}\n`);
    const solved = await solvePlan(plan, solvingOf(args), io);
    const { roster, report, certificate, outcome } = solved;
    const folder = args.text('out') ?? '.';
    const sheet = rosterSheet({ plan, roster, language: io.language, phones: false });
    writeFile(join(folder, 'roster.json'), formatRosterJson({ plan, roster }), io);
    writeFile(join(folder, 'roster.csv'), formatRosterCsv(sheet), io);
    if (io.json) {
      const { elapsedMs, moves, ended } = outcome;
      io.out(
        `${JSON.stringify({ ...certificate, seats: seatsOf(plan), elapsedMs, moves, ended }, null, 2)}\n`,
      );
    } else {
      const lines = [
        ...resultLines(plan, report, io),
        ...certificateLines(solved, io),
        ...summaryLines(plan, report, io),
      ];
      io.out(`${[...lines, ...shortageLines(plan, solved, io)].join('\n')}\n`);
    }
    return exitCodeOf(report);
  },
};
