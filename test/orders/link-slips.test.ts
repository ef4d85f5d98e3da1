/** Slips of private links: one for each unit, of links that open something, with nothing kept. */

import { describe, expect, it } from 'vitest';
import { issueAnswerLinks, revokeAnswerLink } from '../../src/app/orders/answer-links.ts';
import { readLinkSlips } from '../../src/app/orders/link-slips.ts';
import { saveOrder } from '../../src/app/orders/save-order.ts';
import { sendOrder } from '../../src/app/orders/send-order.ts';
import { NO_CONTACT } from '../../src/domain/unit-tree.ts';
import { linkSlips } from '../../src/output/documents/link-slips.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { sampleApp } from '../app/sample-app.ts';
import { order as facts } from './order-facts.ts';

const TOP = 'so';
const UNITS = ['xa-a', 'xa-b', 'xa-c', 'xa-d', 'xa-e'];
const made = { actor: 'ha' };

async function asked() {
  const app = await sampleApp();
  app.setClock('2027-01-20T08:00');
  const { zone, content } = facts();
  await saveUnit(app.db, { id: TOP, name: 'Sở Khoa học', zone });
  await savePlace(app.db, { unitId: TOP, kind: '', branch: '', contact: NO_CONTACT }, app.clock());
  for (const unitId of UNITS) {
    await saveUnit(app.db, { id: unitId, name: `UBND ${unitId}`, zone });
    const place = { unitId, superiorId: TOP, kind: 'xã', branch: 'Vùng cao', contact: NO_CONTACT };
    await savePlace(app.db, place, app.clock());
  }
  const ask = { by: 'kind' as const, names: ['xã'], without: [], picked: [] };
  const orderId = await saveOrder(app, { ...made, unitId: TOP, content: { ...content, ask } });
  const key = { unitId: TOP, orderId };
  await sendOrder(app, { ...made, ...key, content: { ...content, ask } });
  return { app, key, links: await issueAnswerLinks(app, { ...made, ...key }) };
}

describe('slips of private links', () => {
  it('are of links that open the order, and tell nothing of any other', async () => {
    const { app, key, links } = await asked();
    const tokens = links.map(({ token }) => token);
    await revokeAnswerLink(app, { ...made, ...key, askedId: 'xa-b' });
    const { slips } = await readLinkSlips(app, key, [...tokens, 'x'.repeat(43), '']);
    expect(slips.map(({ unit }) => unit)).toEqual(['UBND xa-a', 'UBND xa-c', 'UBND xa-d', 'UBND xa-e']);
    await expect(readLinkSlips(app, key, ['x'])).rejects.toThrow('orders.slips.none');
    await expect(readLinkSlips(app, { ...key, unitId: 'xa-a' }, tokens)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('stand four a page, each with its own link to scan and to type', async () => {
    const { app, key, links } = await asked();
    const tokens = links.map(({ token }) => token);
    const { order, slips } = await readLinkSlips(app, key, tokens);
    const base = 'https://truc.example.vn/answer/';
    const { sections } = linkSlips({
      ...{ language: 'vi', zone: order.zone, superior: order.superiorName, title: order.content.name },
      ...{ dispatchNumber: '', contacts: order.content.contacts, at: app.clock(), id: order.id, base, slips },
    });
    const scans = sections.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'scan' ? [block.code.url] : [])),
    );
    expect(scans.map((page) => page.length)).toEqual([4, 1]);
    expect(scans.flat()).toEqual(tokens.map((token) => base + token));
    const words = JSON.stringify(sections[1]);
    expect(words).toContain('UBND xa-e');
    expect(words).toContain('Hạn gửi: ');
  });
});
