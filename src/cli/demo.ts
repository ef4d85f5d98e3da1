/** `rota demo`: the whole way once, on the sample of a provincial centre: solve, publish, write, serve. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app/app.ts';
import { exportFeed } from '../app/feeds/export-feed.ts';
import { issueFeedToken } from '../app/feeds/issue-feed-token.ts';
import type { Instant } from '../calendar/interval.ts';
import { parseInstant, VIETNAM } from '../calendar/zone.ts';
import type { Config } from '../config.ts';
import { DEFAULT_FEED_OPTIONS, type FeedScope } from '../domain/feed.ts';
import { staffName } from '../domain/staff-names.ts';
import type { RosterVersion } from '../domain/version.ts';
import { rosterSheet } from '../output/roster/sheet.ts';
import { formatRosterCsv } from '../output/roster-csv.ts';
import { formatRosterJson } from '../output/roster-json.ts';
import { openConfigured } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { demoConfig, serveUntilStopped } from './demo-server.ts';
import { demoTree, TREE_SAMPLE } from './demo-tree.ts';
import { feedAddress } from './feed.ts';
import { openCase } from './open-case.ts';
import { sheetFile } from './print.ts';
import { publishCase } from './publish.ts';
import { SOLVE_OPTIONS, type SolvedPlan, solvePlan, solvingOf } from './solve-plan.ts';
import { certificateLines, exitCodeOf, resultLines, seatsOf, summaryLines } from './tell-result.ts';
import { writeFile } from './write-file.ts';

const SAMPLE = 'tet-2027-province';
const ACTOR = 'rota demo';
const SECONDS = 25;

export const demoCommand: Command = {
  name: 'demo',
  positionals: [],
  options: [
    { name: 'once', kind: 'flag' },
    { name: 'port', kind: 'number', placeholder: 'N' },
    { name: 'sample', kind: 'text', placeholder: 'NAME' },
    { name: 'at', kind: 'text', placeholder: 'MOMENT' },
    ...SOLVE_OPTIONS,
  ],

  async run(args, io) {
    const sample = args.text('sample') ?? SAMPLE;
    if (sample === TREE_SAMPLE) {
      const at = momentOf(args.text('at'));
      const demo = { config: demoConfig(args), once: args.flag('once'), ...(at === undefined ? {} : { at }) };
      return demoTree(demo, io);
    }
    if (!/^[\w-]+$/.test(sample)) throw new UsageError('cli.error.no-sample', { sample });
    const opened = openCase(join(ROOT, 'data', 'samples', sample), io);
    if (!opened) return 2;
    const { plan } = opened;
    io.err(`\n${io.say('cli.demo.title', { unit: plan.unit.name, period: plan.period.name })}\n`);
    io.err(`${io.say('cli.solving', { seats: seatsOf(plan), staff: plan.staff.length })}\n`);
    const solved = await solvePlan(plan, solvingOf(args, SECONDS), io);
    tellSolved(solved, io);
    const config = demoConfig(args);
    rmSync(config.folder, { recursive: true, force: true });
    const app = await openConfigured(config);
    try {
      const { roster, certificate } = solved;
      const note = io.say('cli.demo.note');
      const version = await publishCase(app, { opened, roster, certificate, note, reason: '' }, io);
      if (!version) return 1;
      io.out(`${io.say('cli.published', { version: version.number, period: plan.period.name })}\n`);
      await writeFiles(app, version, config.folder, io);
      await tellAddresses(app, version, config, io);
      if (!args.flag('once')) await serveUntilStopped(app, config, io);
    } finally {
      await app.close();
    }
    return exitCodeOf(solved.report);
  },
};

function momentOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const moment = parseInstant(text, VIETNAM);
  if (moment === undefined) throw new UsageError('cli.error.no-moment', { text });
  return moment;
}

function tellSolved(solved: SolvedPlan, io: Io): void {
  const { plan, report, outcome } = solved;
  const lines = [
    ...resultLines(plan, report, io),
    ...certificateLines(solved, io),
    io.say('cli.result.elapsed', { seconds: Math.round(outcome.elapsedMs / 100) / 10 }),
    ...summaryLines(plan, report, io),
  ];
  io.out(`${lines.join('\n')}\n`);
}

async function writeFiles(app: App, version: RosterVersion, folder: string, io: Io): Promise<void> {
  const { plan, roster } = version;
  const { language } = io;
  const scope: FeedScope = { kind: 'unit' };
  const feed = await exportFeed(app, {
    unitId: plan.unit.id,
    scope,
    options: { ...DEFAULT_FEED_OPTIONS, language },
  });
  const source = { plan, roster, language, version };
  writeFile(join(folder, 'roster.html'), sheetFile({ ...source, phones: true }, 'landscape'), io);
  writeFile(join(folder, 'roster.ics'), feed, io);
  writeFile(join(folder, 'roster.json'), formatRosterJson(source), io);
  writeFile(join(folder, 'roster.csv'), formatRosterCsv(rosterSheet({ ...source, phones: false })), io);
}

/** One personal feed, of whoever stands the first shift on the list, and the unit's. */
async function tellAddresses(
  app: App,
  { plan, roster, periodId }: RosterVersion,
  { publicUrl }: Config,
  io: Io,
): Promise<void> {
  const watcher = roster.assignments.find(({ shiftId }) =>
    plan.posts.some(({ id, tier }) => tier === 'watch' && shiftId.startsWith(`${id}/`)),
  );
  const member = plan.staff.find(({ id }) => id === watcher?.staffId);
  const feedOf = async (scope: FeedScope): Promise<string> => {
    const options = { ...DEFAULT_FEED_OPTIONS, language: io.language };
    const { token } = await issueFeedToken(app, { unitId: plan.unit.id, scope, options, actor: ACTOR });
    return feedAddress(publicUrl, token);
  };
  const rows: [string, string][] = [
    [io.say('cli.demo.home'), `${publicUrl}/`],
    [io.say('cli.demo.page'), `${publicUrl}/periods/${periodId}`],
    [io.say('cli.demo.print'), `${publicUrl}/periods/${periodId}/print`],
    ...(member
      ? [
          [
            io.say('cli.demo.personal', { name: staffName(plan.staff, member.id) }),
            await feedOf({ kind: 'personal', staffId: member.id }),
          ] as [string, string],
        ]
      : []),
    [io.say('cli.demo.unit'), await feedOf({ kind: 'unit' })],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  io.out(`\n${rows.map(([name, url]) => `  ${name.padEnd(width)}${url}`).join('\n')}\n`);
}
