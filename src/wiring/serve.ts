/** Starts the web server on an open app, and stops it: no new visit, the running ones finished. */

import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { isSetUp, openSetup } from '../app/access/open-setup.ts';
import type { App } from '../app/app.ts';
import { pushKeysOf } from '../app/notices/push-keys.ts';
import { VIETNAM } from '../calendar/zone.ts';
import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { createOutbound } from '../net/outbound.ts';
import { requireRecipients } from '../store/backup-encryption.ts';
import { listServers } from '../store/postgres/nodes.ts';
import { ALONE, type ServerPlace } from '../store/server-lock.ts';
import { readRunQueue } from '../store/shared-run-store.ts';
import { createApiEndpoint } from '../web/api/api-endpoint.ts';
import type { Running as RunningHere, WebLog } from '../web/kit/deps.ts';
import { createMetricsEndpoint } from '../web/site/metrics-endpoint.ts';
import { createServer } from '../web/site/server.ts';
import { accessDeps, requireSafeAddress } from './access.ts';
import { ASSET_FOLDERS } from './asset-folders.ts';
import { auditForwarding } from './audit-forwarding.ts';
import { backgroundJobs } from './background-jobs.ts';
import { readContacts } from './contacts.ts';
import { directoryDeps } from './directory.ts';
import { createDocumentWriter } from './document-writer.ts';
import { readIncidentRules } from './incident-rules.ts';
import { createIntegrity, integrityJob } from './integrity.ts';
import { openMail } from './mail.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createReadiness } from './readiness.ts';
import { ROOT } from './root.ts';
import { startBackground } from './run-background.ts';
import { safeguardsOf } from './safeguards.ts';
import { openSeal } from './seal.ts';
import { openSolving, type SolvingSettings } from './solving.ts';

/** Visits that have not ended by then are cut. */
const DRAIN_MS = 5_000;
const IDLE_CLOSED_MS = 100;

export interface Running {
  readonly port: number;
  readonly publicUrl: string;
  /** To be told on the console, and nowhere else, while there is no account. */
  readonly setupCode?: string;
  stop(): Promise<void>;
}

/** How far searches stand back for visits, not at all when absent; and the place among other servers, alone when absent. */
export interface ServeSettings extends Pick<SolvingSettings, 'niceness'> {
  readonly place?: ServerPlace;
}

export async function serve(
  app: App,
  config: Config,
  given: WebLog,
  { place = ALONE, ...searches }: ServeSettings = {},
): Promise<Running> {
  requireSafeAddress(config);
  await requireRecipients(config.backupRecipients);
  const seal = await openSeal(config);
  const metrics = createMetrics({ config, clock: app.clock, place, ...serversOf(app, config) });
  const log = counted(given, metrics);
  const common = {
    clock: app.clock,
    log,
    newReference: () => randomBytes(4).toString('hex'),
    publicUrl: config.publicUrl,
    language: 'vi',
  } as const;
  const solving = openSolving(app, { ...searches, config, log, watch: metrics.search });
  const contacts = readContacts(ROOT);
  const incidentRules = readIncidentRules(ROOT);
  const documents = createDocumentWriter(app.parseFile);
  let stopping = false;
  // A server of PostgreSQL looks after its own pages.
  const integrity = config.databaseUrl === undefined ? createIntegrity(config.databasePath) : undefined;
  const ready = createReadiness({
    databasePath: config.databasePath,
    clock: app.clock,
    probeStore: async () => {
      await isSetUp(app);
    },
    isSound: () => integrity?.isSound() ?? true,
    isStopping: () => stopping,
    ...(config.databaseUrl === undefined ? {} : { isThere: place.isThere }),
  });
  const { metricsToken: token } = config;
  const endpoints = [
    createApiEndpoint({ ...common, app }),
    createMetricsEndpoint({ log, read: metrics.read, ...(token === undefined ? {} : { token }) }),
  ];
  const page = { documents, ready, isStopping: () => stopping, zone: VIETNAM, folders: ASSET_FOLDERS };
  const mail = await openMail(config.mail);
  const directory = directoryDeps(config, app.clock);
  const shared = {
    app,
    searches: solving.searches,
    contacts,
    incidentRules,
    ...accessDeps(config),
    ...directory,
    ...(mail ? { mail } : {}),
    ...(seal ? { seal } : {}),
    push: { publicKey: pushKeysOf(app).publicKey },
    reach: createOutbound(config),
    safeguards: safeguardsOf(config, app.clock),
    ...(config.databaseUrl === undefined ? {} : { running: () => runningOn(app) }),
  };
  const server = createServer({ ...common, ...shared, ...page }, endpoints);
  const port = await listen(server, config);
  const help = { ...directory, ...(mail ? { mailer: mail.send } : {}) };
  const forwarding = auditForwarding(app, config);
  const jobs = [
    ...solving.jobs,
    ...backgroundJobs(app, config, help),
    ...forwarding.jobs,
    ...(integrity ? [integrityJob(integrity)] : []),
  ];
  const { catchUp } = app;
  const background = startBackground(jobs, {
    ...{ log, watch: metrics.job, place },
    ...(catchUp ? { catchUp } : {}),
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    // Proxies see that it is not ready, and send visits to others.
    await setTimeout(config.stopDelaySeconds * 1000);
    await Promise.all([solving.close(), drain(server)]);
    await documents.close();
    await background.stop();
    mail?.close();
    forwarding.close();
  };
  const setupCode = config.access === 'accounts' ? await openSetup(app) : undefined;
  return { port, publicUrl: config.publicUrl, ...(setupCode === undefined ? {} : { setupCode }), stop };
}

function serversOf(app: App, { databaseUrl }: Config) {
  return databaseUrl === undefined
    ? {}
    : {
        servers: async () => (await listServers(app.db)).filter(({ kind }) => kind === 'serve'),
        queue: () => readRunQueue(app.db),
      };
}

async function runningOn({ db }: App): Promise<RunningHere> {
  const [processes, { waiting }] = await Promise.all([listServers(db), readRunQueue(db)]);
  return { processes, waitingSearches: waiting };
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new AppError('unavailable', 'cli.error.port', { port, host }) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer has just ended is idle from then on, and would be kept for the next request.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CLOSED_MS);
    const cut = globalThis.setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Counts what is logged. */
function counted(log: WebLog, metrics: Metrics): WebLog {
  return {
    error(event) {
      metrics.failed();
      log.error(event);
    },
    served(served) {
      metrics.served(served);
      log.served?.(served);
    },
  };
}
