/** “Cây đơn vị”: who stands below, and bringing them in from a table, each with a link for its first account. */

import { packBook, readGivenTable, resumeTable } from '../../app/staff/given-table.ts';
import { issueAnswerToken } from '../../app/tree/answer-token.ts';
import {
  moveUnit,
  type OpenedTree,
  openTree,
  previewTree,
  type TreePreview,
  takeTree,
} from '../../app/tree/place-units.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { REFUSED, refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { joinPath } from '../paths/access.ts';
import { API_PAGE_PATH } from '../paths/machines.ts';
import { ordersPath, treePath } from '../paths/orders.ts';

export function showTree(visit: Visit, deps: WebDeps): Promise<Reply> {
  return treePage(visit, deps, []);
}

async function treePage(visit: Visit, { app }: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const unitId = visit.param('unit');
  const tree = await openTree(app, unitId);
  const form = formOf(visit, visit.form, faults);
  const phones = mayIn(visit, 'below.phones', unitId);
  const title = visit.say('tree.title');
  return {
    kind: 'page',
    view: 'orders/tree',
    title,
    unitName: tree.unit.name,
    script: 'import.js',
    ...refusedIf(faults.length > 0),
    model: {
      title,
      count: visit.say('tree.count', { count: tree.below.length }),
      superior: tree.superior ? visit.say('tree.superior', { name: tree.superior.name }) : '',
      edits: mayIn(visit, 'tree.edit', unitId),
      ordersPath: ordersPath(unitId),
      lookPath: treePath(unitId, 'look'),
      movePath: treePath(unitId, 'move'),
      tokenPath: treePath(unitId, 'token'),
      whole: form.whole,
      paste: form.area('paste', 'tree.paste', { rows: 6 }),
      rows: inTreeOrder(tree).map(({ depth, ...unit }) => ({
        ...{ unitId: unit.unitId, name: unit.name, branch: unit.branch, kind: unit.kind },
        contact: [unit.contact.name, unit.contact.title].filter(Boolean).join(', '),
        phone: phones ? unit.contact.phone : '',
        email: unit.contact.email,
        depth,
        label: visit.say('tree.superior-of', { name: unit.name }),
        superiors: [{ unitId, name: tree.unit.name }, ...tree.below]
          .filter((each) => each.unitId !== unit.unitId)
          .slice(0, MOST_SUPERIORS)
          .map((each) => ({ value: each.unitId, label: each.name, chosen: each.unitId === unit.superiorId })),
      })),
    },
  };
}

/** A list to choose from; larger trees are moved by the table. */
const MOST_SUPERIORS = 40;

/** Each behind its superior, by name. */
function inTreeOrder({ unit, below }: OpenedTree): OpenedTree['below'] {
  const under = new Map<string, OpenedTree['below'][number][]>();
  for (const each of below)
    under.set(each.superiorId ?? '', [...(under.get(each.superiorId ?? '') ?? []), each]);
  const walk = (id: string): OpenedTree['below'][number][] =>
    (under.get(id) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
      .flatMap((each) => [each, ...walk(each.unitId)]);
  return walk(unit.id);
}

/** One address for looking at a table and for taking it. */
export async function runTreeImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.param('unit');
  const packed = visit.form.get('table');
  const resumed = packed === null ? undefined : resumeTable(packed, {});
  if (resumed) {
    if (visit.form.get('take') !== TICKED)
      return previewPage(visit, await previewTree(app, { unitId, ...resumed }), packed ?? '');
    const accounts = visit.form.get('accounts') === TICKED;
    const taken = await takeTree(app, { unitId, ...resumed, accounts, actor: visit.actor });
    if (!taken.taken) return previewPage(visit, taken.preview, packed ?? '', true);
    if (taken.invitations.length === 0) return redirect(treePath(unitId));
    const lines = taken.invitations.map(({ name, token }) => ({
      name,
      address: `${deps.publicUrl}${joinPath(token)}`,
    }));
    const title = visit.say('tree.invitations', { count: lines.length });
    return {
      kind: 'page',
      view: 'orders/invitations',
      title,
      secret: true,
      script: 'copy.js',
      model: {
        title,
        lines,
        all: lines.map(({ name, address }) => `${name}\t${address}`).join('\n'),
        back: treePath(unitId),
      },
    };
  }
  const file = visit.files.get('file');
  const given = file
    ? { name: file.name, bytes: file.bytes }
    : {
        name: visit.say('tree.pasted'),
        paste: visit.form.get('pasteHtml') || (visit.form.get('paste') ?? ''),
      };
  const read = await readGivenTable(app, given, askerOf(visit, deps));
  if (!read.ok) return treePage(visit, deps, placedFaults(visit, read.faults));
  const preview = await previewTree(app, { unitId, book: read.book, asked: {} });
  return previewPage(visit, preview, packBook(read.book));
}

function previewPage(visit: Visit, { planned, faults }: TreePreview, table: string, refused = false): Reply {
  const { say } = visit;
  const unitId = visit.param('unit');
  const title = say('tree.preview');
  const fresh = planned.filter((each) => each.unitId === undefined).length;
  return {
    kind: 'page',
    view: 'orders/tree-preview',
    title,
    ...refusedIf(refused),
    model: {
      title,
      table,
      to: treePath(unitId, 'look'),
      back: treePath(unitId),
      faults: faults.map(({ row, key, value }) => say('tree.fault.row', { row, words: say(key, { value }) })),
      takeable: faults.length === 0 && planned.length > 0,
      none: planned.length === 0 && faults.length === 0,
      lead: say('tree.preview-lead', { fresh, known: planned.length - fresh }),
      button: say('tree.take', { count: planned.length }),
      rows: planned.map((each) => ({
        ...{ name: each.name, kind: each.kind, branch: each.branch, superior: each.superior },
        contact: [each.contact.name, each.contact.title].filter(Boolean).join(', '),
        reach: [each.contact.phone, each.contact.email].filter(Boolean).join(' · '),
        state: say(each.unitId === undefined ? 'tree.row.new' : 'tree.row.known'),
      })),
    },
  };
}

export async function moveInTree(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { below } = await openTree(deps.app, unitId);
  const unit = below.find((each) => each.unitId === visit.form.get('moved'));
  if (!unit) throw new AppError('not-found', 'tree.error.not-below');
  const { name: _, depth: __, ...place } = unit;
  try {
    await moveUnit(deps.app, {
      unitId,
      place: { ...place, superiorId: visit.form.get('superior') ?? '' },
      actor: visit.actor,
    });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    return { ...(await treePage(visit, deps, [{ key: error.key }])), status: REFUSED } as Reply;
  }
  return redirect(treePath(unitId));
}

/** Told once, on the answer itself. */
export async function makeAnswerToken(visit: Visit, { app, publicUrl }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const belowId = visit.form.get('below') ?? '';
  const { token, unitName } = await issueAnswerToken(app, { unitId, belowId, actor: visit.actor });
  const title = visit.say('upward.token.title', { unit: unitName });
  return {
    kind: 'page',
    view: 'api/machine-secret',
    title,
    secret: true,
    script: 'copy.js',
    model: {
      ...{ title, secret: token, example: '', back: treePath(unitId), apiPath: API_PAGE_PATH },
      text: visit.say('upward.token.text', { address: publicUrl }),
    },
  };
}
