/** Signed letters on the page of documents: taken, brought back, shown in place of ours, superseded with their version. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/calendar/interval.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { openSeal } from '../../../src/wiring/seal.ts';
import { sealFile } from '../../documents/seal-file.ts';
import { signatory, signPdf } from '../../documents/sign-pdf.ts';
import { sampleCase } from '../../sample-case.ts';
import { documentsSite } from './documents-site.ts';

const signedForm = (bytes: Uint8Array, version = ''): FormData => {
  const form = new FormData();
  form.set('version', version);
  form.set('file', new File([Uint8Array.from(bytes)], 'da-ky.pdf', { type: 'application/pdf' }));
  return form;
};

describe('a letter signed digitally', () => {
  it('is given out, comes back signed, and stands in place of ours as long as its version holds', async () => {
    const docs = await documentsSite();
    const given = await docs.post('/signing', { part: 'letter' });
    expect([given.status, given.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="letter-de-ky-${docs.key.periodId}-v2.pdf"`,
    ]);
    const copy = new Uint8Array(await given.arrayBuffer());
    expect(Buffer.from(copy).toString('latin1')).toContain('/T (ChuKy1)');
    expect(await (await docs.get()).text()).toContain('chưa có bản ký');

    const refused = await docs.post('/signed', signedForm(copy));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('chưa có chữ ký nào');

    const signed = await signPdf(copy, await signatory('Trần Thị Bích Hà', 'Đơn vị mẫu'));
    // Of another version it is another document.
    expect(await (await docs.post('/signed', signedForm(signed, '1'))).text()).toContain('là bản lịch khác');
    const kept = await docs.post('/signed', signedForm(signed));
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${docs.path}#signing`]);

    const page = await (await docs.get()).text();
    for (const words of [
      'Chữ ký của Trần Thị Bích Hà (Đơn vị mẫu)',
      'Chưa kiểm tra: chứng thư',
      'Đã có bản ký số',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('document.sign');
    const instead = new Uint8Array(await (await docs.get('/notice.pdf')).arrayBuffer());
    expect(Buffer.compare(instead, signed)).toBe(0);
    const [, href = ''] = /href="([^"]*signed\.pdf)"/.exec(page) ?? [];
    const own = new Uint8Array(await (await fetch(docs.site.url + href)).arrayBuffer());
    expect(Buffer.compare(own, signed)).toBe(0);
    expect(await (await docs.get('?version=1')).text()).not.toContain('Trần Thị Bích Hà (Đơn vị mẫu)');
    expect((await docs.get('/signed/khong-co/signed.pdf')).status).toBe(404);
    expect((await docs.post('/signing', { part: 'poster' })).status).toBe(404);
    await docs.site.close();
  });

  it('goes to the program on the clerk’s machine and back by a sealed address, twice signed', async () => {
    const docs = await documentsSite();
    const ticket = async (step: string) => {
      const asked = await docs.post('/signing/ticket', { part: 'letter', step });
      return (await asked.json()) as { call: string; path: string };
    };
    const page = await docs.get();
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' wss://127.0.0.1:8987;");
    const home = await fetch(`${docs.site.url}/periods/${docs.key.periodId}`);
    expect(home.headers.get('content-security-policy')).not.toContain('wss:');

    const approve = await ticket('approve');
    expect(approve.call).toBe('SignApproved');
    // As a program does: no cookie, no origin.
    const fetched = async (path: string) =>
      new Uint8Array(await (await fetch(docs.site.url + path)).arrayBuffer());
    const send = async (path: string, bytes: Uint8Array) =>
      (await (
        await fetch(docs.site.url + path, { method: 'POST', body: signedForm(bytes) })
      ).json()) as object;
    const copy = await fetched(approve.path);
    expect(await send(approve.path, copy)).toMatchObject({
      Status: false,
      Message: expect.stringContaining('chưa có chữ ký nào'),
    });
    const first = await signPdf(copy, await signatory('Trần Thị Bích Hà', 'Đơn vị mẫu'));
    expect(await send(approve.path, first)).toMatchObject({ Status: true, Message: '' });

    const issue = await ticket('issue');
    expect(issue.call).toBe('SignIssued');
    const given = await fetched(issue.path);
    expect(Buffer.compare(given, first)).toBe(0);
    const second = await signPdf(given, await signatory('Đơn vị mẫu', 'Đơn vị mẫu'));
    expect(await send(issue.path, second)).toMatchObject({ Status: true });
    const instead = new Uint8Array(await (await docs.get('/notice.pdf')).arrayBuffer());
    expect(Buffer.compare(instead, second)).toBe(0);

    const madeUp = `${approve.path.slice(0, -2)}${approve.path.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await fetch(docs.site.url + madeUp)).status).toBe(404);
    await docs.site.close();
  });
});

describe('the organisation’s seal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seal-site-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const UNIT = sampleCase('unit-small').unit.id;
  const sealOf = async (units: readonly string[]) => {
    const file = join(folder, 'seal.p12');
    writeFileSync(file, await sealFile(await signatory('Đơn vị mẫu', 'Đơn vị mẫu'), 'mat-khau'));
    const seal = await openSeal({ seal: { file, secret: 'mat-khau', units } });
    if (!seal) throw new Error('no seal');
    return seal;
  };

  it('seals letter and annex once they have number and date, and leaves what others signed alone', async () => {
    const docs = await documentsSite('unit-small', {}, await sealOf([UNIT]));
    expect(await (await docs.get()).text()).toContain('Đóng dấu số của cơ quan');
    const early = await docs.post('/signing/seal', { part: 'letter' });
    expect([early.status, (await early.text()).includes('Chưa có số hoặc ngày')]).toEqual([422, true]);
    await docs.post('', { number: '7', date: '2027-01-20' });

    for (const part of ['letter', 'list', 'letter']) {
      const sealed = await docs.post('/signing/seal', { part });
      expect([sealed.status, sealed.headers.get('location')]).toEqual([303, `${docs.path}#signing`]);
    }
    const page = await (await docs.get()).text();
    expect(page).toContain('Chữ ký của Đơn vị mẫu');
    expect(page).not.toMatch(/document\.seal|error\.seal/);
    const instead = Buffer.from(await (await docs.get('/notice.pdf')).arrayBuffer());
    expect(instead.toString('latin1')).toContain('/SubFilter /adbe.pkcs7.detached');
    const [last] = await listAudit(docs.app.db, { unitId: UNIT }, 1);
    expect(last).toMatchObject({ action: 'document.seal', details: { signatures: 1 } });

    const copy = new Uint8Array(await (await docs.post('/signing', { part: 'alone' })).arrayBuffer());
    const signed = await signPdf(copy, await signatory('Trần Thị Bích Hà', 'Đơn vị mẫu'));
    await docs.post('/signed', signedForm(signed));
    const refused = await docs.post('/signing/seal', { part: 'alone' });
    expect(await refused.text()).toContain('đã có bản do người khác ký số');
    await docs.site.close();
  });

  it('is not used outside its certificate’s term', async () => {
    const seal = await sealOf([UNIT]);
    const docs = await documentsSite('unit-small', {}, { ...seal, until: (seal.from + 1) as Instant });
    await docs.post('', { number: '7', date: '2027-01-20' });
    const refused = await docs.post('/signing/seal', { part: 'letter' });
    expect([refused.status, (await refused.text()).includes('đã hết hạn')]).toEqual([422, true]);
    await docs.site.close();
  });

  it('leaves no trace where it is another unit’s, or none', async () => {
    for (const seal of [await sealOf(['other']), undefined]) {
      const docs = await documentsSite('unit-small', {}, seal);
      expect(await (await docs.get()).text()).not.toContain('Đóng dấu số');
      expect((await docs.post('/signing/seal', { part: 'letter' })).status).toBe(404);
      await docs.site.close();
    }
  });
});
