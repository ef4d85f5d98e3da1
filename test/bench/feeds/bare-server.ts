/** What a feed costs at the very least: Node's own HTTP server sending the same octets, looking nothing up. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it was received from the server that is measured against this one. */
export interface Recorded {
  /** Names and values in turn; without those that Node adds itself. */
  readonly headers: readonly string[];
  /** Base64. */
  readonly body: string;
}

export interface Recording {
  readonly ok: Recorded;
  readonly notModified: Recorded;
}

process.on('message', ({ ok, notModified }: Recording) => {
  const body = Buffer.from(ok.body, 'base64');
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === undefined) {
      response.writeHead(200, [...ok.headers]);
      response.end(body);
    } else {
      response.writeHead(304, [...notModified.headers]);
      response.end();
    }
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
