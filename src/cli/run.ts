/** Finds the command named, reads its words, runs it, and turns what went wrong into an exit code. */

import { randomBytes } from 'node:crypto';
import { type MessageParams, translate } from '../i18n/translate.ts';
import { AppError } from '../kernel/app-error.ts';
import { nearest } from '../kernel/nearest.ts';
import { type Command, type ExitCode, type Io, readArguments, UsageError, usageOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { languageOf } from './language.ts';

/** The terminal. */
export function createIo(words: readonly string[]): Io {
  const language = languageOf(words);
  return {
    language,
    json: words.includes('--json'),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : 0,
    say: (key: string, params?: MessageParams) => translate(language, key, params),
  };
}

function overview(io: Io): string {
  const names = [...COMMANDS.keys()];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = names.map((name) => `  ${name.padEnd(width)}${io.say(`cli.${name}.summary`)}`);
  return `${io.say('cli.intro')}\n\n${lines.join('\n')}\n\n${io.say('cli.more')}\n`;
}

async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(overview(io));
    return name === undefined ? 2 : 0;
  }
  const load = COMMANDS.get(name);
  if (!load) {
    const guess = nearest(name, [...COMMANDS.keys()]) ?? 'demo';
    throw new UsageError('cli.error.unknown', { command: name, guess });
  }
  return runCommand(await load(), rest, io);
}

async function runCommand(command: Command, words: readonly string[], io: Io): Promise<ExitCode> {
  const args = readArguments(command, words);
  if (args.flag('help')) {
    io.out(usageOf(command, io.language));
    return 0;
  }
  return command.run(args, io);
}

function tellError(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError || error instanceof AppError) {
    io.err(`${io.say(error.key, error.params)}\n`);
    return 2;
  }
  const reference = randomBytes(4).toString('hex');
  io.err(
    `${io.say('cli.error.internal', { reference, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
  );
  return 3;
}

export async function runRota(words: readonly string[], io: Io = createIo(words)): Promise<ExitCode> {
  try {
    return await run(words, io);
  } catch (error) {
    return tellError(error, io);
  }
}
