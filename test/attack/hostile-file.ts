/** A hostile file, given to the very thread the server reads files in; and what must hold of it. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMessageKey } from '../../src/i18n/translate.ts';
import type { FileKindName, GivenFile } from '../../src/thread-host/file-kinds.ts';
import { createFileReader, FILE_LIMITS } from '../../src/thread-host/file-reader.ts';
import type { Attack, AttackModule } from './attack.ts';

const SCRIPT = pathToFileURL(join(import.meta.dirname, '../../dist/thread-host/file-worker.js'));
/** Of all threads: the reader's own limit, its start, collecting garbage, copying. */
const MOST_PROCESSOR_MS = 3 * FILE_LIMITS.mostWorkMs;
/** A thread that answers visits and is held up turns once. */
const LEAST_TURNS_A_SECOND = 20;

export interface HostileFile<K extends FileKindName> {
  readonly name: string;
  readonly short?: true;
  /** Made when it is sent: some are large. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** What it may come to; refused or read, unless said. */
  readonly ends?: 'refused' | 'read';
  /** Other than the module's. */
  readonly options?: GivenFile<K>['options'];
}

interface Ending {
  readonly ok: boolean;
  readonly key?: string;
  readonly faults?: readonly { readonly key: string }[];
  readonly notes?: readonly { readonly key: string }[];
}

/** Each must be read, or refused with a sentence, by little work, while this thread goes on turning. */
export function hostileFiles<K extends FileKindName>(
  name: string,
  given: { readonly kind: K; readonly options: () => Promise<GivenFile<K>['options']> },
  files: readonly HostileFile<K>[],
): AttackModule {
  return {
    name,
    async open() {
      const reader = createFileReader(SCRIPT);
      const options = await given.options();
      const attacks = files.map((file): Attack => {
        const run = async (): Promise<string | undefined> => {
          const bytes = await file.bytes();
          const sent = { kind: given.kind, bytes, options: file.options ?? options };
          const { ending, spentMs, turns, seconds } = await measured(
            () => reader.parse(sent, file.name) as Promise<Ending>,
          );
          return judge(file, ending) ?? judgeCost(spentMs, turns, seconds);
        };
        return { name: file.name, run, ...(file.short ? { short: true } : {}) };
      });
      return { attacks, close: () => reader.close() };
    },
  };
}

async function measured(work: () => Promise<Ending>) {
  let turns = 0;
  const pulse = setInterval(() => {
    turns++;
  }, 5);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  try {
    const ending = await work();
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - begun) / 1000;
    return { ending, spentMs: (user + system) / 1000, turns, seconds };
  } finally {
    clearInterval(pulse);
  }
}

function judge({ ends }: Pick<HostileFile<FileKindName>, 'ends'>, ending: Ending): string | undefined {
  const keys = [
    ending.key,
    ...(ending.faults ?? []).map(({ key }) => key),
    ...(ending.notes ?? []).map(({ key }) => key),
  ];
  const silent = keys.filter((key) => key !== undefined && !isMessageKey(key));
  if (silent.length > 0) return `no sentence for ${silent.join(', ')}`;
  if (!ending.ok && keys.every((key) => key === undefined)) return 'refused without a word';
  if (ends === 'refused' && ending.ok) return 'was read';
  if (ends === 'read' && !ending.ok) return `was refused: ${keys.join(', ')}`;
  return undefined;
}

function judgeCost(spentMs: number, turns: number, seconds: number): string | undefined {
  if (spentMs > MOST_PROCESSOR_MS) return `took ${Math.round(spentMs)} ms of the processor`;
  const least = Math.floor(LEAST_TURNS_A_SECOND * Math.max(0, seconds - 0.5));
  if (turns < least) return `held up the answering thread: ${turns} turns in ${seconds.toFixed(1)} s`;
  return undefined;
}
