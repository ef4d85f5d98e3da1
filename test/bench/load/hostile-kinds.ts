/** The kinds of requests that are to hold the server up, made whole before the first is sent. */

import { gzipSync } from 'node:zlib';
import { formTokenOf } from '../../../src/web/access/form-token.ts';
import { archive } from '../../attack/archives.ts';
import type { Request } from '../feeds/load.ts';
import type { House } from './house.ts';

export interface HostileKind {
  readonly name: string;
  readonly ms: number;
  /** Each with one request in flight. */
  readonly connections: number;
  /** At most; what is not answered is waited for. */
  readonly perSecond: number;
  readonly requests: readonly Request[];
}

const ATTACK_MS = 10_000;
/** Of the busy calendars: the job that reads them comes by the minute. */
const CALENDAR_MS = 65_000;
const DOCUMENTS = 260;
const FORM = 'application/x-www-form-urlencoded';

export function hostileKinds(house: House, calendars: string): HostileKind[] {
  const { token, unitId, periodId, staffIds } = house.manager;
  const headers = { Cookie: `session=${token}` };
  const formToken = formTokenOf(token);
  const bomb = gzipSync(`a=${'&'.repeat(12_000_000)}`);
  const workbook = archive([
    { name: 'xl/workbook.xml', content: '<a/>' },
    { name: 'xl/worksheets/sheet1.xml', content: '<c '.repeat(320_000) },
  ]);
  const word = archive([
    { name: '[Content_Types].xml', content: '<a/>' },
    { name: 'word/document.xml', content: '<w:t '.repeat(320_000) },
  ]);
  const upload = (path: string, file: Part): Request =>
    post(path, { ...headers, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` }, [
      ...part({ name: 'token', content: formToken }),
      ...part({ name: 'name', content: 'mẫu' }),
      ...part(file),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]);
  const ordinary = { ms: ATTACK_MS, connections: 30 };
  return [
    {
      ...{ ...ordinary, name: 'bodies that swell, from nobody', perSecond: 200 },
      requests: [post('/sign-in', { 'Content-Type': FORM, 'Content-Encoding': 'gzip' }, [bomb])],
    },
    {
      ...{ ...ordinary, name: 'forms of 250 kB, from nobody', perSecond: 50 },
      requests: [post('/sign-in', { 'Content-Type': FORM }, [Buffer.from('&'.repeat(250_000))])],
    },
    {
      ...{ ...ordinary, name: 'passwords, from nobody', perSecond: 50 },
      requests: Array.from({ length: 400 }, (_, i) =>
        post('/sign-in', { 'Content-Type': FORM }, [
          Buffer.from(`signInName=nguoi.${i}&password=mat-khau-sai-${i}`),
        ]),
      ),
    },
    {
      ...{ ms: ATTACK_MS, connections: 12, name: 'workbooks', perSecond: 20 },
      requests: [
        upload(`/units/${unitId}/staff/import`, { name: 'file', fileName: 'ds.xlsx', content: workbook }),
      ],
    },
    {
      ...{ ms: ATTACK_MS, connections: 12, name: 'Word forms', perSecond: 20 },
      requests: [
        upload(`/periods/${periodId}/documents/forms`, { name: 'file', fileName: 'mau.docx', content: word }),
      ],
    },
    {
      ...{ ms: ATTACK_MS, connections: DOCUMENTS, name: `${DOCUMENTS} documents of one reader` },
      perSecond: DOCUMENTS,
      requests: [head('GET', `/periods/${periodId}/documents/official.pdf`, headers)],
    },
    {
      ...{ ms: CALENDAR_MS, connections: 2, name: 'calendars', perSecond: 20 },
      requests: staffIds.map((person) =>
        post(`/units/${unitId}/busy-calendar`, { ...headers, 'Content-Type': FORM }, [
          Buffer.from(String(new URLSearchParams({ token: formToken, person, address: calendars }))),
        ]),
      ),
    },
  ];
}

const BOUNDARY = 'boundary-of-the-attack';

interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly fileName?: string;
}

function part({ name, content, fileName }: Part): Uint8Array[] {
  const file = fileName === undefined ? '' : `; filename="${fileName}"`;
  const opening = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
  return [Buffer.from(opening), Buffer.from(content), Buffer.from('\r\n')];
}

function post(path: string, headers: Readonly<Record<string, string>>, body: readonly Uint8Array[]): Request {
  const whole = Buffer.concat(body);
  const all = { ...headers, 'Sec-Fetch-Site': 'same-origin', 'Content-Length': String(whole.length) };
  return Buffer.concat([Buffer.from(head('POST', path, all)), whole]);
}

function head(method: string, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\n${lines.join('')}\r\n`;
}
