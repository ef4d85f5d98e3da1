/** Work the server does beside its visits, again and again, one run at a time; a run that fails is logged and tried again. */

import type { WebLog } from '../web/kit/deps.ts';

export interface Errand {
  /** Stands in the log when it fails. */
  readonly name: string;
  readonly everyMs: number;
  /** True when it must be done once more before the end. */
  readonly last?: true;
  /** True when it must not wait for its first turn: a server may be started anew every day. */
  readonly atStart?: true;
  run(): Promise<unknown>;
}

export interface Background {
  /** Waits for what runs, and does the last errands. */
  stop(): Promise<void>;
}

/** Told of every run of an errand. */
export type ErrandWatch = (name: string, done: boolean) => void;

export function startBackground(
  errands: readonly Errand[],
  log: WebLog,
  watch: ErrandWatch = () => {},
): Background {
  const loops = errands.map((errand) => startLoop(errand, log, watch));
  return {
    async stop() {
      for (const loop of loops) await loop.stop();
    },
  };
}

function startLoop(errand: Errand, log: WebLog, watch: ErrandWatch): Background {
  const { name, everyMs, atStart, last, run } = errand;
  let running: Promise<unknown> | undefined;
  const attempt = (): Promise<unknown> => {
    running ??= run()
      .then(
        () => watch(name, true),
        (cause: unknown) => {
          watch(name, false);
          log.error({ reference: '', path: name, cause });
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const timer = setInterval(() => void attempt(), everyMs);
  timer.unref();
  if (atStart) void attempt();
  return {
    async stop() {
      clearInterval(timer);
      await running;
      if (last) await attempt();
    },
  };
}
