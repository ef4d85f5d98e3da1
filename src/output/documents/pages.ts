/** Page set-ups: the decree's margins for letters and annexes, narrow ones for sheets that are posted. */

import type { Orientation, Paper } from '../../domain/document-fields.ts';
import type { PageSetup } from './document.ts';
import type { DocumentOptions } from './document-request.ts';

const SIZES: Readonly<Record<Paper, readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };

/** Phụ lục I, I.2: top and bottom 20–25 mm, left 30–35, right 15–20; a table may lie across. */
export function letterPage(orientation: Orientation): PageSetup {
  const [short, long] = SIZES.a4;
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short];
  return { widthMm, heightMm, marginsMm: { top: 20, bottom: 20, left: 30, right: 15 }, numbered: true };
}

/** Printers set nothing nearer to an edge than 6 mm. The foot of a sheet with its own QR code above holds two lines only. */
export function wallPage(options: DocumentOptions): PageSetup {
  const page = sheetPage(options);
  return { ...page, marginsMm: { ...page.marginsMm, top: 9, bottom: 15 } };
}

/** The foot holds the identity line and its QR code. */
export function sheetPage({ paper = 'a4', orientation = 'landscape' }: DocumentOptions): PageSetup {
  const [short, long] = SIZES[paper];
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short];
  return { widthMm, heightMm, marginsMm: { top: 10, bottom: 20, left: 10, right: 10 }, numbered: false };
}

/** A5, to hand to one person. */
export function slipPage(): PageSetup {
  return {
    widthMm: 148,
    heightMm: 210,
    marginsMm: { top: 10, bottom: 20, left: 11, right: 11 },
    numbered: false,
  };
}
