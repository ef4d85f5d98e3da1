/** One request a turn of the event loop; health before all of them. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../../src/kernel/app-error.ts';
import { startTrace } from '../../../src/web/kit/trace.ts';
import { createTurns, type Turns, takingTurns } from '../../../src/web/site/turns.ts';

/** Waits till the loop has turned so often. */
async function turned(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a turn', () => {
  it('is one of the event loop for each, in the order of asking', async () => {
    const turns = createTurns();
    const worked: number[] = [];
    for (let i = 0; i < 5; i++) void turns('a').then(() => worked.push(i));
    await turned(2);
    expect(worked.length).toBeLessThanOrEqual(2);
    await turned(5);
    expect(worked).toEqual([0, 1, 2, 3, 4]);
  });

  it('of who asks for little comes before the rest of who asks for much', async () => {
    const turns = createTurns();
    const worked: string[] = [];
    const asked = [...Array(10).fill('much'), 'little'].map((asker) =>
      turns(asker).then(() => worked.push(asker)),
    );
    await Promise.all(asked);
    expect(worked.indexOf('little')).toBeLessThanOrEqual(2);
  });

  it('is refused at once where too many wait, from whoever has most there', async () => {
    const turns = createTurns(3);
    const much = Array.from({ length: 6 }, () => turns('much').then(String, (error) => error as AppError));
    await expect(turns('little')).resolves.toBeUndefined();
    const refused = (await Promise.all(much)).filter((each) => each instanceof AppError);
    expect(refused.map(({ code, key }) => [code, key])).toEqual(
      Array(3).fill(['unavailable', 'web.failure.busy']),
    );
  });
});

describe('a server whose line never moves', () => {
  async function serve(turns: Turns): Promise<string> {
    const application = express();
    application.use((request, response, next) => {
      startTrace({ log: {}, newReference: () => 'x' }, () => false, request, response);
      next();
    });
    application.use(takingTurns(turns));
    application.use((_request, response) => void response.end('here'));
    const server = application.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('still says that it lives', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return new Promise(() => {});
    });
    void fetch(`${url}/`).catch(() => {});
    await expect.poll(() => asked).toBe(1);
    for (const path of ['/healthz', '/readyz']) expect(await (await fetch(url + path)).text()).toBe('here');
    expect(asked).toBe(1);
  });
});
