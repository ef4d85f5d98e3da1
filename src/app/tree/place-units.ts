/** Brings units below a superior from a table: known ones are placed, new ones made, each with a link for its first account. */

import type { Unit } from '../../domain/unit.ts';
import { moveFault, type UnitPlace } from '../../domain/unit-tree.ts';
import { layOut } from '../../input/tables/list-table.ts';
import { readTreeRows, TREE_SHAPE, type TreeRow, type TreeRowFault } from '../../input/tree-import.ts';
import { AppError } from '../../kernel/app-error.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Database } from '../../store/database.ts';
import { findUnit, listUnits, saveUnit } from '../../store/unit-store.ts';
import { findPlace, listBelow, listPlaces, savePlace, type UnitBelow } from '../../store/unit-tree-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import { addFirstInvitation } from '../access/invite.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import type { AskedTable } from '../staff/given-table.ts';

export interface OpenedTree {
  readonly unit: Unit;
  /** Undefined for one that stands in no tree. */
  readonly superior?: { readonly id: string; readonly name: string };
  readonly below: readonly UnitBelow[];
}

/** Throws `not-found`, `forbidden`. */
export async function openTree(app: App, unitId: string): Promise<OpenedTree> {
  allow(app, 'below.view', { unitId });
  const unit = await requireUnit(app.db, unitId);
  const superiorId = (await findPlace(app.db, unitId))?.superiorId;
  const superior = superiorId === undefined ? undefined : await findUnit(app.db, superiorId);
  return {
    unit,
    below: await listBelow(app.db, unitId),
    ...(superior ? { superior: { id: superior.id, name: superior.name } } : {}),
  };
}

/** One row, and what would come of it. */
export interface PlannedUnit extends TreeRow {
  /** Of a unit that is there already. */
  readonly unitId?: string;
}

export interface TreePreview {
  readonly planned: readonly PlannedUnit[];
  readonly faults: readonly TreeRowFault[];
}

export interface TreeImporting extends AskedTable {
  readonly unitId: string;
}

/** Changes nothing. Throws `not-found`, `forbidden`. */
export function previewTree(app: App, importing: TreeImporting): Promise<TreePreview> {
  allow(app, 'tree.edit', importing);
  return planWithin(app.db, app, importing);
}

async function planWithin(
  db: Database,
  app: App,
  { unitId, book, asked }: TreeImporting,
): Promise<TreePreview> {
  const { rows, faults } = readTreeRows(layOut(book, TREE_SHAPE, asked));
  const below = new Set((await listBelow(db, unitId)).map((each) => each.unitId));
  const units = new Map((await listUnits(db)).map((unit) => [foldForSearch(unit.name), unit]));
  const named = new Set(rows.map(({ name }) => foldForSearch(name)));
  const told = [...faults];
  const planned = rows.map((row): PlannedUnit => {
    const found = units.get(foldForSearch(row.name));
    // Another's unit is theirs: only who administers it may hang it somewhere.
    const theirs = found && !below.has(found.id) && !isAllowed(app, 'unit.edit', { unitId: found.id });
    if (theirs || found?.id === unitId)
      told.push({ row: row.row, key: 'tree.fault.theirs', value: row.name });
    const above = foldForSearch(row.superior);
    const isBelow = above === '' || named.has(above) || below.has(units.get(above)?.id ?? '');
    if (!isBelow && units.get(above)?.id !== unitId)
      told.push({ row: row.row, key: 'tree.fault.superior', value: row.superior });
    return { ...row, ...(found ? { unitId: found.id } : {}) };
  });
  return { planned, faults: told };
}

export interface FirstInvitation {
  readonly name: string;
  readonly contact: UnitPlace['contact'];
  /** For the link's address; told this once. */
  readonly token: string;
}

export type TreeTaken =
  | {
      readonly taken: true;
      readonly added: number;
      readonly placed: number;
      readonly invitations: readonly FirstInvitation[];
    }
  | { readonly taken: false; readonly preview: TreePreview };

/** All or nothing. @param taking.accounts whether each new unit gets a link for its first administrator. */
export function takeTree(
  app: App,
  { actor, accounts, ...importing }: TreeImporting & { readonly accounts: boolean; readonly actor: string },
): Promise<TreeTaken> {
  const { unitId } = importing;
  allow(app, 'tree.edit', { unitId });
  return app.db.transaction().execute(async (trx): Promise<TreeTaken> => {
    const preview = await planWithin(trx, app, importing);
    if (preview.faults.length > 0 || preview.planned.length === 0) return { taken: false, preview };
    const top = await requireUnit(trx, unitId);
    const ids = await idsOf(trx, preview.planned);
    const places = placesOf(preview.planned, ids, unitId);
    const fault = moveFault(await listPlaces(trx), places);
    if (fault) {
      const row = preview.planned.find(({ name }) => ids.get(foldForSearch(name)) === unitOf(fault));
      const told = { row: row?.row ?? 0, key: `tree.fault.${fault.kind}`, value: row?.name ?? '' };
      return { taken: false, preview: { ...preview, faults: [told] } };
    }
    const invitations: FirstInvitation[] = [];
    for (const [i, row] of preview.planned.entries()) {
      const place = places[i];
      if (!place) continue;
      if (row.unitId === undefined) await saveUnit(trx, newUnit(place.unitId, row, top));
      if (row.unitId === undefined && accounts) {
        const { token } = await addFirstInvitation(trx, app, { unitId: place.unitId, invitedBy: actor });
        invitations.push({ name: row.name, contact: row.contact, token });
      }
    }
    // Once all units are there: one may stand below another of the same table.
    for (const place of places) await savePlace(trx, place, app.clock());
    if (!(await findPlace(trx, unitId))) await savePlace(trx, topPlace(unitId), app.clock());
    const added = preview.planned.filter((each) => each.unitId === undefined).length;
    const details = { added, placed: places.length };
    await record(trx, app, { actor, action: 'tree.place', unitId, subject: unitId }, details);
    return { taken: true, added, placed: places.length, invitations };
  });
}

function unitOf(fault: NonNullable<ReturnType<typeof moveFault>>): string | undefined {
  return fault.kind === 'deep' ? fault.unitId : fault.unitIds[0];
}

function newUnit(id: string, { name }: TreeRow, top: Unit): Unit {
  return { id, name, zone: top.zone, parentName: top.name, ...(top.place ? { place: top.place } : {}) };
}

function topPlace(unitId: string): UnitPlace {
  return { unitId, kind: '', branch: '', contact: { name: '', title: '', phone: '', email: '' } };
}

const MOST_ID = 40;

/** By folded name: those there are, and new ones for the rest. */
async function idsOf(trx: Database, planned: readonly PlannedUnit[]): Promise<Map<string, string>> {
  const units = await listUnits(trx);
  const taken = new Set(units.map(({ id }) => id));
  const ids = new Map(units.map(({ id, name }) => [foldForSearch(name), id]));
  for (const { name, unitId } of planned) {
    if (unitId !== undefined) continue;
    const id = freeSlug(slugOf(name, { most: MOST_ID - 3, fallback: 'don-vi' }), taken);
    taken.add(id);
    ids.set(foldForSearch(name), id);
  }
  return ids;
}

function placesOf(
  planned: readonly PlannedUnit[],
  ids: ReadonlyMap<string, string>,
  topId: string,
): UnitPlace[] {
  return planned.map(({ name, superior, kind, branch, contact }) => ({
    unitId: ids.get(foldForSearch(name)) ?? '',
    superiorId: superior === '' ? topId : (ids.get(foldForSearch(superior)) ?? topId),
    ...{ kind, branch, contact },
  }));
}

export interface Moving {
  /** The superior whose tree it is. */
  readonly unitId: string;
  readonly place: UnitPlace;
  readonly actor: string;
}

/** One unit that stands below: to another superior within the tree, another kind or branch. Throws `not-found`; `conflict` for a circle or too deep. */
export function moveUnit(app: App, { unitId, place, actor }: Moving): Promise<void> {
  allow(app, 'tree.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const below = new Set([unitId, ...(await listBelow(trx, unitId)).map((each) => each.unitId)]);
    if (place.unitId === unitId || !below.has(place.unitId) || !below.has(place.superiorId ?? '')) {
      throw new AppError('not-found', 'tree.error.not-below');
    }
    const fault = moveFault(await listPlaces(trx), [place]);
    if (fault) throw new AppError('conflict', `tree.error.${fault.kind}`);
    await savePlace(trx, place, app.clock());
    await record(trx, app, { actor, action: 'tree.place', unitId, subject: place.unitId });
  });
}
