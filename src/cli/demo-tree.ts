/** `rota demo --sample province-tree`: a superior with 140 units below it, its order and their answers, as on a morning before Tết. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app/app.ts';
import { loadTree } from '../app/overview/load-tree.ts';
import type { Instant } from '../calendar/interval.ts';
import { formatClockDay } from '../i18n/format.ts';
import { openConfigured } from '../wiring/open-app.ts';
import { ROOT } from '../wiring/root.ts';
import type { ExitCode, Io } from './command.ts';
import { type DemoConfig, serveUntilStopped } from './demo-server.ts';
import { parseTreeSample } from './tree-sample-file.ts';

export const TREE_SAMPLE = 'province-tree';

/** @param at the moment to show, as `2027-02-07T14:32`; the sample's own when absent. */
export async function demoTree(
  { config, at, once }: { readonly config: DemoConfig; readonly at?: Instant; readonly once: boolean },
  io: Io,
): Promise<ExitCode> {
  const file = join(ROOT, 'data', 'samples', TREE_SAMPLE, 'tree.json');
  const sample = parseTreeSample(readFileSync(file, 'utf8'));
  rmSync(config.folder, { recursive: true, force: true });
  const opened = await openConfigured(config);
  try {
    const app = likeAt(opened, at ?? sample.now);
    const { superior, units } = sample;
    io.err(`\n${io.say('cli.demo.tree', { unit: superior.name, count: units.length })}\n`);
    const order = await loadTree(app, sample);
    const clock = formatClockDay(io.language, app.clock(), { zone: superior.zone, year: true });
    io.out(`${io.say('cli.demo.tree-clock', { clock })}\n`);
    const unit = encodeURIComponent(superior.id);
    const pages: [string, string][] = [
      [io.say('cli.demo.tree-overview'), `/units/${unit}/orders/${encodeURIComponent(order.id)}/overview`],
      [io.say('cli.demo.tree-on-duty'), `/units/${unit}/on-duty`],
      [io.say('cli.demo.tree-reports'), `/units/${unit}/orders/${encodeURIComponent(order.id)}/reports`],
    ];
    const width = Math.max(...pages.map(([name]) => name.length)) + 2;
    io.out(
      `\n${pages.map(([name, path]) => `  ${name.padEnd(width)}${config.publicUrl}${path}`).join('\n')}\n`,
    );
    if (!once) await serveUntilStopped(app, config, io);
    return 0;
  } finally {
    await opened.close();
  }
}

/** The clock goes on from the moment, since deadlines of a sample stand still. */
function likeAt(app: App, moment: Instant): App {
  const ahead = moment - app.clock();
  return { ...app, clock: () => (app.clock() + ahead) as Instant };
}
