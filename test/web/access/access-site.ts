/** The real server with accounts, over a real database, and a browser that keeps its cookie. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { ownRuns } from '../../../src/app/runs/own-runs.ts';
import { createRepairsGate } from '../../../src/app/runs/searches.ts';
import { createSolveRuns } from '../../../src/app/runs/solve-runs.ts';
import { VIETNAM } from '../../../src/calendar/zone.ts';
import type { WebDeps } from '../../../src/web/kit/deps.ts';
import { createServer } from '../../../src/web/site/server.ts';
import { FOLDERS } from '../site/site.ts';

const LOCAL = 'http://127.0.0.1:8027';

/** @param publicUrl of `localhost`: there it listens, too. @returns where it listens. */
export async function openAccessSite(
  app: App,
  publicUrl = LOCAL,
  access = 'accounts' as 'accounts' | 'open',
  changes: Partial<WebDeps> = {},
) {
  const search = () => {
    throw new Error('nothing is searched here');
  };
  const runs = createSolveRuns({ search, clock: app.clock, newId: () => '1', cores: 1, onFailure: () => {} });
  let references = 0;
  const deps: WebDeps = {
    app,
    access,
    trustedProxies: 'loopback',
    searches: { runs: ownRuns(runs), search, repairs: createRepairsGate() },
    contacts: [],
    incidentRules: [],
    clock: app.clock,
    log: { error: (event) => console.error(event) },
    newReference: () => `r${++references}`,
    publicUrl,
    zone: VIETNAM,
    language: 'vi',
    folders: FOLDERS,
    ...changes,
  };
  const { hostname, port } = new URL(publicUrl);
  const server = createServer(deps).listen(hostname === 'localhost' ? Number(port) : 0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Page {
  readonly status: number;
  readonly location: string;
  readonly html: string;
  readonly headers: Headers;
}

/** One reader: keeps the session's cookie and sends the form token of the last page. */
export class Browser {
  /** Where it asks. */
  readonly site: string;
  cookie = '';
  /** What it was given to carry to an identity provider and back. */
  carried = '';
  formToken = '';
  /** Which of several units was last looked at. */
  unit = '';
  /** The cookie by which a browser that signed in before is known; kept only where a test asks for it. */
  device: string | undefined;

  constructor(site: string) {
    this.site = site;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask(path, { headers });
  }

  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams({ token: this.formToken, ...fields }),
      headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const headers = {
      ...(init.headers as Record<string, string>),
      Cookie: [this.cookie, this.carried, this.device ?? '', this.unit]
        .filter((each) => each !== '')
        .join('; '),
    };
    const response = await fetch(this.site + path, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      if (/^(__Host-)?session=/.test(set)) this.cookie = set.split(';')[0] ?? '';
      if (set.startsWith('unit=')) this.unit = set.split(';')[0] ?? '';
      if (this.device !== undefined && /^(__Host-)?device=/.test(set)) this.device = set.split(';')[0] ?? '';
      if (/^(__Host-)?provider=/.test(set)) {
        this.carried = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
      }
    }
    const html = await response.text();
    const token = /name="token" value="([^"]*)"/.exec(html)?.[1];
    if (token !== undefined) this.formToken = token;
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html,
      headers: response.headers,
    };
  }
}
