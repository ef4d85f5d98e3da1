/** The organisation's seal on the page of documents: a letter is sealed here and kept as signed. */

import { sealDocument } from '../../app/documents/seal-document.ts';
import { SIGNING_PARTS } from '../../domain/signed-document.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { documentsPath } from '../paths/periods.ts';
import { openVersion } from '../roster/open-version.ts';
import { keptOf } from './asked-document.ts';
import { documentsReply } from './documents.ts';
import { versionKey } from './signed-file.ts';
import { askingFor, electronicFile } from './signing.ts';

/** With number and date, which nobody can add afterwards; else the page again, and why. */
export async function sealPart(visit: Visit, deps: WebDeps): Promise<Reply> {
  const asking = askingFor(visit);
  const open = await openVersion(asking, deps);
  const { plan, periodId } = open.version;
  const part = SIGNING_PARTS.find((each) => each === visit.form.get('part'));
  const { seal } = deps;
  if (!part || !seal?.units.includes(plan.unit.id)) throw new AppError('not-found', 'web.failure.no-page');
  const refuse = (key: string, params: Readonly<Record<string, string | number>> = {}): Promise<Reply> =>
    documentsReply(asking, deps, open, { refusal: { key, params, title: 'document.seal.refused' } });
  const { fields } = await keptOf(deps, versionKey(open));
  if (fields.number === undefined || fields.date === undefined) return refuse('document.seal.fault.number');
  const { content, issue } = await electronicFile(asking, deps, { open, part, numbered: true });
  const order = { ...issue, content: Buffer.from(content), asker: askerOf(visit, deps) };
  const sealed = await sealDocument(deps.app, seal, order);
  if (sealed.ok) return redirect(`${documentsPath(periodId, open.pinnedNumber)}#signing`);
  if ('params' in sealed) return refuse(sealed.key, sealed.params);
  return refuse(sealed.key, { at: formatStamp(visit.language, sealed.at, plan.unit.zone) });
}
