/** The sheet as one HTML file that needs no server: style, fonts and symbols stand inside it. */

import { translate } from '../../i18n/translate.ts';
import type { SheetSource } from '../../output/roster/sheet.ts';
import type { AssetFolders } from '../kit/assets.ts';
import { rendererOf } from '../kit/render.ts';
import { sheetPage } from './sheet-page.ts';
import type { Paper } from './sheet-tables.ts';

export interface SheetFileRequest {
  readonly source: SheetSource;
  readonly paper: Paper;
  /** Where the newest version can be seen; the QR picture leads there. */
  readonly address: string;
  readonly folders: AssetFolders;
}

/** About 300 kB, nearly all of it fonts. */
export function renderSheetFile({ source, paper, address, folders }: SheetFileRequest): string {
  const { language } = source;
  const page = sheetPage(source, { paper, address, qrLabel: translate(language, 'web.print.qr') });
  const model = { ...page, standalone: true, page: { language, title: page.sheet.title } };
  return rendererOf(folders).render('roster/print', model, { language }).toString();
}
