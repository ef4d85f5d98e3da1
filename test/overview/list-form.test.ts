/** The superior's own form of the list, Word or Excel: the one to start from is filled, a wrong one told, and it is kept with the order. */

import { describe, expect, it } from 'vitest';
import { findListForm, saveListForm } from '../../src/app/overview/list-form.ts';
import { loadTree } from '../../src/app/overview/load-tree.ts';
import { readList } from '../../src/app/overview/read-list.ts';
import { daysOf } from '../../src/domain/order.ts';
import { readBook } from '../../src/input/tables/read-book.ts';
import { unzip } from '../../src/kernel/zip-reader.ts';
import type { ListSource } from '../../src/output/documents/consolidated-list.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { fillListForm, listFormSample, listTableSample } from '../../src/output/documents/list-form.ts';
import { formatXlsxTable } from '../../src/output/documents/xlsx-file.ts';
import { type SampleApp, sampleApp } from '../app/sample-app.ts';
import { makeTree } from './make-tree.ts';

const KEY = { unitId: 'so-khcn', orderId: 'truc-tet-2027' };

async function loaded(): Promise<{ readonly app: SampleApp; readonly source: ListSource }> {
  const app = await sampleApp();
  app.setClock('2027-01-27T08:15');
  await loadTree(app, makeTree({ offices: 8, communes: 12, days: 3, people: 7 }));
  const { order, superior, units } = await readList(app, KEY);
  const source: ListSource = {
    ...{ language: 'vi', zone: order.zone, superior: superior.name, title: order.content.name, id: order.id },
    ...{ dispatchNumber: order.content.dispatchNumber, days: daysOf(order, app.clock()), at: app.clock() },
    units: units.map(({ unit: { name, branch, kind }, duties }) => ({ name, branch, kind, duties })),
  };
  return { app, source };
}

function textOf(docx: Uint8Array): string {
  const read = unzip(docx, { mostEntries: 500, mostBytes: 40_000_000 });
  const body = read.ok ? read.files.get('word/document.xml') : undefined;
  return new TextDecoder().decode(body).replace(/<[^>]+>/g, '|');
}

describe('the superior’s own form', () => {
  it('is filled with every duty once, and says what nobody knows', async () => {
    const { app, source } = await loaded();
    const sample = await formatDocx(listFormSample('vi', app.clock()));
    const filled = fillListForm(sample, 'mau.docx', source);
    if (!filled.ok) throw new Error(JSON.stringify(filled.faults));
    const text = textOf(filled.value.content);
    for (const unit of source.units.filter(({ duties }) => duties.length > 0)) {
      const times = text.split(`|${unit.name}|`).length - 1;
      expect([unit.name, times]).toEqual([unit.name, unit.duties.length]);
    }
    expect(text).toContain(source.title);
    expect(text).not.toContain('{');
    const form = listFormSample('vi', app.clock());
    const wrong = await formatDocx({
      ...form,
      sections: form.sections.map((section) => ({
        ...section,
        blocks: [{ kind: 'paragraphs', sizePt: 12, indentMm: 0, items: [{ text: '{ho_ten} {don_vj}' }] }],
      })),
    });
    const told = fillListForm(wrong, 'mau.docx', source);
    expect(told.ok ? [] : told.faults.map(({ key, value }) => [key, value])).toEqual([
      ['fault.form.misplaced', 'ho_ten'],
      ['fault.form.unknown-near', 'don_vj'],
    ]);
  });

  it('is filled in Excel as in Word, numbers as numbers', async () => {
    const { source } = await loaded();
    const sample = await formatXlsxTable(listTableSample('vi'));
    const filled = fillListForm(sample, 'mau.xlsx', source);
    if (!filled.ok) throw new Error(JSON.stringify(filled.faults));
    expect(filled.value.format).toBe('xlsx');
    const read = await readBook('list.xlsx', filled.value.content);
    const rows = read.ok ? (read.book.sheets[0]?.rows ?? []) : [];
    expect(rows.length).toBe(1 + source.units.reduce((sum, { duties }) => sum + duties.length, 0));
    for (const unit of source.units)
      expect(rows.filter(({ cells }) => cells[1] === unit.name)).toHaveLength(unit.duties.length);
    const told = fillListForm(new Uint8Array([1, 2]), 'a.pdf', source);
    expect(told.ok ? [] : told.faults.map(({ key }) => key)).toEqual(['fault.form.not-form']);
  });

  it('is kept with the order, the newest in place of the one before', async () => {
    const { app } = await loaded();
    expect(await findListForm(app, KEY)).toBeUndefined();
    for (const fileName of ['a.docx', 'b.docx']) {
      await saveListForm(app, { ...KEY, fileName, content: new Uint8Array([1, 2]), actor: 'ha' });
    }
    expect(await findListForm(app, KEY)).toMatchObject({
      fileName: 'b.docx',
      content: new Uint8Array([1, 2]),
    });
  });
});
