/** The blocks that posted and handed-out sheets share: masthead, phones, room to sign. */

import type { Directory, Masthead, Signatures } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { qrCode } from './qr-code.ts';

export const MASTHEAD_MM = 25;

export function masthead(context: DocumentContext, words?: { title: string; subtitle: string }): Masthead {
  const { sheet, options, say } = context;
  const { version, published, replaces } = sheet.stamp;
  const scan = options.currentUrl === undefined ? '' : say('document.scan-current');
  return {
    kind: 'masthead',
    unit: sheet.unit,
    title: words?.title ?? sheet.title,
    subtitle: words?.subtitle ?? sheet.span,
    stamp: [version, published, replaces, scan].filter((line) => line !== ''),
    ...(options.currentUrl === undefined ? {} : { code: qrCode(options.currentUrl) }),
  };
}

export function phoneDirectory(
  { sheet, say }: DocumentContext,
  { columns, sizePt }: { readonly columns: number; readonly sizePt: number },
): Directory {
  return {
    kind: 'directory',
    title: say('sheet.phones'),
    columns,
    sizePt,
    entries: sheet.phones.map(({ name, phone }) => ({ name, value: phone })),
  };
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
    signers: sheet.signatures.map((office, i) => ({ office: [office], hint: '', name: names[i] ?? '' })),
  };
}
