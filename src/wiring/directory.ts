/** The organisation's directory, as the configuration has it: what it is asked, and what its groups are here. */

import { readFileSync } from 'node:fs';
import type { Directory } from '../app/access/directory.ts';
import { createGate } from '../app/gate.ts';
import type { Config } from '../config.ts';
import { type DirectoryClient, openDirectory } from '../net/directory/directory.ts';
import { sameName } from '../net/directory/distinguished-name.ts';

/** A directory that answers slowly holds up no more than these; those who come then are told. */
const AT_ONCE = 8;
const MOST_WAITING = 100;

/** Empty where there is none, or where nobody signs in. */
export function directoryDeps(
  { directory, access }: Pick<Config, 'directory' | 'access'>,
  clock: () => number,
): { readonly directory?: Directory } {
  if (!directory || access !== 'accounts') return {};
  const client = openDirectoryClient({ directory }, clock);
  const gate = createGate({ atOnce: AT_ONCE, mostWaiting: MOST_WAITING, refusal: 'directory.busy' });
  const { name, map } = directory;
  return {
    directory: {
      name,
      check: (who, password) => gate(() => client.check(who, password)),
      find: (subjects) => client.find(subjects),
      list: (asked) => gate(() => client.list(asked)),
      roles: map.roles.map((each) => ({ ...each, group: sameName(each.group) })),
      people: map.people,
    },
  };
}

export function openDirectoryClient(
  { directory: { caFile, ...settings } }: { readonly directory: NonNullable<Config['directory']> },
  clock: () => number,
): DirectoryClient {
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') };
  return openDirectory({ ...settings, ...ca }, clock);
}
