/** The one exception the program throws on purpose. Sentences live in i18n: an error is a code with parameters. */

/** `too-many` says in `params.seconds` how long to wait. */
export type ErrorCode = 'not-found' | 'conflict' | 'forbidden' | 'invalid' | 'unavailable' | 'too-many';

export type Params = Readonly<Record<string, string | number>>;

export class AppError extends Error {
  readonly code: ErrorCode;
  /** Message key in the catalogues, such as `error.period.missing`. */
  readonly key: string;
  readonly params: Params;

  constructor(code: ErrorCode, key: string, params: Params = {}) {
    super(`${code}: ${key} ${JSON.stringify(params)}`);
    this.name = 'AppError';
    this.code = code;
    this.key = key;
    this.params = params;
  }
}
