/**
 * `npm run bench:notices [-- --people 2000 --pages 200 --seconds 60 --json FILE]`: a roster is published to so many people
 * with mail addresses, then a second one that moves everyone, through an SMTP server that takes 20 ms for every answer,
 * while managers look at pages at a steady rate, each timed from the moment it was due. Program, SMTP server, page views
 * and publishing are processes of their own; their processor time is told beside the clock's.
 */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { LoadResult } from './feeds/load.ts';
import {
  cpuSeconds,
  type LoadGenerator,
  type Server,
  startLoadGenerator,
  startProduct,
  startScript,
  stop,
} from './feeds/processes.ts';
import { withFolder } from './feeds/setting.ts';
import { headOf, openHouse } from './load/house.ts';
import type { PublishedAs } from './notices/publisher.ts';
import type { Sunk } from './notices/smtp-sink.ts';

const ANSWER_MS = 20;
const CONNECTIONS = 64;
const WARM_UP_MS = 3_000;
const COUNTED_EVERY_MS = 250;
const AIM = { toldSeconds: 60, p99Ms: 100 };

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    pages: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
});
const people = Number(values.people);
const perSecond = Number(values.pages);
const ms = Number(values.seconds) * 1000;

async function ask<T>(child: ChildProcess, message: string): Promise<T> {
  child.send(message);
  const [answer] = await once(child, 'message');
  return answer as T;
}

interface Measured {
  readonly published: PublishedAs;
  readonly told: number;
  /** From the publishing on the disk to the last mail taken; until it was given up where not all are told. */
  readonly toldSeconds: number;
  readonly pages: LoadResult;
  /** Of the program over the whole time of page views. */
  readonly serverCpuSeconds: number;
  /** Of the SMTP server, which is not the program's. */
  readonly sinkCpuSeconds: number;
  readonly loadBefore: readonly number[];
}

interface Parties {
  readonly server: Server;
  readonly sink: ChildProcess;
  readonly publisher: ChildProcess;
  readonly generator: LoadGenerator;
  readonly requests: readonly string[];
}

async function measure({ server, sink, publisher, generator, requests }: Parties): Promise<Measured> {
  await ask(sink, 'forget');
  const loadBefore = loadavg();
  const cpuOf = (pid: number | undefined): number => cpuSeconds(pid ?? 0) ?? Number.NaN;
  const before = { server: cpuOf(server.pid), sink: cpuOf(sink.pid) };
  const viewing = generator.run({
    ...{ port: server.port, request: requests, status: 200, connections: CONNECTIONS },
    ...{ ms, perSecond },
  });
  const published = await ask<PublishedAs>(publisher, 'publish');
  let sunk = await ask<Sunk>(sink, 'count');
  while (sunk.receivers < people && Date.now() < published.at + ms) {
    await wait(COUNTED_EVERY_MS);
    sunk = await ask<Sunk>(sink, 'count');
  }
  const end = sunk.receivers < people ? Date.now() : sunk.lastAt;
  const pages = await viewing;
  return {
    published,
    told: sunk.receivers,
    toldSeconds: (end - published.at) / 1000,
    pages,
    serverCpuSeconds: cpuOf(server.pid) - before.server,
    sinkCpuSeconds: cpuOf(sink.pid) - before.sink,
    loadBefore,
  };
}

function print(name: string, result: Measured): void {
  const { published, told, toldSeconds, pages } = result;
  console.log(
    `${name}: published in ${published.seconds.toFixed(1)} s (${published.cpuSeconds.toFixed(1)} s of processor time); ` +
      `${told} of ${people} told ${toldSeconds.toFixed(1)} s after`,
  );
  console.log(
    `  ${pages.perSecond.toFixed(0)} page views/s meanwhile: p50 ${pages.p50.toFixed(1)} ms, p99 ${pages.p99.toFixed(1)} ms, ` +
      `longest ${pages.max.toFixed(0)} ms, ${pages.wrong} wrong, ${pages.late} unanswered`,
  );
  console.log(
    `  processor time over ${ms / 1000} s: program ${result.serverCpuSeconds.toFixed(1)} s, SMTP server ` +
      `${result.sinkCpuSeconds.toFixed(1)} s; ${headOf(result.loadBefore)} before, ${headOf(loadavg())} after`,
  );
}

await withFolder(async (folder) => {
  const database = join(folder, 'rota.db');
  const house = await openHouse(database);
  const here = (name: string): string => join(import.meta.dirname, 'notices', name);
  const sink = startScript(here('smtp-sink.ts'), [String(ANSWER_MS)]);
  const [smtpPort] = await once(sink, 'message');
  const publisher = startScript(here('publisher.ts'), [database, String(people)]);
  await once(publisher, 'message');
  const server = await startProduct(database, {
    ROTA_SMTP: `smtp://127.0.0.1:${smtpPort}`,
    ROTA_SMTP_FROM: 'truc@x.example',
    ROTA_SMTP_TLS: 'none',
  });
  const generator = startLoadGenerator();
  try {
    const { pages: requests } = await house.requests(server.port);
    const parties = { server, sink, publisher, generator, requests };
    const request = { port: server.port, request: requests, status: 200, connections: CONNECTIONS };
    await generator.run({ ...request, ms: WARM_UP_MS, perSecond });
    const first = await measure(parties);
    print('first version', first);
    const second = await measure(parties);
    print('everyone moved', second);
    if (values.json !== undefined) {
      const told = { cores: cpus().length, people, perSecond, answerMs: ANSWER_MS, aim: AIM, first, second };
      writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`);
    }
    const isMet = [first, second].every(
      ({ told, toldSeconds, pages }) =>
        told === people && toldSeconds < AIM.toldSeconds && pages.p99 < AIM.p99Ms,
    );
    console.log(isMet ? 'bench:notices: met' : 'bench:notices: not met');
    process.exitCode = isMet ? 0 : 1;
  } finally {
    for (const child of [sink, publisher]) await stop(child);
    for (const each of [generator, server]) await each.stop();
  }
});
