/**
 * The long run: 10,000 subscribers' links, 200,000 polls of the built server, a new version published by another process
 * half-way. Memory is read as it goes; every answer is checked.
 */

import { join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { issueWithin } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import {
  ALARMS,
  type FeedOptions,
  type FeedScope,
  STANDBY_DISPLAYS,
  TITLE_STYLES,
} from '../../../src/domain/feed.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { openApp, readHolidays } from '../../../src/wiring/open-app.ts';
import { residentMb, startProduct } from './processes.ts';
import { publishBenchCase, publishTurn, ROOT, withFolder } from './setting.ts';
import { hashOf, type PollTally, poll, type Subscriber } from './soak.ts';

const SUBSCRIBERS = 10_000;
const POLLS = 200_000;
const CONNECTIONS = 32;
const STEPS = 20;

interface Link {
  readonly token: string;
  readonly subscriber: Subscriber;
}

/** Nine in ten follow their own shifts, the others a post or the unit; options vary. */
function scopeOf(plan: Plan, i: number): FeedScope {
  if (i % 100 === 0) return { kind: 'unit' };
  if (i % 10 === 0) return { kind: 'post', postId: plan.posts[(i / 10) % plan.posts.length]?.id ?? '' };
  return { kind: 'personal', staffId: plan.staff[i % plan.staff.length]?.id ?? '' };
}

function optionsOf(i: number): FeedOptions {
  const pick = <T>(choices: readonly [T, ...T[]], divisor: number): T =>
    choices[Math.floor(i / divisor) % choices.length] ?? choices[0];
  return {
    language: pick(['vi', 'en'], 40),
    alarm: pick(ALARMS, 80),
    standby: pick(STANDBY_DISPLAYS, 320),
    title: pick(TITLE_STYLES, 960),
    phones: pick([true, false], 2880),
  };
}

/** In one transaction: ten thousand of them would wait for the disk. */
function issueLinks(app: App, unitId: string, plan: Plan): Promise<Link[]> {
  return app.db.transaction().execute(async (trx) => {
    const links: Link[] = [];
    for (let i = 0; i < SUBSCRIBERS; i++) {
      const issuing = { unitId, scope: scopeOf(plan, i), options: optionsOf(i), actor: 'bench' };
      const { token } = await issueWithin(trx, app, issuing);
      links.push({ token, subscriber: { path: `/feeds/${token}.ics`, expected: '' } });
    }
    return links;
  });
}

async function expectAll(app: App, links: readonly Link[]): Promise<void> {
  for (const { token, subscriber } of links) {
    const document = await readFeed(app, { token, client: 'bench' });
    subscriber.expected = document ? hashOf(document.octets) : 'gone';
  }
}

export async function soak() {
  return withFolder(async (folder) => {
    const database = join(folder, 'rota.db');
    const app = await openApp(database, readHolidays(ROOT));
    const { unitId, plan } = await publishBenchCase(app);
    const links = await issueLinks(app, unitId, plan);
    await expectAll(app, links);
    const subscribers = links.map((link) => link.subscriber);
    const product = await startProduct(database);
    const tally: PollTally = { fresh: 0, notModified: 0, gone: 0, wrong: [] };
    const memoryMb: number[] = [];
    try {
      for (let step = 0; step < STEPS; step++) {
        if (step === STEPS / 2) {
          await publishTurn(app, 1);
          await expectAll(app, links);
        }
        await poll(
          { port: product.port, subscribers, polls: POLLS / STEPS, connections: CONNECTIONS },
          tally,
        );
        memoryMb.push(Math.round(residentMb(product.pid) ?? 0));
        console.log(`${(((step + 1) * POLLS) / STEPS).toLocaleString('en')} polls, ${memoryMb.at(-1)} MB`);
      }
    } finally {
      await product.stop();
      await app.close();
    }
    return {
      subscribers: SUBSCRIBERS,
      polls: POLLS,
      ...tally,
      wrong: tally.wrong.length,
      told: tally.wrong,
      memoryMb,
    };
  });
}
