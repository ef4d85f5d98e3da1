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
/** Of the thread that answers visits: copying what is read and what comes of it. By the processor, since machines are busy. */
const MOST_HELD_MS = 500;

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
          const { ending, spentMs, heldMs, turns } = await measured(
            () => reader.parse(sent, file.name) as Promise<Ending>,
          );
          return judge(file, ending) ?? judgeCost(spentMs, heldMs, turns);
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
  const [before, own] = [process.cpuUsage(), process.threadCpuUsage()];
  try {
    const ending = await work();
    return {
      ending,
      spentMs: milliseconds(process.cpuUsage(before)),
      heldMs: milliseconds(process.threadCpuUsage(own)),
      turns,
    };
  } finally {
    clearInterval(pulse);
  }
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

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

function judgeCost(spentMs: number, heldMs: number, turns: number): string | undefined {
  if (spentMs > MOST_PROCESSOR_MS) return `took ${Math.round(spentMs)} ms of the processor`;
  if (heldMs > MOST_HELD_MS) return `held up the answering thread for ${Math.round(heldMs)} ms`;
  if (turns === 0 && spentMs > MOST_HELD_MS) return 'held up the answering thread until it was done';
  return undefined;
}
