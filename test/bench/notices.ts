/**
 * `npm run bench:notices [-- --people 2000 --pages 200 --seconds 60]`: a roster is published to so many people with mail
 * addresses, through an SMTP server on this machine that takes 20 ms for every answer, while managers look at pages at a
 * steady rate, each timed from the moment it was due.
 */

import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import type { Case } from '../../src/domain/case.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { freePort, startLoadGenerator, startProduct } from './feeds/processes.ts';
import { benchCase, ROOT, withFolder } from './feeds/setting.ts';
import { headOf, openHouse } from './load/house.ts';

const ANSWER_MS = 20;
const CONNECTIONS = 64;
const WARM_UP_MS = 3_000;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    pages: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
  },
});
const people = Number(values.people);

/** A unit of its own beside the one that is looked at. */
function largeCase(): Case {
  const base = benchCase();
  const [someone] = base.staff;
  if (!someone) throw new Error('the sample has staff');
  return {
    ...base,
    unit: { ...base.unit, id: 'don-vi-lon', name: 'Đơn vị lớn' },
    period: { ...base.period, id: 'ky-lon', name: 'Kỳ lớn' },
    staff: Array.from({ length: people }, (_, i) => ({
      ...someone,
      id: `ng-${i}`,
      name: `${someone.name} ${i + 1}`,
      email: `ng${i}@x.example`,
    })),
  };
}

/** Every command of a mail waits as long: MAIL, RCPT, DATA and its end. */
async function slowSmtp(): Promise<{
  readonly port: number;
  readonly receivers: Map<string, number>;
  close(): void;
}> {
  const receivers = new Map<string, number>();
  const later = (done: () => void): void => void setTimeout(done, ANSWER_MS);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    maxClients: 100,
    onMailFrom: (_address, _session, done) => later(done),
    onRcptTo: (_address, _session, done) => later(done),
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) receivers.set(address, performance.now());
        later(done);
      });
    },
  });
  const port = await freePort();
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return { port, receivers, close: () => server.close(() => {}) };
}

async function publish(database: string): Promise<number> {
  const app = await openApp(database, readHolidays(ROOT));
  try {
    const loaded = await loadCase(app, { source: largeCase(), actor: 'bench' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const key = loaded.value;
    const plan = await getPlan(app, key);
    const assignments = plan.staff.map(({ id }, i) => ({
      shiftId: plan.shifts[i % plan.shifts.length]?.id ?? '',
      place: Math.floor(i / plan.shifts.length),
      staffId: id,
    }));
    const roster = { periodId: key.periodId, assignments };
    const { revision } = await saveDraft(app, { key, roster, seenRevision: 0, actor: 'bench' });
    const begun = performance.now();
    const result = await publishVersion(app, { key, revision, note: '', actor: 'bench' });
    if (!result.published) throw new Error(result.refusal);
    console.log(`published to ${people} people in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    return performance.now();
  } finally {
    await app.close();
  }
}

await withFolder(async (folder) => {
  const database = join(folder, 'rota.db');
  const house = await openHouse(database);
  const smtp = await slowSmtp();
  const server = await startProduct(database, {
    ROTA_SMTP: `smtp://127.0.0.1:${smtp.port}`,
    ROTA_SMTP_FROM: 'truc@x.example',
    ROTA_SMTP_TLS: 'none',
  });
  const generator = startLoadGenerator();
  try {
    const { pages } = await house.requests(server.port);
    const load = { port: server.port, request: pages, status: 200, connections: CONNECTIONS };
    const perSecond = Number(values.pages);
    await generator.run({ ...load, ms: WARM_UP_MS, perSecond });
    const ms = Number(values.seconds) * 1000;
    const [published, seen] = await Promise.all([
      publish(database),
      generator.run({ ...load, ms, perSecond }),
    ]);
    const told = Math.max(...smtp.receivers.values(), published) - published;
    console.log(
      `${smtp.receivers.size} of ${people} told, the last ${(told / 1000).toFixed(1)} s after publishing`,
    );
    console.log(
      `${seen.perSecond.toFixed(0)} page views/s meanwhile: p50 ${seen.p50.toFixed(1)} ms, p99 ${seen.p99.toFixed(1)} ms, ` +
        `longest ${seen.max.toFixed(0)} ms, ${seen.wrong} wrong, ${seen.late} unanswered; ${headOf(loadavg())}`,
    );
    process.exitCode = smtp.receivers.size === people ? 0 : 1;
  } finally {
    smtp.close();
    for (const each of [generator, server]) await each.stop();
  }
});
