/** How long one thread of this process has been at work, apart from how busy the machine is. */

import { readFileSync } from 'node:fs';

/** USER_HZ, in which Linux gives these times to programs on every machine. */
const TICKS_PER_SECOND = 100;
/** utime and stime, counted from the field after the name in brackets (proc(5)). */
const [USER, SYSTEM] = [11, 12];

/** Milliseconds of processor time; undefined where the system does not tell. */
export function threadTime(thread: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[USER]) + Number(fields[SYSTEM]);
    return Number.isFinite(ticks) ? (ticks * 1000) / TICKS_PER_SECOND : undefined;
  } catch {
    return undefined;
  }
}
