/** Models worked out once for each version and language: versions never change, and many people look at the same one. */

import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import { onceFor } from '../../kernel/once-for.ts';

/** The same object again for the same version, as an object; gone with it. `make` depends on nothing else. */
export function remembered<T extends object>(
  make: (language: Language, version: RosterVersion) => T,
): (language: Language, version: RosterVersion) => T {
  const languagesOf = onceFor((_version: RosterVersion) => new Map<Language, T>());
  return (language, version) => {
    const languages = languagesOf(version);
    const found = languages.get(language) ?? make(language, version);
    languages.set(language, found);
    return found;
  };
}
