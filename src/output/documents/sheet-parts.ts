/** The blocks that posted and handed-out sheets share: masthead, phones, room to sign. */

import type { Directory, Masthead, Signatures } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { qrCode } from './qr-code.ts';
import { pointsToMm, widthEm } from './text-width.ts';

/** Height with the space beneath. */
export const MASTHEAD_MM = 29;

/** Without words of its own it is the roster's; `code` false leaves the QR code to the foot of the page. */
export function masthead(
  context: DocumentContext,
  words?: { readonly title: string; readonly subtitle: string },
  code = true,
): Masthead {
  const { sheet, options, say } = context;
  const { version, published, replaces } = sheet.stamp;
  const url = code ? options.currentUrl : undefined;
  const scan = url === undefined ? '' : say('document.scan-current');
  return {
    kind: 'masthead',
    unit: sheet.unit,
    title: words?.title ?? sheet.title,
    subtitle: words?.subtitle ?? sheet.span,
    stamp: [version, published, replaces, scan].filter((line) => line !== ''),
    ...(url === undefined ? {} : { code: qrCode(url) }),
  };
}

export function phoneDirectory(
  { sheet, say }: DocumentContext,
  room: { readonly availableMm: number; readonly sizePt: number },
): Directory {
  const entries = sheet.phones.map(({ name, phone }) => ({ name, value: phone }));
  return directory({ title: say('sheet.phones'), entries }, room);
}

const DIRECTORY_GAP_MM = 4;
/** Room for the dots between name and number. */
const DOTS_EM = 1;
/** Lines of a directory stand this many sizes apart. */
const DIRECTORY_LINE = 1.3;

/** As many columns as hold every entry on one line. */
export function directory(
  { title, entries }: Pick<Directory, 'title' | 'entries'>,
  { availableMm, sizePt }: { readonly availableMm: number; readonly sizePt: number },
): Directory {
  const ems = entries.map(({ name, value }) => widthEm(name, 'sans') + widthEm(value, 'sans') + DOTS_EM);
  const widest = pointsToMm(Math.max(1, ...ems) * sizePt);
  const columns = Math.max(1, Math.floor((availableMm + DIRECTORY_GAP_MM) / (widest + DIRECTORY_GAP_MM)));
  return { kind: 'directory', title, columns: Math.min(columns, entries.length), sizePt, entries };
}

export function directoryHeightMm({ entries, columns, sizePt }: Directory): number {
  return 6 + pointsToMm((Math.ceil(entries.length / columns) + 1) * sizePt * DIRECTORY_LINE);
}

/** The notes at the left, two who sign at the right. */
export function sheetSignatures(
  context: DocumentContext,
  notes: readonly string[],
  sizePt: number,
): Signatures {
  const { sheet, fields } = context;
  const names = [fields.maker ?? '', fields.signer?.name ?? ''];
  return {
    kind: 'signatures',
    sizePt,
    roomMm: 18,
    recipients: { title: '', lines: [] },
    notes,
    signers: sheet.signatures.map((office, i) => ({ office: [office], name: names[i] ?? '' })),
  };
}
