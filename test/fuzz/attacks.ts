/**
 * What attackers send: calendars that never end, archives that grow, uploads with paths for names, lines of a calendar
 * inside a name, addresses inside one's own network.
 */

import { deflateRawSync } from 'node:zlib';
import type { Instant } from '../../src/calendar/interval.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';
import { readBusyCalendar } from '../../src/input/busy-calendar.ts';
import { readBook, readPaste } from '../../src/input/tables/read-book.ts';
import type { Random } from '../../src/kernel/random.ts';
import { unzip } from '../../src/kernel/zip-reader.ts';
import { checkedAddress, createOutbound } from '../../src/net/outbound.ts';
import { isPublicAddress } from '../../src/net/public-address.ts';
import { renderFeed } from '../../src/output/calendar-feed.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { parseMultipart } from '../../src/web/kit/multipart.ts';
import { requestOf, samplePlan } from '../documents/sample-documents.ts';
import { anyRule, NASTY, pick, spoilBytes } from './noise.ts';
import type { Target, Verdict } from './targets.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

const WITHIN = {
  start: Date.parse('2027-01-01T00:00:00Z') as Instant,
  end: Date.parse('2027-04-01T00:00:00Z') as Instant,
};
const STARTS = ['20270204T010000Z', '20270204', '00010101T000000Z', '99991231T235959Z', '19700101T000000'];

function calendarOf(random: Random): string {
  const rule = pick(random, [
    anyRule(random),
    'FREQ=SECONDLY',
    'FREQ=DAILY;COUNT=1000000',
    'FREQ=YEARLY;UNTIL=99991231',
  ]);
  const event = [
    ...['BEGIN:VEVENT', `UID:${pick(random, NASTY)}`, `DTSTART:${pick(random, STARTS)}`],
    ...[`DURATION:${pick(random, ['PT1H', 'P1D', 'PT0S', '-PT1H', 'P99999999D'])}`, `RRULE:${rule}`],
    ...[`EXDATE:${pick(random, STARTS)}`, `SUMMARY:${pick(random, NASTY)}`, 'END:VEVENT'],
  ];
  const events = Array.from({ length: 1 + random.below(4) }, () => event).flat();
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

const calendars: Target = {
  name: 'calendars of others',
  run(random) {
    const clean = calendarOf(random);
    const text =
      random.below(2) === 0 ? clean : Buffer.from(spoilBytes(random, bytesOf(clean))).toString('utf8');
    const read = readBusyCalendar(bytesOf(text), { zone: 'Asia/Ho_Chi_Minh', within: WITHIN });
    if (!read.ok) {
      if (!isMessageKey(read.key)) throw new Error(`no sentence for ${read.key}`);
      return 'refused';
    }
    if (read.spans.some(({ start, end }) => start < WITHIN.start || end > WITHIN.end || start >= end)) {
      throw new Error('a span outside of what was asked for');
    }
    return 'taken';
  },
};

interface Packed {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the archive says of the size, true or not. */
  readonly says?: number;
}

/** An archive as an attacker writes it: nothing it says need be so. */
function archiveOf(files: readonly Packed[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says } of files) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says ?? content.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says ?? content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

const BOMB = new Uint8Array(64 * 1024 * 1024);
const ENTRY_NAMES = [
  'xl/worksheets/sheet1.xml',
  'word/document.xml',
  '[Content_Types].xml',
  '../../etc/passwd',
  'C:\\x',
  '',
];
const LIMITS = { mostEntries: 200, mostBytes: 4 * 1024 * 1024 };

async function holdArchive(archive: Uint8Array): Promise<Verdict> {
  const opened = unzip(archive, LIMITS);
  if (opened.ok) {
    const octets = [...opened.files.values()].reduce((sum, { length }) => sum + length, 0);
    if (octets > LIMITS.mostBytes) throw new Error(`${octets} octets came out`);
  }
  const table = await readBook('ds.xlsx', archive);
  const form = fillWordForm(archive, 'mau.docx', REQUEST);
  for (const { key } of [...(table.ok ? [] : table.faults), ...(form.ok ? [] : form.faults)]) {
    if (!isMessageKey(key)) throw new Error(`no sentence for ${key}`);
  }
  return table.ok || form.ok ? 'taken' : 'refused';
}

const bombs: Target = {
  name: 'archives that grow, for XLSX and DOCX',
  share: 0.04,
  run(random) {
    const size = pick(random, [1_000, 5 * 1024 * 1024, BOMB.length]);
    const files = Array.from({ length: 1 + random.below(3) }, () => ({
      name: pick(random, ENTRY_NAMES),
      content: BOMB.subarray(0, size),
      ...(random.below(2) === 0 ? { says: random.below(100) } : {}),
    }));
    return holdArchive(archiveOf(files));
  },
};

const FORM = formatSampleForm('vi');

const spoiltArchives: Target = {
  name: 'spoilt workbooks and Word forms',
  share: 0.2,
  run: async (random) => holdArchive(spoilBytes(random, await FORM)),
};

const pastes: Target = {
  name: 'pasted tables',
  run(random) {
    const cells = Array.from({ length: 1 + random.below(30) }, () => pick(random, NASTY));
    const read = readPaste('dán', cells.join(pick(random, ['\t', ',', '\n', '\r\n', ';'])));
    if (read.ok) return 'taken';
    for (const { key } of read.faults) if (!isMessageKey(key)) throw new Error(`no sentence for ${key}`);
    return 'refused';
  },
};

const FILE_NAMES = [
  '../../etc/passwd',
  '..\\..\\x.xlsx',
  '/etc/shadow',
  'a\u0000.xlsx',
  'x"; name="token',
  'COM1',
  '.',
];

const uploads: Target = {
  name: 'uploads',
  async run(random) {
    const name = pick(random, [...FILE_NAMES, ...NASTY]);
    const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${pick(random, NASTY)}`;
    const body = `--b\r\n${head}\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n${pick(random, NASTY)}\r\n--b--\r\n`;
    const octets = random.below(2) === 0 ? bytesOf(body) : spoilBytes(random, bytesOf(body));
    const parsed = await parseMultipart('multipart/form-data; boundary=b', octets);
    if (parsed && parsed.files.size > 200) throw new Error('more files than any form has');
    return parsed ? 'taken' : 'refused';
  },
};

const REQUEST = requestOf(samplePlan('unit-small'));

const HOSTS = [
  ...[
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '169.254.169.254',
  ],
  ...[
    '192.168.1.1',
    '0',
    '[fe80::1]',
    '[fc00::1]',
    '100.64.0.1',
    'localhost',
    '127.0.0.1.',
    '[::]',
    '[2002:7f00:1::]',
  ],
];

/** Names that lead inside, whoever answers for them. */
const outbound = createOutbound({
  privateAddresses: false,
  resolve: ((_: string, __: object, done: (error: null, found: object[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as never,
});

const addresses: Target = {
  name: 'addresses inside one’s own network',
  share: 0.5,
  async run(random): Promise<Verdict> {
    const scheme = pick(random, ['http', 'https', 'HTTP', 'file', 'gopher', 'ftp', 'javascript', 'data']);
    const host = pick(random, [...HOSTS, 'evil.example', 'a@127.0.0.1', 'x:y@10.0.0.1']);
    const address = `${scheme}://${host}${pick(random, ['', ':1', ':22'])}/${encodeURIComponent(
      pick(
        random,
        NASTY.filter((each) => each !== '\ud800'),
      ),
    )}`;
    const asked = {
      method: 'GET',
      address,
      headers: {},
      timeoutMs: 2_000,
      mostOctets: 1_000,
      mostRedirects: 3,
    } as const;
    const refusal = await outbound(asked).then(
      () => undefined,
      (error: { key?: string }) => error.key ?? String(error),
    );
    if (refusal !== 'outbound.private' && refusal !== 'outbound.address')
      throw new Error(`${address}: ${refusal}`);
    if (URL.canParse(address) && refusal === 'outbound.private') {
      const { hostname } = checkedAddress(address);
      if (isPublicAddress(hostname.replace(/^\[|\]$/g, ''))) throw new Error(`${address} is everybody’s`);
    }
    return 'refused';
  },
};

const feeds: Target = {
  name: 'names that are lines of a calendar',
  run(random) {
    const words = `${pick(random, NASTY)}\r\nBEGIN:VALARM\nX:${pick(random, NASTY)}`;
    const text = renderFeed({
      scope: { kind: 'unit' },
      subject: words,
      options: DEFAULT_FEED_OPTIONS,
      guarded: true,
      periods: [],
      readAt: WITHIN.start,
    });
    if (/(^|\n)(BEGIN:VALARM|X:)/.test(text)) throw new Error('a line of the calendar was forged');
    if (text.split('\r\n').some((each) => Buffer.byteLength(each) > 75)) throw new Error('a line too long');
    return 'taken';
  },
};

export const ATTACKS: readonly Target[] = [
  calendars,
  bombs,
  spoiltArchives,
  pastes,
  uploads,
  feeds,
  addresses,
];
