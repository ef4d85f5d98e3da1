/** Files read in a thread of their own: what is good is read, what goes on too long is ended, and the next one is read. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { zipStored } from '../../src/kernel/zip-writer.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { createFileReader, FILE_LIMITS, type FileReader } from '../../src/thread-host/file-reader.ts';
import type { ThreadLimits } from '../../src/thread-host/thread-line.ts';
import { at } from '../app/sample-app.ts';
import { requestOf, samplePlan } from '../documents/sample-documents.ts';
import { unzip } from '../documents/zip.ts';

const SCRIPT = pathToFileURL(join(import.meta.dirname, '../../dist/thread-host/file-worker.js'));
const ENDLESS = pathToFileURL(join(import.meta.dirname, 'endless-worker.mjs'));
const open: FileReader[] = [];

function reader(script = SCRIPT, limits: Partial<ThreadLimits> = {}): FileReader {
  const created = createFileReader(script, { ...FILE_LIMITS, ...limits });
  open.push(created);
  return created;
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const CSV = text('Họ tên;Điện thoại\nNguyễn Văn Ẩn;0900 000 001\n');
const table = { kind: 'table', bytes: CSV, options: { name: 'ds.csv' } } as const;
const REQUEST = requestOf(samplePlan('tet-2027-province'));
const formOf = (bytes: Uint8Array) =>
  ({ kind: 'form', bytes, options: { ...REQUEST, formName: 'mau.docx' } }) as const;

describe('the reader of files', () => {
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  it('reads a table, a paste, a calendar and a form', async () => {
    const { parse } = reader();
    expect(await parse(table, 'one')).toMatchObject({ ok: true, book: { sheets: [{ rows: [{}, {}] }] } });
    const paste = {
      kind: 'paste',
      bytes: text('Họ tên\tSố\nLê Thị B\t1'),
      options: { name: 'dán' },
    } as const;
    expect(await parse(paste, 'one')).toMatchObject({ ok: true, book: { name: 'dán' } });
    const within = { start: at('2027-02-01T00:00'), end: at('2027-03-01T00:00') };
    const bytes = text(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270206\nEND:VEVENT\nEND:VCALENDAR\n',
    );
    const calendar = { kind: 'calendar', bytes, options: { zone: VIETNAM, within } } as const;
    expect(await parse(calendar, 'one')).toMatchObject({
      ok: true,
      spans: [{ start: at('2027-02-06T00:00'), end: at('2027-02-07T00:00') }],
    });
    const filled = await parse(formOf(await formatSampleForm('vi')), 'one');
    expect(filled.ok && filled.value.fileName).toBe('form-tet-2027-v3.docx');
    expect(await parse(formOf(Uint8Array.of(1, 2, 3)), 'one')).toMatchObject({
      ok: false,
      faults: [{ key: 'fault.form.not-zip', file: 'mau.docx' }],
    });
  });

  it('prints nothing of a spoilt form: what stands in it would be a line in the log', async () => {
    const files = unzip(await formatSampleForm('vi'));
    files.set('[Content_Types].xml', '<Types><a b="c"d="forged"/><Types>');
    const form = zipStored(new Map([...files].map(([name, content]) => [name, Buffer.from(content)])));
    const printed = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
    const filled = await reader().parse(formOf(form), 'one');
    expect(filled).toMatchObject({ ok: false, faults: [{ key: 'fault.form.not-word' }] });
    const words = printed.flatMap(({ mock }) => mock.calls.map(([each]) => String(each)));
    expect(words.filter((each) => each.includes('forged') || each.includes('xmldom'))).toEqual([]);
    vi.restoreAllMocks();
  });

  it.each([
    ['endless', { mostWorkMs: 300 }, 'fault.file.slow'],
    ['endless, where the system tells no times', { mostWorkMs: 1e9, mostMs: 600 }, 'fault.file.slow'],
    ['growing', { mostHeapMb: 32 }, 'fault.file.memory'],
  ])('ends what is %s, tells it, and reads the next file in a fresh thread', async (what, limits, key) => {
    const { parse } = reader(ENDLESS, limits);
    const [name] = what.split(',');
    const hostile = { ...table, options: { ...table.options, name: `${name}.csv` } };
    const both = await Promise.all([parse(hostile, 'one'), parse(table, 'two')]);
    expect(both[0]).toEqual({ ok: false, faults: [{ key, params: {}, file: `${name}.csv` }] });
    expect(both[1]).toEqual({ read: 'ds.csv' });
  });

  it('refuses what is more than one asker’s share, and reads another’s', async () => {
    const { parse } = reader(SCRIPT, { mostOfOne: 2 });
    const asked = Array.from({ length: 5 }, () => parse(table, 'one'));
    const other = parse(table, 'two');
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'fulfilled'],
      ...['rejected', 'rejected'],
    ]);
    await expect(asked[4]).rejects.toMatchObject({ code: 'unavailable', key: 'error.file.busy' });
    expect(await other).toMatchObject({ ok: true });
  });
});
