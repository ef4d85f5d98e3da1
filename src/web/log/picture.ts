/** A picture of an entry, as it was kept; and those a form brings, read in the thread for files. */

import { readPicture } from '../../app/log/read-picture.ts';
import { requirePart } from '../../app/log/watch-setting.ts';
import type { Picture } from '../../domain/log-entry.ts';
import { MOST_PICTURES } from '../../domain/log-entry.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';

export async function showPicture(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await requirePart(app, unitId, 'log');
  const [number, place] = [Number(visit.param('entry')), Number(visit.param('place'))];
  const { type, bytes } = await readPicture(app, { unitId, number, place });
  return {
    kind: 'bytes',
    status: 200,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `inline; filename="${number}-${place + 1}.${type === 'image/png' ? 'png' : 'jpg'}"`,
    },
    body: Buffer.from(bytes),
  };
}

/** Throws `invalid` for what is no picture, or too large. */
export async function picturesOf({ files, actor }: Visit, { app }: WebDeps): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { bytes } of [...files.values()].slice(0, MOST_PICTURES)) {
    const read = await app.parseFile({ kind: 'picture', bytes, options: {} }, actor);
    if (!read.ok) throw new AppError('invalid', read.key);
    pictures.push({ type: read.type, bytes: read.bytes });
  }
  return pictures;
}
