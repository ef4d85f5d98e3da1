/**
 * Work the server does beside its visits, again and again, one run at a time; a run that fails is logged and tried again. Of
 * several servers on one database the first does it, but for what each keeps of its own visits.
 */

import { ALONE, type ServerPlace } from '../store/server-lock.ts';
import type { WebLog } from '../web/kit/deps.ts';

export interface BackgroundJob {
  /** Stands in the log when it fails. */
  readonly name: string;
  readonly everyMs: number;
  /** True when it must be done once more before the end. */
  readonly last?: true;
  /** True when it must not wait for its first turn: a server may be started anew every day. */
  readonly atStart?: true;
  /** True for what every server does of its own, the first or not. */
  readonly everywhere?: true;
  run(): Promise<unknown>;
}

export interface Background {
  /** Waits for what runs, and does the jobs that must run once more. */
  stop(): Promise<void>;
}

/** Told of every run of a background job. */
export type JobWatch = (name: string, done: boolean) => void;

export interface BackgroundSettings {
  readonly log: WebLog;
  readonly watch?: JobWatch;
  /** Among other servers; alone when absent. */
  readonly place?: Pick<ServerPlace, 'isFirst' | 'whenFirst'>;
  /** What other servers have written, before a run reads it; see `Store`. */
  readonly catchUp?: () => Promise<void>;
}

export function startBackground(jobs: readonly BackgroundJob[], settings: BackgroundSettings): Background {
  const loops = jobs.map((job) => startLoop(job, settings));
  return {
    async stop() {
      for (const loop of loops) await loop.stop();
    },
  };
}

function startLoop(job: BackgroundJob, settings: BackgroundSettings): Background {
  const { name, everyMs, atStart, last, everywhere } = job;
  const { log, watch = () => {}, place = ALONE, catchUp } = settings;
  let running: Promise<unknown> | undefined;
  const run = async (): Promise<unknown> => {
    await catchUp?.();
    return job.run();
  };
  const attempt = (): Promise<unknown> | undefined => {
    if (!everywhere && !place.isFirst()) return running;
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
  if (atStart && everywhere) void attempt();
  else if (atStart) place.whenFirst(() => void attempt());
  return {
    async stop() {
      clearInterval(timer);
      await running;
      if (last) await attempt();
    },
  };
}
