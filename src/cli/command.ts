/** What a command of `rota` is: its words, its options, and how its arguments are read. Knows no command by name. */

import { parseArgs } from 'node:util';
import { isMessageKey, type Language, type MessageParams, translate } from '../i18n/translate.ts';

export interface CommandOption {
  readonly name: string;
  /** `texts` may be given again and again. */
  readonly kind: 'text' | 'texts' | 'number' | 'flag';
  /** Shown in the usage line: `--seconds N`. */
  readonly placeholder?: string;
  readonly required?: boolean;
  /** Names the first positional argument, which may then be left out. */
  readonly forPositional?: true;
  /** What each word means, told behind the option's own line. */
  readonly choices?: readonly (readonly [word: string, key: string])[];
}

export interface Io {
  readonly language: Language;
  /** True with `--json`: standard output carries one JSON document and nothing else. */
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal on standard error; 0 when it is not a terminal. */
  readonly columns: number;
  readonly say: (key: string, params?: MessageParams) => string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly number: (name: string) => number | undefined;
  readonly flag: (name: string) => boolean;
}

/** 0 done; 1 the roster has faults; 2 the input or the call has; 3 something broke inside. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  readonly name: string;
  /** Names of positional arguments for the usage line: `CASE`. All are required but those in brackets, which come last. */
  readonly positionals: readonly string[];
  readonly options: readonly CommandOption[];
  run(args: Arguments, io: Io): Promise<ExitCode>;
}

/** A call whose words are off: `key` and `params` make the sentence. */
export class UsageError extends Error {
  readonly key: string;
  readonly params: MessageParams;

  constructor(key: string, params: MessageParams = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

const COMMON_OPTIONS: readonly CommandOption[] = [
  { name: 'json', kind: 'flag' },
  { name: 'lang', kind: 'text', placeholder: 'vi|en' },
  { name: 'help', kind: 'flag' },
];

/**
 * Reads the words after the command's name; throws UsageError naming the first word that is off. A `--` right after the
 * name, as one writes it after `npm run demo`, says nothing.
 */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const options = [...command.options, ...COMMON_OPTIONS];
  const { values, positionals } = parseWords(options, words[0] === '--' ? words.slice(1) : words);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  for (const option of options) checkOption(option, text(option.name));
  const named = options.flatMap(({ name, forPositional }) => (forPositional && text(name)) || []);
  const given = [...named, ...positionals];
  const least = command.positionals.filter((name) => !name.startsWith('[')).length;
  const fits = given.length >= least && given.length <= command.positionals.length;
  if (values.help !== true && !fits) {
    throw new UsageError('cli.error.positionals', {
      wanted: command.positionals.join(' ') || '–',
      got: given.join(' ') || '–',
    });
  }
  const missing = options.find((option) => option.required && values[option.name] === undefined);
  if (missing && values.help !== true) throw new UsageError('cli.error.required', { option: missing.name });
  return {
    positionals: given,
    text,
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    },
    number: (name) => (text(name) === undefined ? undefined : Number(text(name))),
    flag: (name) => values[name] === true,
  };
}

function parseWords(options: readonly CommandOption[], words: readonly string[]) {
  try {
    return parseArgs({
      args: withDashedValues(options, words),
      allowPositionals: true,
      options: Object.fromEntries(
        options.map(({ name, kind }) => [
          name,
          { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'texts' } as const,
        ]),
      ),
    });
  } catch (cause) {
    throw new UsageError('cli.error.words', {
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/** A value that begins with a dash, as an identifier may, joined to its option: apart it would be read as an option itself. */
function withDashedValues(options: readonly CommandOption[], words: readonly string[]): string[] {
  const isOption = (word = ''): boolean => options.some(({ name }) => word.split('=')[0] === `--${name}`);
  const asksValue = (word = ''): boolean =>
    options.some(({ name, kind }) => kind !== 'flag' && word === `--${name}`);
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = '', next] = words.slice(at, at + 2);
    const takes = asksValue(word) && next?.startsWith('-') && next !== '--' && !isOption(next);
    joined.push(takes ? `${word}=${next}` : word);
    if (takes) at++;
  }
  return joined;
}

function checkOption(option: CommandOption, value: string | undefined): void {
  if (value === undefined || option.kind !== 'number') return;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new UsageError('cli.error.number', { option: option.name, value });
}

/** `rota solve CASE --out DIR [--seconds N]`, what it does, and a line an option. */
export function usageOf(command: Command, language: Language): string {
  const say = (key: string): string => translate(language, key);
  const words = (option: CommandOption): string =>
    `--${option.name}${option.placeholder ? ` ${option.placeholder}` : ''}`;
  const options = [...command.options, ...COMMON_OPTIONS];
  const width = Math.max(...options.map((option) => words(option).length)) + 2;
  const call = [
    `rota ${command.name}`,
    ...command.positionals,
    ...command.options.map((option) => (option.required ? words(option) : `[${words(option)}]`)),
  ].join(' ');
  const about = (option: CommandOption): string => {
    const choices = option.choices?.map(([word, key]) => `${word} (${say(key)})`).join(', ');
    return [say(optionKey(command, option)), choices].filter(Boolean).join(' ');
  };
  const lines = options.map((option) => `  ${words(option).padEnd(width)}${about(option)}`);
  return `${call}\n\n${say(`cli.${command.name}.summary`)}\n\n${lines.join('\n')}\n`;
}

/** A command may word an option its own way: `cli.print.option.format` before `cli.option.format`. */
function optionKey(command: Command, option: CommandOption): string {
  const own = `cli.${command.name}.option.${option.name}`;
  return isMessageKey(own) ? own : `cli.option.${option.name}`;
}
