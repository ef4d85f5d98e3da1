/** Documents as one web page that needs nothing else: the same words as the PDF, to be printed from any browser. */

import {
  type Block,
  type Cell,
  type Directory,
  type DutyDocument,
  hasLeftSide,
  type Identity,
  type Letterhead,
  type Line,
  type Masthead,
  type Paragraphs,
  type QrCode,
  type Section,
  type Signatures,
  type Table,
} from './document.ts';
import { HTML_STYLE, pageStyle } from './html-style.ts';
import { signerHeads } from './signer-heads.ts';

/** The identity stands under each section on screen, at the foot of each page on paper. */
export function formatHtml({ language, title, identity, sections }: DutyDocument): string {
  const styles = sections.map((section, i) =>
    pageStyle(section, { name: `page-${i}`, identity, code: codeOf(section, identity) }),
  );
  return [
    `<!doctype html>\n<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${text(title)}</title>`,
    `<style>${HTML_STYLE}${styles.join('\n')}\n</style></head>\n<body>`,
    ...sections.map((section, i) => sectionOf(section, `page-${i}`, identity)),
    `${stampOf(identity)}</body></html>\n`,
  ].join('\n');
}

/** Of the version that holds now, where no block shows it. */
function codeOf({ blocks }: Pick<Section, 'blocks'>, { current }: Identity): string {
  const shows = blocks.some((block) => 'code' in block && block.code?.url === current?.url);
  return current && !shows ? qr(current, 12) : '';
}

/** Across every printed page of a version that no longer holds. */
function stampOf({ superseded }: Identity): string {
  return superseded === ''
    ? ''
    : `<div class="stamp" aria-hidden="true"><span>${text(superseded)}</span></div>`;
}

function sectionOf({ face, blocks }: Section, name: string, identity: Identity): string {
  const stamp = identity.superseded === '' ? '' : `<p class="superseded">${text(identity.superseded)}</p>`;
  const code = codeOf({ blocks }, identity);
  const marks = `<p>${text(identity.line)}<br>${text(identity.code)}</p>`;
  return [
    `<section class="${face} ${name}">`,
    stamp,
    ...blocks.map(blockOf),
    `<footer class="identity">${marks}${code}</footer>`,
    '</section>',
  ].join('\n');
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block);
    case 'title':
      return `<div class="title">${block.lines
        .map((line) => lineOf(line, line.sizePt))
        .join('')}${block.ruleMm > 0 ? rule(block.ruleMm) : ''}</div>`;
    case 'masthead':
      return masthead(block);
    case 'paragraphs':
      return paragraphs(block);
    case 'table':
      return table(block);
    case 'directory':
      return directory(block);
    case 'ladder':
      return `<ol class="ladder" style="font-size:${block.sizePt}pt">${block.steps
        .map((step, i) => `<li><b>${i + 1}. ${text(step.title)}</b>${plain(step.detail)}</li>`)
        .join('')}</ol>`;
    case 'signatures':
      return signatures(block);
    case 'scan':
      return `<div class="row scan">${qr(block.code, block.sizeMm)}<div>${block.lines
        .map((line) => lineOf(line, 10))
        .join('')}</div></div>`;
  }
}

function letterhead(head: Letterhead): string {
  const urgency =
    head.urgency === ''
      ? ''
      : `<p><span class="urgency" style="width:${head.urgencyMm}mm">${text(head.urgency)}</span></p>`;
  const office = [
    ...head.parent.map((line) => sized(line, 12)),
    ...head.unit.map((line) => sized(line, 12, true)),
    rule(head.ruleMm),
  ].join('');
  const nation = [sized(head.nation, 12, true), sized(head.motto, 13, true), rule(58)].join('');
  const place = `<p style="font-size:13pt"><i>${text(head.placeAndDate)}</i></p>`;
  const about = (head.about ?? []).map((line) => sized(line, 12)).join('');
  return [
    `<div class="row letterhead"><div>${office}</div><div>${nation}</div></div>`,
    `<div class="row letterhead"><div>${sized(head.number, 13)}${about}${urgency}</div><div>${place}</div></div>`,
  ].join('\n');
}

function masthead({ unit, title, subtitle, stamp, code }: Masthead): string {
  const marks = stamp.map((line, i) => sized(line, i === 0 ? 13 : 9, i === 0)).join('');
  const words = `${sized(unit, 11)}<h1>${text(title)}</h1>${sized(subtitle, 10.5)}`;
  return `<header class="row masthead"><div>${words}</div><div class="right">${marks}</div>${
    code ? qr(code, 20) : ''
  }</header>`;
}

function paragraphs({ sizePt, indentMm, items }: Paragraphs): string {
  const indent = indentMm > 0 ? `;text-indent:${indentMm}mm` : '';
  return items
    .map(({ lead, text: words, italic }) => {
      const all = `${lead ? `<b>${text(lead)}</b> ` : ''}${text(words)}`;
      const css = indentMm > 0 ? 'letter' : 'note';
      return `<p class="${css}" style="font-size:${sizePt}pt${indent}">${italic ? `<i>${all}</i>` : all}</p>`;
    })
    .join('\n');
}

function table({ widthsMm, sizePt, paddingMm, head, rows, name }: Table): string {
  const total = widthsMm.reduce((sum, width) => sum + width, 0);
  const columns = widthsMm.map((width) => `<col style="width:${((100 * width) / total).toFixed(3)}%">`);
  const rowOf = (cells: readonly Cell[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => cellOf(cell, tag, { sizePt, paddingMm })).join('')}</tr>`;
  return [
    `<table aria-label="${text(name)}" style="font-size:${sizePt}pt"><colgroup>${columns.join('')}</colgroup>`,
    `<thead>${head.map((cells) => rowOf(cells, 'th')).join('\n')}</thead>`,
    `<tbody>${rows.map((cells) => rowOf(cells, 'td')).join('\n')}</tbody></table>`,
  ].join('\n');
}

function cellOf(
  { lines, align = 'left', shade, columns = 1, rows = 1 }: Cell,
  tag: 'th' | 'td',
  { sizePt, paddingMm }: Pick<Table, 'sizePt' | 'paddingMm'>,
): string {
  const css = shade ? `${align} ${shade}` : align;
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const words = lines.map((line) => lineOf(line, sizePt)).join('');
  return `<${tag} class="${css}"${spans} style="padding-block:${paddingMm}mm">${words}</${tag}>`;
}

function directory({ title, columns, sizePt, entries }: Directory): string {
  const items = entries.map(
    ({ name, value }) => `<li><span>${text(name)}</span><i></i><span>${text(value)}</span></li>`,
  );
  const style = `style="font-size:${sizePt}pt;columns:${columns}"`;
  return `<h2>${text(title)}</h2><ul class="directory" ${style}>${items.join('')}</ul>`;
}

function signatures(block: Signatures): string {
  const { sizePt, roomMm, recipients, notes, signers } = block;
  const title = recipients.title === '' ? '' : `<p><b>${text(recipients.title)}</b></p>`;
  const beside = `<div class="recipients">${title}${plain(recipients.lines)}${plain(notes)}</div>`;
  const left = hasLeftSide(block) ? beside : '';
  const heads = signerHeads(signers).map((lines) => lines.map((line) => lineOf(line, sizePt)).join(''));
  const right = signers.map(
    ({ name }, i) =>
      `<div class="signer">${heads[i]}<p style="margin-top:${roomMm}mm">${text(name)}</p></div>`,
  );
  return `<div class="row signatures" style="font-size:${sizePt}pt">${left}${right.join('')}</div>`;
}

function lineOf({ text: words, bold, italic, scale = 1 }: Line, sizePt: number): string {
  const marked = italic ? `<i>${text(words)}</i>` : text(words);
  return `<p style="font-size:${round(sizePt * scale)}pt">${bold ? `<b>${marked}</b>` : marked}</p>`;
}

function sized(words: string, sizePt: number, bold = false): string {
  return lineOf({ text: words, bold }, sizePt);
}

function plain(lines: readonly string[]): string {
  return lines.map((line) => `<p>${text(line)}</p>`).join('');
}

function rule(widthMm: number): string {
  return `<span class="rule" style="width:${round(widthMm)}mm"></span>`;
}

/** Light modules around the code are its quiet zone (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

function qr({ rows, url }: QrCode, sizeMm: number): string {
  const side = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) =>
    [...row].flatMap((module, x) => (module === '1' ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" aria-label="${text(url)}" width="${sizeMm}mm" height="${sizeMm}mm" viewBox="0 0 ${side} ${side}"><path d="${dark.join('')}"/></svg>`;
}

function round(size: number): number {
  return Math.round(size * 100) / 100;
}

function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
}
