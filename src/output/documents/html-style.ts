/** The looks of a document as a web page, on screen and on paper: sizes as in the PDF, no file from elsewhere. */

import type { Identity, Section } from './document.ts';

/**
 * `code` is an SVG of the QR code, empty where the page shows it already. Each section has a page of its own size, its identity in the bottom margin (CSS Paged Media 3, §5 and §7.1). Browsers
 * that set nothing in margins leave it to the masthead.
 */
export function pageStyle(
  { page }: Section,
  { name, identity, code }: { readonly name: string; readonly identity: Identity; readonly code: string },
): string {
  const { widthMm, heightMm, marginsMm: m } = page;
  const margins = `${m.top}mm ${m.right}mm ${m.bottom}mm ${m.left}mm`;
  const width = code === '' ? '100%' : 'calc(100% - 15mm)';
  const words = `@bottom-left{width:${width};font:8pt/1.3 Tinos,"Times New Roman",serif;white-space:pre-line;vertical-align:top;padding-top:1mm;content:${footOf(identity)}}`;
  const picture =
    code === ''
      ? ''
      : `@bottom-right{width:13mm;vertical-align:top;padding-top:1mm;content:url("data:image/svg+xml,${encodeURIComponent(code)}")}`;
  const foot = words + picture;
  return [
    `@page ${name}{size:${widthMm}mm ${heightMm}mm;margin:${margins};${foot}}`,
    `.${name}{page:${name}}`,
    `@media screen{.${name}{width:${widthMm}mm;min-height:${heightMm}mm;padding:${margins}}}`,
  ].join('\n');
}

/** Two lines: `"…\a mã … · trang " counter(page) "/" counter(pages)`. */
function footOf({ line, code, pages, superseded }: Identity): string {
  const marks = [code, superseded, pages].filter((part) => part !== '').join(' · ');
  return `${line}\n${marks}`
    .split(/(\{page\}|\{of\})/)
    .map((part) => COUNTERS.get(part) ?? cssText(part))
    .join(' ');
}

const COUNTERS: ReadonlyMap<string, string> = new Map([
  ['{page}', 'counter(page)'],
  ['{of}', 'counter(pages)'],
]);

/** Everything but letters, figures and blanks by code point (CSS Syntax 3, §4.3.7): nothing can end the string or the element. */
function cssText(words: string): string {
  const escaped = words.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

export const HTML_STYLE = `
*{box-sizing:border-box}
body{margin:0;color:#000;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.serif{font:14pt/1.3 "Times New Roman",Tinos,serif}
.sans{font:10pt/1.25 "Be Vietnam Pro",Arial,sans-serif}
section+section{break-before:page}
p,h1{margin:0;font-size:inherit;font-weight:inherit}
b,strong{font-weight:700}
.center{text-align:center}
.right{text-align:right}
.row{display:flex;gap:4mm;align-items:flex-start}
.row>*{flex:1}
.letterhead>:first-child{flex:0 0 40%}
.letterhead p{text-align:center;line-height:1.2}
.rule{display:block;height:0;margin:1mm auto;border-top:.6pt solid #000}
.urgency{display:inline-flex;align-items:center;justify-content:center;box-sizing:border-box;height:8mm;margin-top:2mm;border:1pt solid #b00;color:#b00;font-weight:700}
.title{margin:7mm 0 5mm;text-align:center}
.masthead{align-items:flex-start;margin-bottom:3.5mm}
.masthead>:not(:first-child){flex:0 0 auto}
.masthead h1{font-size:17pt;font-weight:700;line-height:1.15}
svg.qr{display:block;shape-rendering:crispEdges}
.letter{margin-top:6pt;text-align:justify}
.note{margin-top:1mm}
table{width:calc(100% - 1px);border-collapse:collapse;table-layout:fixed;line-height:1.16}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{padding:0 .9mm;border:.6pt solid #000;vertical-align:middle;text-align:left;font-weight:400;overflow-wrap:break-word}
td>p,th>p{padding-left:2mm;text-indent:-2mm}
.center>p,.right>p{padding:0;text-indent:0}
.sans .mute{background:#eee}
.sans .night{background:repeating-linear-gradient(135deg,#fff 0 1.2mm,#d4d4d4 1.2mm 1.4mm)}
h2{margin:3.5mm 0 1mm;font-size:inherit;break-after:avoid}
.directory{margin:0;padding:0;list-style:none;column-gap:4mm}
.directory li{display:flex;gap:1mm;break-inside:avoid}
.directory i{flex:1;border-bottom:1pt dotted #777}
.ladder{padding:0;list-style:none}
.ladder li{margin-bottom:3mm;break-inside:avoid}
.ladder b{font-size:1.25em}
.signatures{margin-top:6mm;break-inside:avoid}
.recipients{font-size:11pt;line-height:1.2}
.recipients b{font-size:12pt;font-style:italic}
.signer{text-align:center;font-weight:700}
.scan{align-items:center;margin-top:5mm;break-inside:avoid}
.scan>:first-child{flex:none}
.identity{display:flex;gap:4mm;align-items:center;justify-content:space-between;margin-top:4mm;font-size:8pt;break-inside:avoid}
.superseded{margin:0 0 3mm;padding:2mm;border:2pt solid #666;color:#444;font:700 14pt sans-serif;text-align:center}
.stamp{display:none}
@media print{.identity{display:none}.stamp{display:block;position:fixed;top:42%;left:0;right:0;text-align:center;transform:rotate(-24deg)}.stamp span{padding:3mm 6mm;border:2.5pt solid rgba(0,0,0,.28);color:rgba(0,0,0,.28);font:700 28pt sans-serif}}
@media screen{body{background:#e7e7e2}section{margin:6mm auto;background:#fff}}
`;
