/** A program that another needs as long as it runs: it may end on its own, by a signal too, and nobody waits for what is gone. */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a program that is told to end may take before it is ended. */
const LONGEST_END_MS = 10_000;

export function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Resolves once it is gone: at once where it is. */
export async function stopped(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (isOver(program)) return;
  const gone = once(program, 'exit');
  program.kill(signal);
  const late = setTimeout(() => program.kill('SIGKILL'), LONGEST_END_MS);
  await gone;
  clearTimeout(late);
}

/** The program's exit code; 1 where what it needs ended first, which `tell` is told of, and the program ended too. */
export async function codeOf(
  program: ChildProcess,
  needed: ChildProcess,
  tell: (how: number | NodeJS.Signals) => void,
): Promise<number> {
  const lose = (): void => {
    tell(needed.signalCode ?? needed.exitCode ?? 1);
    void stopped(program, 'SIGTERM');
  };
  if (isOver(needed)) lose();
  else needed.once('exit', lose);
  if (!isOver(program)) await once(program, 'exit');
  needed.off('exit', lose);
  return isOver(needed) ? 1 : (program.exitCode ?? 1);
}
