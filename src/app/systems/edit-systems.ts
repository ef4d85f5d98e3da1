/** What a unit says of a system: saved, forgotten, and which skills count as a certificate. */

import { listedSystems, systemNamed, type WatchedSystem } from '../../domain/watched-system.ts';
import { parseSystem, type WrittenSystem } from '../../input/system-form.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Database } from '../../store/database.ts';
import {
  deleteSystem,
  listSystems,
  listWatchingPosts,
  renameInPosts,
  saveSystem as save,
  saveCertificates,
} from '../../store/system-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { record } from '../record.ts';

export { SYSTEM_FIELDS, type SystemField, type WrittenSystem } from '../../input/system-form.ts';

const MOST_SYSTEMS = 200;

export interface SystemSaving {
  readonly unitId: string;
  /** Absent for one that no post watches yet. */
  readonly id?: string;
  readonly written: WrittenSystem;
  readonly actor: string;
}

/**
 * The faults of the fields; none when it was done. Under another name the posts of the unit call it so too; rosters that
 * are published stay as they are. Throws `not-found`, `forbidden`.
 */
export async function saveSystem(app: App, saving: SystemSaving): Promise<readonly FieldFault[]> {
  const { unitId, id: asked, written, actor } = saving;
  allow(app, 'period.edit', { unitId });
  await requirePart(app, unitId, 'systems');
  return app.db.transaction().execute(async (trx) => {
    const listed = await listIn(trx, unitId);
    const kept = listed.find(({ id }) => id === asked);
    if (asked !== undefined && !kept) throw missing(asked);
    const parsed = parseSystem(written);
    if (!parsed.ok) return parsed.faults;
    const { name } = parsed.value;
    const namesake = systemNamed(listed, name);
    if (namesake && namesake.id !== kept?.id) {
      return [{ field: 'name', key: 'systems.fault.name-taken', params: { name: namesake.name } }];
    }
    if (!kept && listed.length >= MOST_SYSTEMS) {
      return [{ field: 'name', key: 'systems.fault.most', params: { most: MOST_SYSTEMS } }];
    }
    const taken = new Set(listed.map(({ id }) => id));
    const id = kept?.id ?? freeSlug(slugOf(name, { most: 60, fallback: 'system' }), taken);
    await save(trx, unitId, { ...parsed.value, id, former: formerOf(kept, name) });
    if (kept && kept.name !== name) {
      await renameInPosts(trx, unitId, { from: (each) => systemNamed([kept], each) !== undefined, to: name });
    }
    await record(trx, app, { actor, action: 'system.save', unitId, subject: id });
    return [];
  });
}

async function listIn(trx: Database, unitId: string): Promise<readonly WatchedSystem[]> {
  const posts = await listWatchingPosts(trx, unitId);
  return listedSystems(
    await listSystems(trx, unitId),
    posts.flatMap(({ systems }) => systems),
  );
}

function formerOf(kept: WatchedSystem | undefined, name: string): readonly string[] {
  if (!kept || foldForSearch(kept.name) === foldForSearch(name)) return kept?.former ?? [];
  return [...new Set([...kept.former, kept.name])].filter(
    (each) => foldForSearch(each) !== foldForSearch(name),
  );
}

/** What was said of it; a system that a post watches stays on the list. Throws `not-found`, `forbidden`. */
export async function forgetSystem(
  app: App,
  { unitId, id, actor }: { readonly unitId: string; readonly id: string; readonly actor: string },
): Promise<void> {
  allow(app, 'period.edit', { unitId });
  await requirePart(app, unitId, 'systems');
  await app.db.transaction().execute(async (trx) => {
    if (!(await deleteSystem(trx, unitId, id))) throw missing(id);
    await record(trx, app, { actor, action: 'system.remove', unitId, subject: id });
  });
}

/** Only skills that somebody has can be ticked; none leaves those called “chứng chỉ”. Throws `not-found`, `forbidden`. */
export async function chooseCertificates(
  app: App,
  {
    unitId,
    skills,
    actor,
  }: { readonly unitId: string; readonly skills: readonly string[]; readonly actor: string },
): Promise<void> {
  allow(app, 'period.edit', { unitId });
  await requirePart(app, unitId, 'systems');
  await app.db.transaction().execute(async (trx) => {
    const chosen = [...new Set(skills.map((each) => each.normalize('NFC').trim().slice(0, 120)))];
    await saveCertificates(trx, unitId, chosen.filter((each) => each !== '').slice(0, 50));
    const details = { skills: chosen.length };
    await record(trx, app, { actor, action: 'system.certificates', unitId, subject: unitId }, details);
  });
}

function missing(id: string): AppError {
  return new AppError('not-found', 'systems.failure.missing', { system: id });
}
