/** In place of the thread that reads files: a work that never ends, one that takes all memory, and one that is done. */

import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, work }) => {
  const { name } = work.options;
  parentPort.postMessage({
    id,
    kind: 'begun',
    thread: Number(readlinkSync('/proc/thread-self').split('/').at(-1)),
  });
  const kept = [];
  if (name.startsWith('endless')) for (;;);
  if (name.startsWith('growing')) for (;;) kept.push({ of: [kept.length] });
  parentPort.postMessage({ id, kind: 'done', result: { read: name } });
});
