/**
 * `npm run office:documents -- --subject PART --variant PART --log FILE`: what `npm run test:deep` holds of LibreOffice, a few
 * documents at a time. A line each goes to the log; what the log has is not opened again, so a run that was stopped goes on.
 * `--keep FOLDER` leaves there every file and what LibreOffice made of it.
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { VARIANTS } from './every-document.ts';
import { isEqual, type Opened, openedByOffice } from './office-opened.ts';
import { ALL_SUBJECTS, meant } from './subjects.ts';

const { values } = parseArgs({
  options: {
    subject: { type: 'string', default: '' },
    variant: { type: 'string', default: '' },
    log: { type: 'string' },
    keep: { type: 'string' },
  },
});

/** As many as are lost when a run is stopped. */
const AT_ONCE = 8;

type Line = Opened & { readonly subject: string };

const { log } = values;
const kept =
  log !== undefined && existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
const lines = kept.map((line): Line => JSON.parse(line));

for (const subject of meant(ALL_SUBJECTS, values.subject)) {
  const own = (): Line[] => lines.filter((line) => line.subject === subject.name);
  const done = new Set(own().map(({ name }) => name));
  const left = meant(VARIANTS, values.variant).filter(({ name }) => !done.has(name));
  for (let at = 0; at < left.length; at += AT_ONCE) {
    const keep = values.keep && join(values.keep, subject.name.replaceAll(' ', '-'), String(at));
    if (keep) mkdirSync(keep, { recursive: true });
    for (const opened of await openedByOffice(subject, left.slice(at, at + AT_ONCE), keep)) {
      const line = { subject: subject.name, ...opened };
      lines.push(line);
      if (log !== undefined) appendFileSync(log, `${JSON.stringify(line)}\n`);
      if (!isEqual(opened)) console.log(JSON.stringify(line));
    }
  }
  const equal = own().filter(isEqual);
  const workbooks = own().filter(({ missing }) => missing !== undefined);
  console.log(
    `${subject.name}: ${equal.length} of ${own().length} documents equal, ${workbooks.length} of them workbooks too`,
  );
  if (equal.length < own().length) process.exitCode = 1;
}
