/** The systems of a unit: what it says of each, the posts that watch it, and who stands there without a certificate. */

import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { versionIndex } from '../../domain/roster-index.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { RosterVersion } from '../../domain/version.ts';
import {
  certificateIn,
  isCertificate,
  listedSystems,
  needsCertificate,
  systemNamed,
  type WatchedSystem,
} from '../../domain/watched-system.ts';
import { listStaff } from '../../store/staff-store.ts';
import {
  findCertificates,
  listSystems,
  listWatchingPosts,
  type WatchingPost,
} from '../../store/system-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { keptReading } from '../readings.ts';
import { listCurrentVersions } from '../versions/read-version.ts';

/** Someone who stands, or is to stand, a post that watches a system of level 3 to 5, and has no certificate. */
export interface Uncertified {
  readonly staffId: string;
  readonly name: string;
  readonly post: string;
  /** Of the first of their shifts that is not over. */
  readonly start: Instant;
  readonly shifts: number;
  /** Their certificate's last day, where they have one that is over by then. */
  readonly ended?: Day;
}

export interface ListedSystem extends WatchedSystem {
  readonly posts: readonly Pick<WatchingPost, 'id' | 'name'>[];
  readonly uncertified: readonly Uncertified[];
}

export interface UnitSystems {
  readonly systems: readonly ListedSystem[];
  /** Skills that count as a certificate; empty while the unit chose none. */
  readonly certificates: readonly string[];
  /** Every skill somebody of the staff list has, each once. */
  readonly skills: readonly string[];
}

const readStored = keptReading(
  async (db, unitId: string) => ({
    described: await listSystems(db, unitId),
    posts: await listWatchingPosts(db, unitId),
    certificates: await findCertificates(db, unitId),
    staff: await listStaff(db, unitId),
  }),
  { most: 64 },
);

/** Owners' numbers only for who may see phones. Throws `not-found`, `forbidden`. */
export async function readSystems(app: App, unitId: string): Promise<UnitSystems> {
  allow(app, 'roster.view', { unitId });
  await requirePart(app, unitId, 'systems');
  const { described, posts, certificates, staff } = await readStored(app, unitId);
  const listed = listedSystems(
    described,
    posts.flatMap(({ systems }) => systems),
  );
  const versions = await comingVersions(app, unitId);
  const ends = new Map(
    staff.flatMap(({ id, skills }) => {
      const end = endOf(skills.filter((each) => isCertificate(each, certificates)));
      return end === undefined ? [] : [[id, end] as const];
    }),
  );
  const phones = isAllowed(app, 'phones.view', { unitId });
  return {
    certificates,
    skills: [
      ...new Set(staff.flatMap(({ skills }) => skills.map((each) => certificateIn(each).name))),
    ].sort(),
    systems: listed.map((system) => ({
      ...system,
      ...(phones ? {} : { phone: '', email: '' }),
      posts: posts.filter(({ systems }) => systems.some((name) => systemNamed(listed, name) === system)),
      uncertified: needsCertificate(system)
        ? versions.flatMap((version) => uncertifiedIn(version, { listed, system, ends, now: app.clock() }))
        : [],
    })),
  };
}

async function comingVersions(app: App, unitId: string): Promise<readonly RosterVersion[]> {
  const versions = await listCurrentVersions(app);
  return versions.filter(({ withdrawn, plan }) => !withdrawn && plan.unit.id === unitId);
}

interface Judging {
  readonly listed: readonly WatchedSystem[];
  readonly system: WatchedSystem;
  /** The last day of each one's certificate; absent for who has none. */
  readonly ends: ReadonlyMap<string, Day | 'never'>;
  readonly now: Instant;
}

/** The latest of their ends; undefined for no certificate. */
function endOf(certificates: readonly string[]): Day | 'never' | undefined {
  const ends = certificates.map((each) => certificateIn(each).until);
  if (ends.includes(undefined)) return 'never';
  return ends
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
}

function uncertifiedIn(version: RosterVersion, { listed, system, ends, now }: Judging): Uncertified[] {
  const index = versionIndex(version);
  return version.plan.posts
    .filter(({ systems }) => systems.some((name) => systemNamed(listed, name)?.id === system.id))
    .flatMap((post) => {
      const shifts = version.plan.shifts.filter(({ postId, span }) => postId === post.id && span.end > now);
      const people = new Set(shifts.flatMap(({ id }) => index.staffOf(id)));
      return [...people].flatMap((staffId): Uncertified[] => {
        const end = ends.get(staffId);
        const own = shifts.filter(
          ({ id, day }) =>
            index.staffOf(id).includes(staffId) && (end === undefined || (end !== 'never' && end < day)),
        );
        if (own.length === 0) return [];
        const start = Math.min(...own.map(({ span }) => span.start)) as Instant;
        const name = staffName(version.plan.staff, staffId);
        const ended = end === undefined || end === 'never' ? {} : { ended: end };
        return [{ staffId, name, post: post.name, start, shifts: own.length, ...ended }];
      });
    });
}
