/**
 * `npm run bench:feeds`: feed polls per second of the built server against a bare Node server that sends the same
 * octets, and against Radicale with the same calendar; all on this machine, in one run, in turns, over loopback.
 */

import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import type { Recorded } from './feeds/bare-server.ts';
import type { LoadResult } from './feeds/load.ts';
import {
  cpuSeconds,
  type LoadGenerator,
  residentMb,
  type Server,
  startBareServer,
  startLoadGenerator,
  startProduct,
} from './feeds/processes.ts';
import { RADICALE_PATH, RADICALE_USER, startRadicale } from './feeds/radicale.ts';
import { issueLink, publishBenchCase, ROOT, withFolder } from './feeds/setting.ts';
import { soak } from './feeds/soak-run.ts';

const CONNECTIONS = 100;
/** Short turns, so that whatever else the machine does falls on both alike. */
const ROUNDS = 9;
/** Radicale answers a few a second: more callers only wait. */
const RADICALE_CONNECTIONS = 8;

interface Target {
  readonly server: Server;
  readonly request: string;
  readonly status: number;
}

interface Measured extends LoadResult {
  /** Microseconds of the server's processor time for one answer. */
  readonly cpuMicros?: number;
}

type Answer = { readonly status: number; readonly raw: readonly string[]; readonly body: Buffer };

function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, host: '127.0.0.1', agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, raw: response.rawHeaders, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });
}

function requestText(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\n${lines.join('')}\r\n`;
}

/** Node writes these itself. */
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

function recorded({ raw, body }: Answer): Recorded {
  const pairs = raw.flatMap((name, i) =>
    i % 2 === 0 && !OWN_HEADERS.has(name.toLowerCase()) ? [name, raw[i + 1] ?? ''] : [],
  );
  return { headers: pairs, body: body.toString('base64') };
}

function headerOf({ raw }: Answer, name: string): string {
  return raw[raw.findIndex((each, i) => i % 2 === 0 && each.toLowerCase() === name) + 1] ?? '';
}

async function measure(
  load: LoadGenerator,
  { server, request: text, status }: Target,
  { ms, connections = CONNECTIONS }: { readonly ms: number; readonly connections?: number },
): Promise<Measured> {
  const before = cpuSeconds(server.pid);
  const result = await load.run({ port: server.port, request: text, status, connections, ms });
  const after = cpuSeconds(server.pid);
  if (result.wrong > 0) throw new Error(`${result.wrong} wrong answers of ${result.answers}`);
  if (before === undefined || after === undefined) return result;
  return { ...result, cpuMicros: ((after - before) * 1e6) / result.answers };
}

interface Comparison {
  readonly ours: Measured;
  readonly bare: Measured;
  /** Requests per second, ours over bare: the median of rounds taken in turns. */
  readonly ratio: number;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function compare(
  load: LoadGenerator,
  targets: { readonly ours: Target; readonly bare: Target },
  { rounds, ms }: { readonly rounds: number; readonly ms: number },
): Promise<Comparison> {
  await measure(load, targets.ours, { ms });
  await measure(load, targets.bare, { ms });
  const pairs: { ours: Measured; bare: Measured }[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({
      bare: await measure(load, targets.bare, { ms }),
      ours: await measure(load, targets.ours, { ms }),
    });
  }
  const ratios = pairs.map(({ ours, bare }) => ours.perSecond / bare.perSecond);
  const ratio = median(ratios);
  const [middle] = pairs.filter((_, i) => ratios[i] === ratio);
  if (!middle) throw new Error('no round was measured');
  return { ...middle, ratio };
}

function line(name: string, { perSecond, p50, p99, cpuMicros }: Measured): string {
  const figures = [
    `${perSecond.toFixed(0).padStart(8)}/s`,
    `p50 ${p50.toFixed(2).padStart(8)} ms`,
    `p99 ${p99.toFixed(2).padStart(8)} ms`,
    ...(cpuMicros === undefined ? [] : [`${cpuMicros.toFixed(0).padStart(7)} µs processor`]),
  ];
  return `  ${name.padEnd(14)}${figures.join('  ')}`;
}

function tell(title: string, { ours, bare, ratio }: Comparison): void {
  console.log(
    `${title}\n${line('this server', ours)}\n${line('bare node', bare)}\n  ratio ${ratio.toFixed(2)}\n`,
  );
}

async function setUp(folder: string): Promise<{ readonly database: string; readonly path: string }> {
  const database = join(folder, 'rota.db');
  const app = await openApp(database, readHolidays(ROOT));
  const { unitId } = await publishBenchCase(app);
  const token = await issueLink(app, unitId, { kind: 'unit' });
  await app.close();
  return { database, path: `/feeds/${token}.ics` };
}

/** One feed as it is sent with these request headers: the product, and a bare server with its octets. */
async function pairOf(product: Server, path: string, headers: Record<string, string>) {
  const ok = await ask(product.port, path, headers);
  const conditional = { ...headers, 'If-None-Match': headerOf(ok, 'etag') };
  const notModified = await ask(product.port, path, conditional);
  if (ok.status !== 200 || notModified.status !== 304) throw new Error(`${ok.status}, ${notModified.status}`);
  const bare = await startBareServer({ ok: recorded(ok), notModified: recorded(notModified) });
  const same = await ask(bare.port, path, headers);
  if (!same.body.equals(ok.body)) throw new Error('the bare server sends other octets');
  const of = (status: number, sent: Record<string, string>) => ({
    ours: { server: product, request: requestText(path, sent), status },
    bare: { server: bare, request: requestText(path, sent), status },
  });
  return { bare, body: ok.body, ok: of(200, headers), notModified: of(304, conditional) };
}

async function benchFeeds(seconds: number) {
  return withFolder(async (folder) => {
    const { database, path } = await setUp(folder);
    const product = await startProduct(database);
    const load = startLoadGenerator();
    const running: { stop(): Promise<void> }[] = [product, load];
    try {
      const turns = { rounds: ROUNDS, ms: (seconds * 1000) / ROUNDS };
      const plain = await pairOf(product, path, {});
      const coded = await pairOf(product, path, { 'Accept-Encoding': 'gzip' });
      running.push(plain.bare, coded.bare);
      const events = plain.body.toString().split('BEGIN:VEVENT').length - 1;
      console.log(`${events} events, ${plain.body.length} octets, ${coded.body.length} with gzip`);
      console.log(`${CONNECTIONS} connections, medians of ${turns.rounds} rounds in turns\n`);
      const notModified = await compare(load, plain.notModified, turns);
      tell('304, nothing changed', notModified);
      const ok = await compare(load, plain.ok, turns);
      tell('200, whole feed', ok);
      const okGzip = await compare(load, coded.ok, turns);
      tell('200, whole feed with gzip', okGzip);
      const memoryMb = residentMb(product.pid);
      if (memoryMb !== undefined) console.log(`resident memory of this server ${memoryMb.toFixed(0)} MB\n`);
      const radicale = await startRadicale(folder, plain.body.toString());
      if (radicale) running.push(radicale);
      else console.log('Radicale is not installed (apt-get install radicale): not compared\n');
      const other = radicale && (await measureRadicale(load, radicale, seconds));
      return {
        ratios: {
          notModifiedVsBare: notModified.ratio,
          okVsBare: ok.ratio,
          okGzipVsBare: okGzip.ratio,
          ...(other && { okVsRadicale: ok.ours.perSecond / other.perSecond }),
        },
        events,
        octets: plain.body.length,
        connections: CONNECTIONS,
        memoryMb,
        notModified,
        ok,
        okGzip,
        radicale: other,
      };
    } finally {
      for (const each of running.reverse()) await each.stop();
    }
  });
}

async function measureRadicale(load: LoadGenerator, server: Server, seconds: number): Promise<Measured> {
  const headers = { Authorization: RADICALE_USER };
  const answer = await ask(server.port, RADICALE_PATH, headers);
  if (answer.status !== 200) throw new Error(`Radicale answers ${answer.status}`);
  const target = { server, request: requestText(RADICALE_PATH, headers), status: 200 };
  const measured = await measure(load, target, { ms: seconds * 1000, connections: RADICALE_CONNECTIONS });
  console.log(`200 of the same calendar\n${line('Radicale', measured)}\n`);
  return measured;
}

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '6' },
    soak: { type: 'boolean', default: false },
  },
});
const measured = await benchFeeds(Number(values.seconds));
const result = values.soak ? { ...measured, soak: await soak() } : measured;
if ('soak' in result) console.log(`${result.soak.polls} polls, ${result.soak.wrong} wrong`);
console.log(JSON.stringify(result.ratios));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
