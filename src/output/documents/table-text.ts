/** The tables and lists of a document as CSV and as plain text, for kinds that are not the roster itself. */

import { formatRecord } from '../roster-csv.ts';
import type { Block, Cell, DutyDocument, Table } from './document.ts';
import { placed } from './table-fit.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Every table with its head, an empty record between two. Line breaks in a cell become `; `. */
export function formatTableCsv({ sections }: DutyDocument): string {
  const tables = sections.flatMap(({ blocks }) => blocks.flatMap(recordsOf));
  return BYTE_ORDER_MARK + tables.map((records) => records.map(formatRecord).join('')).join('\r\n');
}

function recordsOf(block: Block): string[][][] {
  if (block.kind === 'table') return [gridOf(block)];
  if (block.kind === 'directory')
    return [[[block.title], ...block.entries.map(({ name, value }) => [name, value])]];
  if (block.kind === 'ladder')
    return [block.steps.map(({ title, detail }, i) => [String(i + 1), title, ...detail])];
  return [];
}

function gridOf({ head, rows, widthsMm }: Table): string[][] {
  const all = [...head, ...rows];
  const grid = all.map(() => widthsMm.map(() => ''));
  for (const { cell, row, column } of placed(all)) {
    const target = grid[row];
    if (target) target[column] = wordsOf(cell);
  }
  return grid;
}

function wordsOf({ lines }: Cell): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('; ');
}

/** Line by line, in reading order; LF. */
export function formatDocumentText({ identity, sections }: DutyDocument): string {
  const parts = sections.flatMap(({ blocks }) => blocks.map((block) => linesOf(block).join('\n')));
  const foot = [identity.line, identity.code, identity.superseded].filter((part) => part !== '').join(' · ');
  return `${[...parts.filter((part) => part !== ''), foot].join('\n\n')}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'letterhead':
      return [
        block.parent.join(' '),
        block.unit.join(' '),
        block.number,
        block.placeAndDate,
        block.urgency,
      ].filter(Boolean);
    case 'title':
      return block.lines.map(({ text }) => text.replaceAll('\n', ' '));
    case 'masthead':
      return [block.title, block.unit, block.subtitle, ...block.stamp];
    case 'paragraphs':
      return block.items.map(({ lead, text }) => [lead, text].filter(Boolean).join(' '));
    case 'table':
      return gridOf(block).map((cells) => cells.filter((cell) => cell !== '').join(' | '));
    case 'directory':
      return [block.title, ...block.entries.map(({ name, value }) => `${name}: ${value}`)];
    case 'ladder':
      return block.steps.flatMap(({ title, detail }, i) => [`${i + 1}. ${title}`, ...detail]);
    case 'signatures':
      return [
        ...block.notes,
        ...block.signers.flatMap(({ office, hint = '', name }) => [...office, hint, name].filter(Boolean)),
      ];
    case 'scan':
      return [...block.lines.map(({ text }) => text), block.code.url];
  }
}
