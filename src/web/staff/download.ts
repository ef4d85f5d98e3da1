/** The staff list as a file: CSV or a workbook, to be worked on and taken in again. */

import { exportStaff } from '../../app/staff/export-staff.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { STAFF_FORMATS } from '../paths/staff.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function downloadStaff(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const format = STAFF_FORMATS.find((each) => each === visit.param('format'));
  if (format === undefined) throw new AppError('not-found', 'web.failure.no-page');
  const content = await exportStaff(app, {
    unitId: visit.param('unit'),
    format,
    headingOf: (field) => visit.say(`staff.field.${field}`),
    title: visit.say('staff.title'),
    sample: visit.query.has('sample'),
  });
  return fileReply({ content, mediaType: TYPES[format], fileName: `${visit.say('staff.file')}.${format}` });
}
