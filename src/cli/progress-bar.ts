/** A one-line progress bar on a terminal; plain lines, seldom, where there is none. */

import type { Io } from './command.ts';

const FILL = '━';
const REST = '─';
const PLAIN_LINE_EVERY_MS = 5_000;

export interface ProgressBar {
  /** `share` in [0, 1] of the time or work; `text` says how it stands. */
  show(share: number, text: string): void;
  /** Leaves the last state standing. */
  end(): void;
}

export function createProgressBar(io: Io, clock: () => number): ProgressBar {
  return io.columns > 0 ? terminalBar(io) : plainLines(io, clock);
}

function terminalBar(io: Io): ProgressBar {
  const width = Math.max(10, Math.min(28, io.columns - 60));
  let drawn = false;
  return {
    show(share, text) {
      const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
      const line = `${FILL.repeat(filled)}${REST.repeat(width - filled)}  ${text}`;
      io.err(`\r\u001b[2K${line.slice(0, io.columns - 1)}`);
      drawn = true;
    },
    end() {
      if (drawn) io.err('\n');
    },
  };
}

function plainLines(io: Io, clock: () => number): ProgressBar {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(_share, text) {
      const now = clock();
      if (now - last < PLAIN_LINE_EVERY_MS) return;
      last = now;
      io.err(`${text}\n`);
    },
    end() {},
  };
}
