/**
 * `npm run bench:documents`: milliseconds for each kind and format of the province sample, for fifty wall sheets at
 * once, processor time of documents of 300 people, and Chromium, already running, printing the same documents as web pages
 * beside them. `-- --json FILE` keeps the figures.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/output/documents/document.ts';
import { DOCUMENT_FORMATS } from '../../src/output/documents/document-files.ts';
import { formatHtml } from '../../src/output/documents/html-file.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { openBrowser } from '../browser/chromium.ts';
import { crowdPlan, turnRoster } from '../documents/crowd.ts';
import { pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';
import { pathOf } from '../programs.ts';

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

const PRINTS = 5;

/** Median milliseconds from a page's HTML to its PDF, by kind. */
async function chromiumMs(pages: ReadonlyMap<DocumentKind, string>): Promise<Map<DocumentKind, number>> {
  const browser = await openBrowser();
  const result = new Map<DocumentKind, number>();
  for (const [kind, html] of pages) {
    const times: number[] = [];
    for (let i = 0; i < PRINTS; i++) {
      const page = await browser.newPage();
      times.push(
        await timed(async () => {
          await page.setContent(html);
          await page.pdf({ preferCSSPageSize: true, printBackground: true });
        }),
      );
      await page.close();
    }
    result.set(kind, median(times));
  }
  await browser.close();
  return result;
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

/** Processor milliseconds of this process, whatever else the machine does meanwhile. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const crowd = crowdPlan({ people: 300, days: 14, posts: 8, cover: 5 });
const crowded = requestOf(crowd, { source: { roster: turnRoster(crowd) } });
const large: Record<string, number> = {};
const codes = new Map(crowd.staff.map(({ id }) => [id, `https://truc.example/feeds/${id}.ics`]));
for (const [name, kind, options] of [
  ['official', 'official', {}],
  ['grid', 'grid', {}],
  ['attendance', 'attendance', {}],
  ['slip', 'slip', {}],
  ['slip with codes', 'slip', { feedUrls: codes }],
] as const) {
  const order = { ...crowded, options: { ...crowded.options, ...options } };
  const ms = cpuMs(() => writers.pdf.write(buildDocument(kind, order)));
  large[name] = Math.round(ms);
  say(`${name} of 300 people, 14 days: ${ms.toFixed(0)} ms of processor time`);
}

const ratios: Record<string, number> = {};
if (!pathOf('chromium')) say('\nChromium is not installed: nothing to compare with');
else {
  const pages = new Map(DOCUMENT_KINDS.map((kind) => [kind, formatHtml(buildDocument(kind, request))]));
  say(`\nthe same page printed by Chromium, median ms of ${PRINTS}`);
  for (const [kind, ms] of await chromiumMs(pages)) {
    const own = medians.get(`${kind} pdf`) ?? 1;
    ratios[kind] = Math.round((ms / own) * 10) / 10;
    say(
      `${kind.padEnd(12)}${ms.toFixed(0).padStart(11)}  ours ${own.toFixed(1).padStart(6)}  Chromium takes ${(ms / own).toFixed(1)} times as long`,
    );
  }
}

const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
if (json !== undefined) {
  const figures = {
    medianMs: Object.fromEntries(medians),
    cpuMsOf300People: large,
    timesAsLongInChromium: ratios,
  };
  writeFileSync(json, `${JSON.stringify(figures, undefined, 2)}\n`);
}
