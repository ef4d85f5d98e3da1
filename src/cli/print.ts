/** `rota print`: a roster as something to print, send or paste. */

import { readConfig } from '../config.ts';
import { formatRosterCsv } from '../output/roster-csv.ts';
import { formatRosterJson } from '../output/roster-json.ts';
import type { SheetSource } from '../output/roster-sheet.ts';
import { rosterSheet } from '../output/roster-sheet.ts';
import { formatRosterText } from '../output/roster-text.ts';
import { renderSheetFile } from '../web/sheet-file.ts';
import { ASSET_FOLDERS } from '../wiring/asset-folders.ts';
import type { Command } from './command.ts';
import { type Arguments, UsageError } from './command.ts';
import { openCase, openRoster } from './open-case.ts';
import { writeFile } from './write-file.ts';

const FORMATS = ['html', 'csv', 'json', 'text'] as const;
type Format = (typeof FORMATS)[number];
const PAPERS = ['landscape', 'portrait'] as const;
type Paper = (typeof PAPERS)[number];

export const printCommand: Command = {
  name: 'print',
  positionals: ['CASE'],
  options: [
    { name: 'roster', kind: 'text', placeholder: 'FILE', required: true },
    { name: 'format', kind: 'text', placeholder: FORMATS.join('|') },
    { name: 'orientation', kind: 'text', placeholder: PAPERS.join('|') },
    { name: 'no-phones', kind: 'flag' },
    { name: 'out', kind: 'text', placeholder: 'FILE' },
  ],

  async run(args, io) {
    const format = choiceOf(args, 'format', FORMATS);
    const paper = choiceOf(args, 'orientation', PAPERS);
    const opened = openCase(args.positionals[0] ?? '', io);
    const roster = opened && openRoster(args.text('roster') ?? '', opened.plan, io);
    if (!opened || !roster) return 2;
    const source = { plan: opened.plan, roster, language: io.language, phones: !args.flag('no-phones') };
    const text = formatSheet(source, format, paper);
    const out = args.text('out');
    if (out === undefined) io.out(text);
    else writeFile(out, text, io);
    return 0;
  },
};

function choiceOf<T extends string>(args: Arguments, option: string, choices: readonly [T, ...T[]]): T {
  const asked = args.text(option);
  const found = asked === undefined ? choices[0] : choices.find((choice) => choice === asked);
  if (found === undefined) {
    throw new UsageError('cli.error.choice', { option, choices: choices.join(', '), value: asked ?? '' });
  }
  return found;
}

function formatSheet(source: SheetSource, format: Format, paper: Paper): string {
  switch (format) {
    case 'html':
      return sheetFile(source, paper);
    case 'csv':
      return formatRosterCsv(rosterSheet(source));
    case 'json':
      return formatRosterJson(source);
    case 'text':
      return formatRosterText(rosterSheet(source));
  }
}

/** The sheet as one HTML file; its QR picture leads to the period's page on the configured server. */
export function sheetFile(source: SheetSource, paper: Paper): string {
  const { publicUrl } = readConfig(process.env, process.cwd());
  const address = `${publicUrl}/periods/${encodeURIComponent(source.plan.period.id)}`;
  return renderSheetFile({ source, paper, address, folders: ASSET_FOLDERS });
}
