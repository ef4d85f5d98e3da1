/**
 * `npm run bench:documents`: milliseconds for each kind and format of the province sample, for fifty wall sheets at
 * once, and Chromium printing the same table as a web page beside them.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DutyDocument } from '../../src/output/documents/document.ts';
import { DOCUMENT_FORMATS, renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { crowdPlan, turnRoster } from '../documents/crowd.ts';
import { pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';

const ROUNDS = 9;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The blocks of the wall sheet as the plainest page that could be printed. */
function asHtml({ sections }: DutyDocument): string {
  const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const tables = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const row = (cells: (typeof block.rows)[number], tag: string): string =>
        `<tr>${cells
          .map(
            ({ lines, columns = 1, rows = 1 }) =>
              `<${tag} colspan=${columns} rowspan=${rows}>${lines.map(({ text }) => escaped(text)).join('<br>')}</${tag}>`,
          )
          .join('')}</tr>`;
      const head = block.head.map((cells) => row(cells, 'th')).join('');
      const body = block.rows.map((cells) => row(cells, 'td')).join('');
      return [`<table border=1><thead>${head}</thead><tbody>${body}</tbody></table>`];
    }),
  );
  return `<!doctype html><meta charset=utf-8><style>@page{size:A4 landscape}</style>${tables.join('')}`;
}

/** Undefined where there is no Chromium. */
function chromiumMs(html: string): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-bench-'));
  const file = join(folder, 'page.html');
  const pdf = join(folder, 'page.pdf');
  writeFileSync(file, html);
  try {
    const start = performance.now();
    execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        `file://${file}`,
      ],
      { stdio: 'ignore' },
    );
    return readFileSync(pdf).length > 0 ? performance.now() - start : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const plan = samplePlan('tet-2027-province');
const feedUrls = new Map(plan.staff.map(({ id }) => [id, `https://truc.example/feeds/${id}.ics`]));
const request = requestOf(plan, { options: { feedUrls } });
const sources = pdfSources();

const started = performance.now();
const writers = { pdf: createPdfWriter(sources) };
say(`start: ${(performance.now() - started).toFixed(0)} ms\n`);

say(
  `kind        pages-first  ${DOCUMENT_FORMATS.map((format) => format.padStart(8)).join('')}   median ms of ${ROUNDS}`,
);
const medians = new Map<string, number>();
for (const kind of DOCUMENT_KINDS) {
  // A round has its own version, so that no memoised page is met again.
  let round = 0;
  const order = () => ({
    ...request,
    source: {
      ...request.source,
      version: { number: ++round, publishedAt: request.source.plan.period.span.start },
    },
  });
  const first = await timed(() => writers.pdf.write(buildDocument(kind, order())));
  const columns: string[] = [];
  for (const format of DOCUMENT_FORMATS) {
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i++)
      times.push(await timed(() => renderDocument({ kind, format, ...order() }, writers)));
    medians.set(`${kind} ${format}`, median(times));
    columns.push(median(times).toFixed(1).padStart(8));
  }
  say(`${kind.padEnd(12)}${first.toFixed(0).padStart(11)}  ${columns.join('')}`);
}

const fifty = await timed(() => {
  for (let i = 1; i <= 50; i++) {
    const version = { number: 100 + i, publishedAt: plan.period.span.start };
    writers.pdf.write(buildDocument('wall', { ...request, source: { ...request.source, version } }));
  }
});
say(`\nfifty wall sheets one after another: ${fifty.toFixed(0)} ms, ${(fifty / 50).toFixed(1)} ms each`);

const crowd = crowdPlan({ people: 300, days: 9, posts: 8, cover: 5 });
const crowded = requestOf(crowd, { source: { roster: turnRoster(crowd) } });
for (const kind of ['official', 'grid', 'attendance'] as const) {
  const ms = await timed(() => writers.pdf.write(buildDocument(kind, crowded)));
  say(`${kind} of 300 people: ${ms.toFixed(0)} ms`);
}

const html = asHtml(buildDocument('wall', request));
const printed = [1, 2, 3].map(() => chromiumMs(html)).filter((ms) => ms !== undefined);
if (printed.length === 0) say('\nChromium is not installed: nothing to compare with');
else {
  const ms = median(printed);
  const own = medians.get('wall pdf') ?? 1;
  say(
    `\nChromium prints the wall's table alone in ${ms.toFixed(0)} ms: ${(ms / own).toFixed(0)} times as long`,
  );
}
