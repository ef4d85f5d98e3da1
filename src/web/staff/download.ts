/** The staff list, and leave of a period, as a file: CSV or a workbook, to be worked on and taken in again. */

import { exportLeave } from '../../app/availability/export-leave.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { exportStaff } from '../../app/staff/export-staff.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { STAFF_FORMATS, type StaffFormat } from '../paths/staff.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function downloadStaff(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const format = formatOf(visit);
  const content = await exportStaff(app, {
    unitId: visit.param('unit'),
    format,
    headingOf: (field) => visit.say(`staff.field.${field}`),
    title: visit.say('staff.title'),
    sample: visit.query.has('sample'),
  });
  return fileReply({ content, mediaType: TYPES[format], fileName: `${visit.say('staff.file')}.${format}` });
}

export async function downloadLeave(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const format = formatOf(visit);
  const { say } = visit;
  const content = await exportLeave(app, {
    key: await resolvePeriod(app, visit.param('period'), visit.unit?.id),
    format,
    headingOf: (field) => say(`leave.field.${field}`),
    kindOf: (kind) =>
      kind === 'wish-for' || kind === 'wish-against'
        ? say(`availability.kind.${kind}`)
        : say(`leave.kind.${kind}`),
    title: say('availability.title'),
  });
  return fileReply({ content, mediaType: TYPES[format], fileName: `${say('leave.file')}.${format}` });
}

function formatOf(visit: Visit): StaffFormat {
  const format = STAFF_FORMATS.find((each) => each === visit.param('format'));
  if (format === undefined) throw new AppError('not-found', 'web.failure.no-page');
  return format;
}
