/**
 * Cells of a filled Word form that are marked to be one with those beneath that say the same (`w:vMerge`, ECMA-376 part 1,
 * 17.4.84). A mark is left nowhere.
 */

import { MERGE_MARK } from './form-values.ts';

/** A table that stands in a cell of another is set aside under its number, so that rows are those of one table. */
const ASIDE = '\ue0f1';
const HELD = /\ue0f1(\d+)\ue0f1/g;
const INNERMOST = /<w:tbl>(?:(?!<w:tbl>)[\s\S])*?<\/w:tbl>/g;

/** @param xml of `word/document.xml`, as a library wrote it. */
export function mergeFormCells(xml: string): string {
  if (!xml.includes(MERGE_MARK)) return xml;
  const tables: string[] = [];
  const setAside = (table: string): string => {
    tables.push(mergedTable(table));
    return `${ASIDE}${tables.length - 1}${ASIDE}`;
  };
  let merged = xml.replaceAll(ASIDE, '');
  while (merged.includes('<w:tbl>')) {
    const outer = merged.replace(INNERMOST, setAside);
    if (outer === merged) break;
    merged = outer;
  }
  const restored = (text: string): string =>
    text.replace(HELD, (_, at: string) => restored(tables[Number(at)] ?? ''));
  return restored(merged).replaceAll(MERGE_MARK, '');
}

function mergedTable(table: string): string {
  /** What stands above, by the column where a cell begins. */
  let above = new Map<number, string>();
  return table.replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, (row) => {
    const own = new Map<number, string>();
    let column = 0;
    const merged = row.replace(/<w:tc>[\s\S]*?<\/w:tc>|<w:tc [\s\S]*?<\/w:tc>/g, (cell) => {
      const at = column;
      column += Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
      if (!cell.includes(MERGE_MARK)) return cell;
      const said = wordsOf(cell);
      own.set(at, said);
      if (above.get(at) !== said || said === '') return withMerge(cell, ' w:val="restart"');
      // A cell has a paragraph; what stood in it would show where a program knows no merged cells.
      const [paragraph = '<w:p/>'] = /<w:p[ >][\s\S]*?<\/w:p>/.exec(cell) ?? [];
      const [properties = ''] = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph) ?? [];
      const head = withMerge(cell, '').replace(/<w:p[ >][\s\S]*<\/w:p>/, () => '');
      return head.replace('</w:tc>', () => `<w:p>${properties}</w:p></w:tc>`);
    });
    above = own;
    return merged;
  });
}

function wordsOf(cell: string): string {
  return cell
    .replace(/<[^>]*>/g, '')
    .replaceAll(MERGE_MARK, '')
    .trim();
}

/** Behind width and span, where the schema wants it. */
function withMerge(cell: string, value: string): string {
  const merge = `<w:vMerge${value}/>`;
  if (/<w:vMerge[ /]/.test(cell)) return cell;
  if (cell.includes('<w:tcPr/>')) return cell.replace('<w:tcPr/>', `<w:tcPr>${merge}</w:tcPr>`);
  if (!cell.includes('<w:tcPr>'))
    return cell.replace(/^<w:tc[^>]*>/, (open) => `${open}<w:tcPr>${merge}</w:tcPr>`);
  return cell.replace(/<w:tcPr>((?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*\/>)*)/, (open) => open + merge);
}
