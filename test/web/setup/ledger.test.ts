/** The ledger and the contact directory over HTTP: what they show, their files, what is put right by hand, what is refused. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { exportLedger } from '../../../src/app/ledger/export-ledger.ts';
import { openLedger } from '../../../src/app/ledger/open-ledger.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { FaultList } from '../../../src/input/fault-list.ts';
import { parseLedger } from '../../../src/input/ledger-file.ts';
import { People } from '../../../src/input/people.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { readContacts } from '../../../src/wiring/contacts.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { published, seat } from '../../app/sample-app.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { formIn, typed } from './setup-form.ts';

async function opened(name?: string): Promise<MakingSite> {
  const making = await makingSite(name);
  onTestFinished(() => making.site.close());
  return making;
}

describe('the ledger', () => {
  it('says who stood Giao thừa in which year, and whose turn it is', async () => {
    const { get, key, source } = await opened('tet-2027-province');
    const path = `/units/${key.unitId}/ledger`;
    const stood = source.ledger.filter(({ kind, year }) => kind === 'giao-thua' && year === 2025);
    const names = stood.map(({ staffId }) => source.staff.find(({ id }) => id === staffId)?.name ?? '');
    const { text } = await get(path);
    const [, row = ''] = text.split('<dt>2025</dt>');
    expect(stood.length).toBeGreaterThan(0);
    for (const name of names) expect(row.slice(0, row.indexOf('</div>'))).toContain(name);
    const order = async (sort: string): Promise<string[]> => {
      const page = (await get(`${path}?day=giao-thua&sort=${sort}`)).text;
      return [...page.matchAll(/class="ledger-name"><a href="[^"]*">([^<]*)</g)].map(
        (match) => match[1] ?? '',
      );
    };
    const times = (name: string): number => {
      const id = source.staff.find((member) => member.name === name)?.id;
      return source.ledger.filter(({ staffId, kind }) => staffId === id && kind === 'giao-thua').length;
    };
    const turn = (await order('day')).map(times);
    expect(turn).toEqual([...turn].sort((a, b) => a - b));
    expect((await order('name'))[0]).toBe('Bùi Đức Anh');
    expect((await get(`${path}?q=bich%20ha`)).text).toContain('1/28 người');
  });

  it('tells an entry’s source, down to the version that carried it', async () => {
    const { app, key, get, plan } = await opened();
    await published(app, key, [seat(plan, 0, 0)]);
    const person = plan.staff[0];
    const { text } = await get(`/units/${key.unitId}/ledger/${person?.id}`);
    expect(text).toContain(`${plan.period.name}, bản 1`);
    expect((await get(`/units/${key.unitId}/ledger/nobody`)).status).toBe(404);
  });

  it('is put right by hand with a reason; what stood before stays, and the next plan reckons with it', async () => {
    const { app, key, get, post } = await opened('tet-2027-province');
    const path = `/units/${key.unitId}/ledger/LG01`;
    const form = formIn((await get(path)).text, path);
    const changes = { year: '2024', kind: 'giao-thua', amount: '0', reason: 'Đã đổi ca với anh Duy' };
    const done = await post(path, typed(form, changes));
    expect(done.location).toBe(`${path}?done=corrected`);
    const of = (await openLedger(app, key.unitId)).entries.filter(
      ({ staffId, year, kind }) => staffId === 'LG01' && year === 2024 && kind === 'giao-thua',
    );
    expect(of.map(({ amount, source }) => [amount, source.kind])).toEqual([
      [1, 'imported'],
      [-1, 'corrected'],
    ]);
    const reckoned = (await getCase(app, key)).ledger.filter(
      ({ staffId, year, kind }) => staffId === 'LG01' && year === 2024 && kind === 'giao-thua',
    );
    expect(reckoned.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect((await get(path)).text).toContain('Đã đổi ca với anh Duy');
    const [entry] = await listAudit(app.db, { unitId: key.unitId }, 1);
    expect(entry).toMatchObject({
      action: 'ledger.correct',
      subject: 'LG01',
      details: { year: 2024, kind: 'giao-thua', before: 1, after: 0 },
    });
    expect(JSON.stringify(entry?.details)).not.toContain('anh Duy');
  });

  it('refuses a correction without a reason, of nothing, or of no year', async () => {
    const { app, key, get, post } = await opened('tet-2027-province');
    const path = `/units/${key.unitId}/ledger/LG01`;
    const before = await openLedger(app, key.unitId);
    const form = formIn((await get(path)).text, path);
    const refused = await post(path, typed(form, { year: '20', amount: 'hai', reason: ' ' }));
    expect(refused.status).toBe(422);
    for (const field of ['year', 'amount', 'reason']) expect(refused.text).toContain(`id="fault-${field}"`);
    const same = await post(
      path,
      typed(form, { year: '2024', kind: 'giao-thua', amount: '1', reason: 'vì sao' }),
    );
    expect([same.status, same.text.includes('Sổ đang ghi đúng 1 rồi')]).toEqual([422, true]);
    expect((await post(path, typed(form, { kind: 'christmas' }))).status).toBe(422);
    expect((await post(`/units/${key.unitId}/ledger/nobody`, typed(form, {}))).status).toBe(404);
    expect(await openLedger(app, key.unitId)).toEqual(before);
  });

  it('goes out as files, and the CSV comes in again as the same book', async () => {
    const { app, key, get, source } = await opened('tet-2027-province');
    const csv = await exportLedger(app, { unitId: key.unitId, format: 'csv', title: 'x' });
    const faults = new FaultList();
    const entries = parseLedger(Buffer.from(String(csv)), new People(source.staff), faults) ?? [];
    const inOrder = (all: typeof source.ledger) => all.map((entry) => JSON.stringify(entry)).sort();
    expect([faults.faults, faults.warnings]).toEqual([[], []]);
    expect(inOrder(entries)).toEqual(inOrder(source.ledger));
    const xlsx = await get(`/units/${key.unitId}/ledger.xlsx`);
    expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
    expect((await get(`/units/${key.unitId}/ledger.exe`)).status).toBe(404);
  });
});

describe('the contact directory', () => {
  const CONTACTS = '/units/van-phong-tan-khe/contacts';

  it('warns of old entries, and a unit’s own entry takes the place of a shipped one', async () => {
    const { app, get, post } = await opened();
    const { length } = readContacts(ROOT);
    expect((await get(CONTACTS)).text).toContain(`Danh bạ có ${length} đầu mối quá 12 tháng`);
    const [shipped] = readContacts(ROOT);
    const form = formIn((await get(`${CONTACTS}/new?replaces=${shipped?.id}`)).text, `${CONTACTS}/new`);
    expect(form.get('name')).toBe(shipped?.name);
    const saved = await post(
      `${CONTACTS}/new`,
      typed(form, {
        phone: '0900 000 113',
        email: 'truc@a.example',
        standIn: 'Phòng trực ca 0900 000 081',
        channel: 'Nhóm Zalo “Trực tỉnh”',
      }),
    );
    expect(saved.location).toBe(`${CONTACTS}?done=saved`);
    const page = (await get(CONTACTS)).text;
    expect(page).toContain('href="tel:0900000113"');
    expect(page).toContain('Gọi thay: Phòng trực ca 0900 000 081');
    expect(page).toContain('Kênh thứ hai: Nhóm Zalo “Trực tỉnh”');
    expect(page).toContain(`Danh bạ có ${length - 1} đầu mối quá 12 tháng`);
    expect(page.match(/class="card contact"/g)).toHaveLength(length);
    const home = (await get('/')).text;
    expect(home).toContain(`Danh bạ có ${length - 1} đầu mối quá 12 tháng`);
    expect(home).toContain(`href="${CONTACTS}"`);
    const [entry] = await listAudit(app.db, { unitId: 'van-phong-tan-khe' }, 1);
    expect(entry?.action).toBe('contact.save');
  });

  it('has its own entries changed and removed; the shipped one is seen again', async () => {
    const { get, post } = await opened();
    const [shipped] = readContacts(ROOT);
    const fresh = formIn((await get(`${CONTACTS}/new?replaces=${shipped?.id}`)).text, `${CONTACTS}/new`);
    await post(`${CONTACTS}/new`, typed(fresh, { name: 'Trực ban Sở' }));
    const path = `${CONTACTS}/truc-ban-so`;
    const form = formIn((await get(path)).text, path);
    await post(path, typed(form, { name: 'Trực ban Sở Thông tin', phone: '113' }));
    expect((await get(CONTACTS)).text).toContain('Trực ban Sở Thông tin');
    expect((await post(`${path}/remove`, {})).location).toBe(`${CONTACTS}?done=removed`);
    expect((await get(CONTACTS)).text).toContain(shipped?.name);
    expect((await post(`${path}/remove`, {})).status).toBe(404);
    expect((await get(path)).status).toBe(404);
  });

  it('refuses with every fault beside its field and what was typed', async () => {
    const { get, post } = await opened();
    const form = formIn((await get(`${CONTACTS}/new`)).text, `${CONTACTS}/new`);
    const refused = await post(
      `${CONTACTS}/new`,
      typed(form, { name: '', phone: 'gọi anh Nam', email: 'x', asOf: '2099-01-01' }),
    );
    expect(refused.status).toBe(422);
    for (const field of ['name', 'phone', 'email', 'asOf']) {
      expect([field, refused.text.includes(`id="fault-${field}"`)]).toEqual([field, true]);
    }
    expect(refused.text).toContain('value="gọi anh Nam"');
  });
});
