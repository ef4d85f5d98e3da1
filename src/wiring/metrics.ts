/**
 * Figures for Prometheus, and the one adapter to its client: requests by route, feed polls, searches, background jobs, and what the
 * disk holds. Nothing in them names a person, a unit or an address.
 */

import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Instant } from '../calendar/interval.ts';
import type { Config } from '../config.ts';
import { listBackups, parseBackupName } from '../store/backup.ts';
import { ALONE, type ServerPlace } from '../store/server-lock.ts';
import type { RunQueue } from '../store/shared-run-store.ts';
import { FEED_ROUTE } from '../web/feeds/feed-endpoint.ts';
import type { Served } from '../web/kit/trace.ts';
import type { JobWatch } from './run-background.ts';
import type { SearchWatch } from './solving.ts';

/** Seconds: feeds take less than one of the first, documents the last ones. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** What no route answers, and methods nobody has. */
const OTHER = 'other';
const METHODS = ['GET', 'HEAD', 'POST'];

export interface MetricsSettings {
  readonly config: Pick<Config, 'databasePath' | 'databaseUrl' | 'backupFolder'>;
  readonly clock: () => Instant;
  readonly place?: Pick<ServerPlace, 'isFirst'>;
  /** All that serve on the database; absent where there is one. */
  readonly servers?: () => Promise<readonly unknown[]>;
  /** Searches that all who share the database have in line; absent where one process runs its own. */
  readonly queue?: () => Promise<Pick<RunQueue, 'waiting' | 'longestMs'>>;
}

export interface Metrics {
  readonly served: (served: Served) => void;
  readonly failed: () => void;
  readonly search: SearchWatch;
  readonly job: JobWatch;
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

export function createMetrics(settings: MetricsSettings): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  describeDisk(registry, settings);
  describeServers(registry, settings);
  describeQueue(registry, settings);
  const jobs = counter(registry, 'rota_background_jobs_total', 'Runs of background work.', [
    'name',
    'outcome',
  ]);
  const failures = counter(
    registry,
    'rota_failures_total',
    'Faults nobody expected; each is in the log.',
    [],
  );
  return {
    served: requestWatch(registry),
    failed: () => failures.inc(),
    search: searchWatch(registry),
    job: (name, done) => jobs.inc({ name, outcome: done ? 'done' : 'failed' }),
    async read() {
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function counter<L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly L[],
): Counter<L> {
  return new Counter({ registers: [registry], name, help, labelNames });
}

function requestWatch(registry: Registry): (served: Served) => void {
  const requests = counter(registry, 'rota_http_requests_total', 'Answers, by route.', [
    'method',
    'route',
    'status',
  ]);
  const seconds = new Histogram({
    registers: [registry],
    name: 'rota_http_request_seconds',
    help: 'From the head of the request to the end of the answer, by route; feeds are not timed.',
    labelNames: ['route'],
    buckets: BUCKETS,
  });
  const broken = counter(
    registry,
    'rota_http_broken_total',
    'Requests whose reader was gone before the end.',
    [],
  );
  const polls = pollCounter(registry);
  return ({ route, method, status, ms, broken: cut }) => {
    if (cut) broken.inc();
    if (route === FEED_ROUTE) {
      polls.set(status, (polls.get(status) ?? 0) + 1);
      return;
    }
    const known = route === '' ? OTHER : route;
    requests.inc({ method: METHODS.includes(method) ? method : OTHER, route: known, status });
    // A stream of events lasts as long as its page is open.
    if (!known.endsWith('/events')) seconds.observe({ route: known }, ms / 1000);
  };
}

/** Polls come by the thousand a second: counted in a plain map, and told when asked. */
function pollCounter(registry: Registry): Map<number, number> {
  const polls = new Map<number, number>();
  new Counter({
    registers: [registry],
    name: 'rota_feed_polls_total',
    help: 'Polls of calendar feeds, by status.',
    labelNames: ['status'],
    collect() {
      this.reset();
      for (const [status, count] of polls) this.inc({ status }, count);
    },
  });
  return polls;
}

function searchWatch(registry: Registry): SearchWatch {
  const searches = counter(registry, 'rota_searches_total', 'Searches for a roster, by how they ended.', [
    'ended',
  ]);
  const going = gauge(registry, 'rota_searches_going', 'Searches for a roster at this moment.');
  return {
    began: () => going.inc(),
    ended(how) {
      going.dec();
      searches.inc({ ended: how });
    },
  };
}

function gauge(registry: Registry, name: string, help: string, read?: () => number | Promise<number>): Gauge {
  const collect = read && {
    async collect(this: Gauge) {
      this.set(await read());
    },
  };
  return new Gauge({ registers: [registry], name, help, ...collect });
}

function describeServers(registry: Registry, { place = ALONE, servers }: MetricsSettings): void {
  const does = 'Whether this server does what one at a time does: notices, reminders, web hooks.';
  gauge(registry, 'rota_server_first', does, () => Number(place.isFirst()));
  const count = async (): Promise<number> => (servers ? (await servers()).length : 1);
  const help = 'Servers on the database; NaN while it cannot be asked.';
  gauge(registry, 'rota_servers', help, () => count().catch(() => Number.NaN));
}

const NO_QUEUE = { waiting: 0, longestMs: 0 };

function describeQueue(registry: Registry, { queue = async () => NO_QUEUE }: MetricsSettings): void {
  const read = (figure: (of: typeof NO_QUEUE) => number) => () => queue().then(figure, () => Number.NaN);
  const line = 'Searches in line at all servers together; NaN while the database cannot be asked.';
  gauge(
    registry,
    'rota_searches_waiting',
    line,
    read(({ waiting }) => waiting),
  );
  const longest = 'How long the search that is free longest has not been taken up.';
  gauge(
    registry,
    'rota_searches_waited_seconds',
    longest,
    read(({ longestMs }) => longestMs / 1000),
  );
}

function describeDisk(registry: Registry, { config, clock }: MetricsSettings): void {
  const { databasePath, databaseUrl, backupFolder } = config;
  // What a server of PostgreSQL holds is told by its own figures.
  if (databaseUrl !== undefined) return;
  const newest = (): number | undefined => parseBackupName(listBackups(backupFolder).at(-1) ?? '');
  gauge(registry, 'rota_database_bytes', 'Size of the database file.', () => sizeOf(databasePath));
  gauge(registry, 'rota_database_log_bytes', 'Size of its write-ahead log.', () =>
    sizeOf(`${databasePath}-wal`),
  );
  gauge(registry, 'rota_disk_free_bytes', 'Free on the disk of the database.', () => freeBytes(databasePath));
  gauge(registry, 'rota_backups', 'Backups kept.', () => listBackups(backupFolder).length);
  gauge(registry, 'rota_backup_age_seconds', 'Age of the newest backup; NaN when there is none.', () => {
    const at = newest();
    return at === undefined ? Number.NaN : (clock() - at) / 1000;
  });
}

/** 0 for what is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return Number.NaN;
  }
}
