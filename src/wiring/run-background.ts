/** Work the server does beside its visits, again and again, one run at a time; a run that fails is logged and tried again. */

import type { WebLog } from '../web/kit/deps.ts';

export interface BackgroundJob {
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
  /** Waits for what runs, and does the jobs that must run once more. */
  stop(): Promise<void>;
}

/** Told of every run of a background job. */
export type JobWatch = (name: string, done: boolean) => void;

export function startBackground(
  jobs: readonly BackgroundJob[],
  log: WebLog,
  watch: JobWatch = () => {},
): Background {
  const loops = jobs.map((job) => startLoop(job, log, watch));
  return {
    async stop() {
      for (const loop of loops) await loop.stop();
    },
  };
}

function startLoop(job: BackgroundJob, log: WebLog, watch: JobWatch): Background {
  const { name, everyMs, atStart, last, run } = job;
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
