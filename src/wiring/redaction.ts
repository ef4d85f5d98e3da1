/**
 * Takes secrets out of what goes into the log (ASVS 5.0 16.2.5): by the name they bear, and by what they look like where
 * they stand in a text, such as an error's message with an address in it.
 */

const TAKEN_OUT = '[redacted]';
const MOST_DEPTH = 6;
const MOST_TEXT = 8_000;

/** Names of headers, form fields and settings whose values are secrets; `code` is the field of set-up and two-step codes. */
const SECRET_NAME =
  /^(?:set-)?cookie$|authorization|passw|passphrase|secret|token|totp|^code$|^otp$|session|credential|sealing|api-?key/i;

const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  // Feed, API, join and session tokens are 43 letters of base64url; whatever is longer is a hash or a key.
  [/[A-Za-z0-9_-]{43,}/g, TAKEN_OUT],
  // A token mistyped or cut short is still most of one.
  [/(\/(?:feeds|join|subscribe|wall|received)\/)(?!:)[^/?#\s"']+/g, `$1${TAKEN_OUT}`],
  // Private links to one's own page; under a unit the same word leads to no secret.
  [/(?<!\/units\/[^/?#\s"']+)(\/me\/)(?!:)[^/?#\s"']+/g, `$1${TAKEN_OUT}`],
  [/\b(bearer|basic)\s+[^\s,;"']+/gi, `$1 ${TAKEN_OUT}`],
  [
    /\b((?:set-)?cookie|authorization|password|currentpassword|passwd|token|secret|client_secret)(["']?\s*[=:]\s*["']?)[^&\s,;"']+/gi,
    `$1$2${TAKEN_OUT}`,
  ],
  [/([?&](?:code|state|nonce|next)=)[^&\s"']+/g, `$1${TAKEN_OUT}`],
  [/\bwhsec_[\w+/=-]+/g, TAKEN_OUT],
  // The one-time code of the first start.
  [/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}\b/g, TAKEN_OUT],
  // `https://name:password@host`
  [/(\/\/[^/\s:@]+:)[^/\s@]+@/g, `$1${TAKEN_OUT}@`],
];

function redactText(text: string): string {
  const cut = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  return SECRET_TEXTS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), cut);
}

/** A copy fit for the log, whatever is inside. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
    return redactText(String(value));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return '…';
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `${value.byteLength} octets`;
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => redact(each, depth + 1));
  const entries = Object.entries(value).map(
    ([name, each]) => [name, redactNamed(name, each, depth)] as const,
  );
  return Object.fromEntries(entries);
}

function redactNamed(name: string, value: unknown, depth: number): unknown {
  return SECRET_NAME.test(name) && value !== undefined ? TAKEN_OUT : redact(value, depth + 1);
}

/** What an error says of itself, and no more: libraries hang whole requests on theirs. */
function redactError(error: Error, depth: number): Readonly<Record<string, unknown>> {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  const key = 'key' in error ? String(error.key) : undefined;
  return {
    name,
    message: redactText(message),
    ...(code === undefined ? {} : { code }),
    ...(key === undefined ? {} : { key }),
    ...('params' in error ? { params: redact(error.params, depth + 1) } : {}),
    stack: redactText(stack ?? ''),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}
