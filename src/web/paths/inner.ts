/** The one place where an address that came from outside becomes one of ours. */

const HERE = 'http://here.invalid';

/**
 * Path and query to go to, when they lead nowhere else (ASVS 5.0 3.7.2); the home page otherwise. `//evil.example` and
 * `/\evil.example` name another site, and `/.//evil.example` does once its dots are taken out, as browsers do.
 */
export function innerPath(text: string | null): string {
  if (!text?.startsWith('/') || !URL.canParse(text, HERE)) return '/';
  const { origin, pathname, search } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
