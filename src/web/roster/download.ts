/** The roster as a file: for Excel, for programs, or as text to paste into a chat. */

import { AppError } from '../../kernel/app-error.ts';
import { rosterSheet, type SheetSource } from '../../output/roster/sheet.ts';
import { formatRosterCsv } from '../../output/roster-csv.ts';
import { formatRosterJson } from '../../output/roster-json.ts';
import { formatRosterText } from '../../output/roster-text.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { DOWNLOAD_FORMATS, type DownloadFormat } from '../paths/periods.ts';
import { openVersion } from './open-version.ts';
import { sheetSource } from './sheet-source.ts';

const WRITERS: Readonly<Record<DownloadFormat, { type: string; write: (source: SheetSource) => string }>> = {
  csv: { type: 'text/csv', write: (source) => formatRosterCsv(rosterSheet(source)) },
  json: { type: 'application/json', write: formatRosterJson },
  txt: { type: 'text/plain', write: (source) => formatRosterText(rosterSheet(source)) },
};

function isFormat(text: string): text is DownloadFormat {
  return (DOWNLOAD_FORMATS as readonly string[]).includes(text);
}

/** Text for a chat group never holds phones; the CSV does when `?phones=1` asks for them. */
export async function showDownload(visit: Visit, deps: WebDeps): Promise<Reply> {
  const format = visit.param('format');
  if (!isFormat(format)) throw new AppError('not-found', 'web.failure.no-page');
  const open = await openVersion(visit, deps);
  const phones = format === 'csv' && visit.query.get('phones') === '1';
  const { type, write } = WRITERS[format];
  const name = `${open.version.periodId.replace(/[^\w.-]+/g, '_')}-v${open.version.number}.${format}`;
  return fileReply(
    {
      content: write(sheetSource(open, { language: visit.language, phones })),
      mediaType: `${type}; charset=utf-8`,
      fileName: name,
    },
    'private, no-cache',
  );
}
