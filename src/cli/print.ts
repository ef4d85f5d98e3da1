/** `rota print`: a roster as something to print, sign, send or paste. */

import type { Day } from '../calendar/day.ts';
import { readConfig } from '../config.ts';
import { type DocumentFields, FITS, LIST_LAYOUTS, ORIENTATIONS, PAPERS } from '../domain/document-fields.ts';
import { openElsewhere } from '../kernel/loopback.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../output/documents/document.ts';
import type { DocumentFormat } from '../output/documents/document-files.ts';
import { type DocumentRequest, keptOptions } from '../output/documents/document-request.ts';
import { renderDocument } from '../output/documents/render-document.ts';
import { createPdfWriter, type PdfWriter } from '../output/documents/typst-pdf.ts';
import { fillWordForm } from '../output/documents/word-form.ts';
import { rosterDays } from '../output/roster/day-head.ts';
import type { SheetSource } from '../output/roster/sheet.ts';
import { rosterSheet } from '../output/roster/sheet.ts';
import { formatRosterCsv } from '../output/roster-csv.ts';
import { formatRosterJson } from '../output/roster-json.ts';
import { formatRosterText } from '../output/roster-text.ts';
import { renderSheetFile } from '../web/roster/sheet-file.ts';
import { ASSET_FOLDERS } from '../wiring/asset-folders.ts';
import { readPdfSources } from '../wiring/pdf-sources.ts';
import { readFile, tellParsed } from './case-folder.ts';
import type { Command } from './command.ts';
import { type Arguments, type Io, UsageError } from './command.ts';
import { readDocumentFields } from './document-fields-file.ts';
import { type OpenedCase, openCase, openRoster } from './open-case.ts';
import { writeFile } from './write-file.ts';

const FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json', 'text'] as const;
type Format = (typeof FORMATS)[number];
/** Not for a terminal. */
const BINARY: readonly Format[] = ['pdf', 'docx', 'xlsx'];
type SheetPaper = 'landscape' | 'portrait';

export const printCommand: Command = {
  name: 'print',
  positionals: ['CASE'],
  options: [
    { name: 'case', kind: 'text', placeholder: 'DIR', forPositional: true },
    { name: 'roster', kind: 'text', placeholder: 'FILE', required: true },
    {
      name: 'kind',
      kind: 'text',
      placeholder: DOCUMENT_KINDS.join('|'),
      choices: DOCUMENT_KINDS.map((kind) => [kind, `document.kind.${kind}`]),
    },
    { name: 'format', kind: 'text', placeholder: FORMATS.join('|') },
    { name: 'out', kind: 'text', placeholder: 'FILE' },
    { name: 'form', kind: 'text', placeholder: 'FILE.docx' },
    { name: 'fields', kind: 'text', placeholder: 'FILE' },
    { name: 'alone', kind: 'flag' },
    { name: 'unmarked', kind: 'flag' },
    { name: 'staff', kind: 'text', placeholder: 'ID' },
    { name: 'day', kind: 'text', placeholder: 'YYYY-MM-DD' },
    { name: 'before', kind: 'text', placeholder: 'FILE' },
    { name: 'paper', kind: 'text', placeholder: PAPERS.join('|') },
    { name: 'orientation', kind: 'text', placeholder: ORIENTATIONS.join('|') },
    { name: 'fit', kind: 'text', placeholder: FITS.join('|') },
    { name: 'layout', kind: 'text', placeholder: LIST_LAYOUTS.join('|') },
    { name: 'one-page', kind: 'flag' },
    { name: 'no-phones', kind: 'flag' },
  ],

  async run(args, io) {
    const format = choiceOf(args, 'format', FORMATS) ?? 'html';
    const out = args.text('out');
    if (out === undefined && (BINARY.includes(format) || args.text('form') !== undefined)) {
      throw new UsageError('cli.error.required', { option: 'out' });
    }
    const opened = openCase(args.positionals[0] ?? '', io);
    const roster = opened && openRoster(args.text('roster') ?? '', opened.plan, io);
    if (!opened || !roster) return 2;
    const source = { plan: opened.plan, roster, language: io.language, phones: !args.flag('no-phones') };
    const content = await contentOf({ args, io, opened, source, format });
    if (content === undefined) return 2;
    if (out !== undefined) writeFile(out, content, io);
    else io.out(typeof content === 'string' ? content : new TextDecoder().decode(content));
    return 0;
  },
};

interface Printing {
  readonly args: Arguments;
  readonly io: Io;
  readonly opened: OpenedCase;
  readonly source: SheetSource;
  readonly format: Format;
}

/** Without a kind it is the roster's sheet. Undefined when the fields have faults, which are then told. */
async function contentOf(printing: Printing): Promise<Uint8Array | string | undefined> {
  const { args, source, format } = printing;
  const kind = choiceOf(args, 'kind', DOCUMENT_KINDS);
  if (args.text('form') !== undefined) return filledForm(printing);
  if (format === 'json') return formatRosterJson(source);
  if (kind !== undefined || BINARY.includes(format)) return documentOf(printing, kind ?? 'wall', format);
  switch (format) {
    case 'csv':
      return formatRosterCsv(rosterSheet(source));
    case 'text':
      return formatRosterText(rosterSheet(source));
    default:
      return sheetFile(source, choiceOf(args, 'orientation', ORIENTATIONS) ?? 'landscape');
  }
}

async function documentOf(
  { args, io, source }: Printing,
  kind: DocumentKind,
  format: DocumentFormat,
): Promise<Uint8Array | string | undefined> {
  const fields = readDocumentFields(args, io);
  if (fields === undefined) return undefined;
  const paper = choiceOf(args, 'paper', PAPERS);
  const orientation = choiceOf(args, 'orientation', ORIENTATIONS);
  const fit = choiceOf(args, 'fit', FITS);
  const layout = choiceOf(args, 'layout', LIST_LAYOUTS);
  const staffId = args.text('staff');
  const day = dayOf(args, source);
  const before = beforeOf(args, io, source);
  if (before === 'faulty') return undefined;
  const currentUrl = openElsewhere(currentUrlOf(source));
  if (currentUrl === undefined) io.err(`${io.say('cli.print.no-code')}\n`);
  const options = {
    ...keptOptions(fields),
    ...(currentUrl !== undefined && { currentUrl }),
    ...(args.flag('alone') && { alone: true }),
    ...(args.flag('unmarked') && { unmarked: true }),
    ...(paper && { paper }),
    ...(orientation && { orientation }),
    ...(fit && { fit }),
    ...(layout && { layout }),
    ...(args.flag('one-page') && { onePage: true }),
    ...(day !== undefined && { day }),
    ...(staffId !== undefined && { staffIds: [staffOf(source, staffId)] }),
  };
  // Fonts are read and Typst is started for a PDF only.
  const pdf: Pick<PdfWriter, 'write'> = {
    write: (document) => createPdfWriter(readPdfSources()).write(document),
  };
  const order = {
    kind,
    format,
    source: sourceFor(source, fields),
    fields,
    options,
    ...(before && { before }),
  };
  const { content } = await renderDocument(order, { pdf });
  return content;
}

function sourceFor(source: SheetSource, { print }: DocumentFields): SheetSource {
  return print?.noPhones ? { ...source, phones: false } : source;
}

/** The unit's own form, filled; undefined when it or the fields have faults, which are then told. */
function filledForm({ args, io, source }: Printing): Uint8Array | undefined {
  const path = args.text('form') ?? '';
  const fields = readDocumentFields(args, io);
  return (
    fields &&
    tellParsed(
      fillWordForm(readFile(path), path, { source: sourceFor(source, fields), fields, options: {} }),
      io,
    )
  );
}

function dayOf(args: Arguments, { plan }: SheetSource): Day | undefined {
  const asked = args.text('day');
  if (asked === undefined) return undefined;
  const day = rosterDays(plan).find((each) => each === asked);
  if (day === undefined) throw new UsageError('cli.error.no-day', { value: asked });
  return day;
}

function beforeOf(args: Arguments, io: Io, { plan }: SheetSource): DocumentRequest['before'] | 'faulty' {
  const path = args.text('before');
  if (path === undefined) return undefined;
  const roster = openRoster(path, plan, io);
  return roster ? { plan, roster } : 'faulty';
}

function staffOf({ plan }: SheetSource, id: string): string {
  if (plan.staff.some((member) => member.id === id)) return id;
  throw new UsageError('cli.error.no-staff', { value: id });
}

function choiceOf<T extends string>(
  args: Arguments,
  option: string,
  choices: readonly [T, ...T[]],
): T | undefined {
  const asked = args.text(option);
  const found = choices.find((choice) => choice === asked);
  if (asked !== undefined && found === undefined) {
    throw new UsageError('cli.error.choice', { option, choices: choices.join(', '), value: asked });
  }
  return found;
}

/** Where the period stands on the configured server: what the QR picture leads to. */
function currentUrlOf({ plan }: SheetSource): string {
  const { publicUrl } = readConfig(process.env, process.cwd());
  return `${publicUrl}/periods/${encodeURIComponent(plan.period.id)}`;
}

/** The sheet as one HTML file. */
export function sheetFile(source: SheetSource, paper: SheetPaper): string {
  return renderSheetFile({ source, paper, address: currentUrlOf(source), folders: ASSET_FOLDERS });
}
