/**
 * What is reached without signing in, or handed out: screens on walls, devices that are told, the code on the wall, calls for
 * a seat, rosters brought in, files taken out. Of no test runner: `npm run test:attack` runs these as well.
 */

import { createECDH } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOBODY } from '../../src/app/access/authorise.ts';
import type { App } from '../../src/app/app.ts';
import { checkInAtWall, openWallCode, wallCode } from '../../src/app/check-ins/wall-code.ts';
import {
  issueDisplayLink,
  readDisplayLinks,
  revokeDisplayLink,
} from '../../src/app/displays/display-links.ts';
import { openDisplay } from '../../src/app/displays/open-display.ts';
import { importRoster, previewRosterImport } from '../../src/app/drafts/import-roster.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { answerByToken, openReceipt } from '../../src/app/notices/open-receipt.ts';
import { listOwnNotices } from '../../src/app/notices/own-notices.ts';
import { addPushDevice, countPushDevices, endPushDevices } from '../../src/app/notices/push-devices.ts';
import { pushKeysOf } from '../../src/app/notices/push-keys.ts';
import { receiptToken } from '../../src/app/notices/receipt-token.ts';
import { issuePersonalLink, revokePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { openPersonalLink } from '../../src/app/own/open-personal-link.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { answerCall } from '../../src/app/replacements/answer-call.ts';
import { callPeople } from '../../src/app/replacements/call-people.ts';
import { exportStaff } from '../../src/app/staff/export-staff.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import type { Asker } from '../../src/domain/permission.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Shift } from '../../src/domain/shift.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { createOutbound } from '../../src/net/outbound.ts';
import { createPusher } from '../../src/net/web-push.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import type { Attack, AttackModule } from './attack.ts';

const MINUTE_MS = 60_000;
const ACTOR = 'cli';
/** As a browser makes them: a point on the curve, and 16 octets. */
const ecdh = createECDH('prime256v1');
const KEYS = {
  p256dh: ecdh.generateKeys().toString('base64url'),
  auth: Buffer.alloc(16, 7).toString('base64url'),
};
const noteOf = (): string => '';

interface Scene {
  readonly app: App;
  readonly key: PeriodKey;
  readonly plan: Plan;
  /** Stands the first shift; the next two stand nothing. */
  readonly people: readonly [string, string, string];
  readonly shift: Shift;
  at(moment: number): void;
}

async function open(): Promise<{ scene: () => Scene; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-links-'));
  const opened = await openApp(join(folder, 'rota.db'), sampleHolidays());
  let now = Date.UTC(2027, 0, 20, 1) as Instant;
  const app: App = { ...opened, clock: () => now };
  const source = sampleCase('unit-small');
  const loaded = await loadCase(app, {
    source: { ...source, ruleSet: { ...source.ruleSet, rules: [] } },
    actor: ACTOR,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const key = loaded.value;
  const plan = await getPlan(app, key);
  const [shift] = plan.shifts;
  const [a, b, c] = plan.staff.map(({ id }) => id);
  if (!shift || a === undefined || b === undefined || c === undefined)
    throw new Error('the sample is larger');
  const roster = { periodId: key.periodId, assignments: [{ shiftId: shift.id, place: 0, staffId: a }] };
  const { revision } = await saveDraft(app, { key, roster, seenRevision: 0, actor: ACTOR });
  const made = await publishVersion(app, { key, revision, note: '', actor: ACTOR });
  if (!made.published) throw new Error(JSON.stringify(made));
  const scene: Scene = {
    ...{ app, key, plan, shift, people: [a, b, c] },
    at(moment) {
      now = moment as Instant;
    },
  };
  return {
    scene: () => scene,
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What came of it, where it should have been refused on purpose. */
async function refused(attempt: () => Promise<unknown>): Promise<string | undefined> {
  try {
    return `it was taken: ${JSON.stringify(await attempt())?.slice(0, 100)}`;
  } catch (error) {
    return error instanceof AppError && error.code !== 'unavailable' ? undefined : String(error);
  }
}

const isNothing = (value: unknown, what: string): string | undefined =>
  value === undefined ? undefined : `${what} opened`;

const as = (app: App, role: Asker['memberships'][number]['role'], unitId: string, staffId?: string): App => ({
  ...app,
  caller: {
    account: { operator: false },
    memberships: [{ accountId: 'x', unitId, role, ...(staffId === undefined ? {} : { staffId }) }],
  },
});

type Try = (scene: Scene) => Promise<string | undefined>;

const DISPLAYS: Readonly<Record<string, Try>> = {
  'a screen’s link that nobody made': async ({ app }) =>
    isNothing(await openDisplay(app, 'x'.repeat(43)), 'it'),
  'a private link in place of a screen’s, and the other way round': async ({
    app,
    key,
    people: [staffId],
  }) => {
    const { unitId } = key;
    const { token } = await issuePersonalLink(app, { unitId, staffId, actor: ACTOR });
    const screen = await issueDisplayLink(app, {
      unitId,
      name: 'a',
      phones: false,
      dims: false,
      actor: ACTOR,
    });
    const [wall, own] = [await openDisplay(app, token), await openPersonalLink(app, screen)];
    return isNothing(wall, 'the private link') ?? isNothing(own, 'the screen’s link');
  },
  'a screen’s link that was ended': async ({ app, key: { unitId } }) => {
    const token = await issueDisplayLink(app, { unitId, name: 'b', phones: true, dims: false, actor: ACTOR });
    for (const { id } of await readDisplayLinks(app, unitId))
      await revokeDisplayLink(app, { unitId, id, actor: ACTOR });
    return isNothing(await openDisplay(app, token), 'it');
  },
  'phones by a screen that shows none': async ({ app, key: { unitId } }) => {
    const token = await issueDisplayLink(app, {
      unitId,
      name: 'c',
      phones: false,
      dims: false,
      actor: ACTOR,
    });
    const shown = JSON.stringify(await openDisplay(app, token));
    return /"(phone|otherPhone)":"[^"]*\d/.test(shown) ? 'a phone is there' : undefined;
  },
  'a screen’s link made by someone who may not': ({ app, key: { unitId } }) =>
    refused(() =>
      issueDisplayLink(as(app, 'technician', unitId), {
        unitId,
        name: 'd',
        phones: true,
        dims: false,
        actor: 'x',
      }),
    ),
};

const TARGETS: Readonly<Record<string, object>> = {
  'without TLS': { endpoint: 'http://push.example/a' },
  'of a file': { endpoint: 'file:///etc/passwd' },
  'with a password': { endpoint: 'https://a:b@push.example/a' },
  'of 3,000 letters': { endpoint: `https://push.example/${'a'.repeat(3_000)}` },
  'with a key of another form': { p256dh: Buffer.alloc(65, 2).toString('base64url') },
  'with a key on no curve': {
    p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url'),
  },
  'with a short key': { auth: 'AAAA' },
  'with words for a key': { auth: '"; drop table' },
};

const device = { endpoint: 'https://push.example/a', ...KEYS };

const PUSH: Readonly<Record<string, Try>> = {
  ...Object.fromEntries(
    Object.entries(TARGETS).map(([name, target]): [string, Try] => [
      `a device ${name}`,
      ({ app, key: { unitId }, people: [staffId] }) =>
        refused(() => addPushDevice(app, { unitId, staffId, actor: ACTOR, ...device, ...target })),
    ]),
  ),
  'a device for somebody else': ({ app, key: { unitId }, people: [staffId, other] }) =>
    refused(() =>
      addPushDevice(as(app, 'technician', unitId, other), { unitId, staffId, actor: 'x', ...device }),
    ),
  'somebody else’s device ended': async ({ app, key: { unitId }, people: [staffId, other] }) => {
    const id = await addPushDevice(app, { unitId, staffId, actor: ACTOR, ...device });
    await endPushDevices(as(app, 'technician', unitId, other), { unitId, staffId: other, id, actor: 'x' });
    const left = await countPushDevices(app, { unitId, staffId });
    return left === 1 ? undefined : 'it was ended';
  },
  'a message to an address inside': ({ app }) => {
    const send = createOutbound({ privateAddresses: false });
    const push = createPusher(send, { ...pushKeysOf(app), contact: 'https://truc.lamgiang.example' });
    const to = { ...device, endpoint: 'https://127.0.0.1:1/a' };
    return push(to, { text: 'a', urgent: false, keptSeconds: 1 }).then(
      () => 'it was sent',
      ({ key }: { readonly key?: string }) =>
        /private|refused|gone|later/.test(key ?? '') ? undefined : `it was tried: ${key}`,
    );
  },
  'a device by a link that is over': async ({ app, key: { unitId }, people: [, staffId] }) => {
    const { link } = await issuePersonalLink(app, { unitId, staffId, actor: ACTOR });
    await addPushDevice(app, { unitId, staffId, linkId: link.id, actor: ACTOR, ...device });
    await revokePersonalLink(app, { unitId, staffId, actor: ACTOR });
    return (await countPushDevices(app, { unitId, staffId })) === 0 ? undefined : 'it is still told';
  },
};

const WALL: Readonly<Record<string, Try>> = {
  'the code of a quarter of an hour ago': async ({ app, key: { unitId }, shift, at }) => {
    at(shift.span.start);
    const code = wallCode(app, unitId);
    at(shift.span.start + 16 * MINUTE_MS);
    return isNothing(await openWallCode(app, { unitId, code }), 'it');
  },
  'the code of another unit': async ({ app, key: { unitId }, shift, at }) => {
    at(shift.span.start);
    return isNothing(await openWallCode(app, { unitId, code: wallCode(app, `${unitId}-2`) }), 'it');
  },
  'a code with one letter other': async ({ app, key: { unitId }, shift, at }) => {
    at(shift.span.start);
    const code = wallCode(app, unitId).replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    return isNothing(await openWallCode(app, { unitId, code }), 'it');
  },
  'a shift of somebody else’s by a good code': ({ app, key, shift, people: [, other], at }) => {
    at(shift.span.start);
    const code = wallCode(app, key.unitId);
    return refused(() => checkInAtWall(app, { ...key, code, shiftId: shift.id, staffId: other }));
  },
  'a shift that is over by a good code': ({ app, key, shift, people: [staffId], at }) => {
    at(shift.span.end + MINUTE_MS);
    const code = wallCode(app, key.unitId);
    return refused(() => checkInAtWall(app, { ...key, code, shiftId: shift.id, staffId }));
  },
};

async function called({ app, key, shift, people: [fromId, toId], at }: Scene): Promise<string> {
  at(shift.span.start - 600 * MINUTE_MS);
  const seat = { shiftId: shift.id, place: 0 };
  const made = await callPeople(app, { key, seat, fromId, toIds: [toId] }, { actor: ACTOR });
  if (!made.done) throw new Error(made.refusal);
  return made.call.id;
}

const CALLS: Readonly<Record<string, Try>> = {
  'a call answered by someone who was not asked': async (scene) => {
    const { app, key, people } = scene;
    const callId = await called(scene);
    const [, , staffId] = people;
    const theirs = as(app, 'technician', key.unitId, staffId);
    return refused(() =>
      answerCall(theirs, { unitId: key.unitId, staffId, callId, answer: 'yes', noteOf, actor: staffId }),
    );
  },
  'a call answered for someone else': async (scene) => {
    const { app, key, people } = scene;
    const callId = await called(scene);
    const [, staffId, other] = people;
    const theirs = as(app, 'technician', key.unitId, other);
    return refused(() =>
      answerCall(theirs, { unitId: key.unitId, staffId, callId, answer: 'yes', noteOf, actor: other }),
    );
  },
  'a link of another notice, made up, too late, or of no call': async (scene) => {
    const { app, key, people, at } = scene;
    await called(scene);
    const [first, asked] = people;
    const [notice] = await listOwnNotices(app, { unitId: key.unitId, staffId: asked });
    const token = receiptToken(app, notice?.id ?? 0);
    const forged = token.replace(/^\d+/, (id) => String(Number(id) + 1));
    if ((await openReceipt(app, forged)) !== undefined) return 'a forged one opened';
    const [roster] = await listOwnNotices(app, { unitId: key.unitId, staffId: first });
    const received = await openReceipt(app, receiptToken(app, roster?.id ?? 0));
    const taken = received && (await answerByToken(app, received, { answer: 'yes', way: 'mail', noteOf }));
    if (taken && taken.kind !== 'over') return `a roster’s link took the seat: ${taken.kind}`;
    at(app.clock() + 15 * 86_400_000);
    return isNothing(await openReceipt(app, token), 'one that is over');
  },
};

const table = (rows: readonly (readonly string[])[]) => ({
  name: 'a.csv',
  bytes: Buffer.from(rows.map((cells) => cells.join('\t')).join('\n')),
});

async function bookOf({ app }: Scene, rows: readonly (readonly string[])[]) {
  const { name, bytes } = table(rows);
  const read = await app.parseFile({ kind: 'table', bytes, options: { name } }, 'x');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read;
}

const EVIL = '<script>alert(1)</script>';

const IMPORTS: Readonly<Record<string, Try>> = {
  'a roster brought in by someone who may not': async (scene) => {
    const { app, key } = scene;
    const { book } = (await bookOf(scene, [
      ['Ngày', 'Ca', 'Họ tên'],
      ['06/02/2027', 'Sáng', EVIL],
    ])) as never;
    const importing = { key, book, asked: {} } as never;
    const seen = await refused(() => previewRosterImport(as(app, 'technician', key.unitId), importing));
    return seen ?? refused(() => importRoster({ ...app, caller: NOBODY }, importing));
  },
};

const EXPORTS: Readonly<Record<string, Try>> = {
  'formulas in a list taken out': async ({ app, key: { unitId } }) => {
    const formula = '=HYPERLINK("https://evil.example","x")';
    const [first] = await app.db
      .selectFrom('staff_member')
      .selectAll()
      .where('unit_id', '=', unitId)
      .execute();
    for (const sign of ['=', '+', '-', '@', '\t=', '\r=']) {
      const name = `${sign}${formula.slice(1)}`;
      await app.db
        .updateTable('staff_member')
        .set({ name })
        .where('id', '=', first?.id ?? '')
        .execute();
      const words = { unitId, format: 'csv', headingOf: String, title: 'a', sample: false } as const;
      const csv = String(await exportStaff(app, words));
      if (/(^|[,\n])"?[=+@\t-]/.test(csv.replace(/^\ufeff/, ''))) {
        return `${JSON.stringify(sign)} begins a cell`;
      }
    }
    return undefined;
  },
  'a list taken out by a reader, and by nobody': async ({ app, key: { unitId } }) => {
    const words = { unitId, format: 'csv', headingOf: String, title: 'a', sample: false } as const;
    return (
      (await refused(() => exportStaff(as(app, 'reader', unitId), words))) ??
      refused(() => exportStaff({ ...app, caller: NOBODY }, words))
    );
  },
};

export const LINKS: AttackModule = {
  name: 'links',
  async open() {
    const { scene, close } = await open();
    const all = { ...DISPLAYS, ...PUSH, ...WALL, ...CALLS, ...IMPORTS, ...EXPORTS };
    const attacks = Object.entries(all).map(
      ([name, attempt]): Attack => ({ name, short: true, run: () => attempt(scene()) }),
    );
    return { attacks, close };
  },
};
