/** The sheet a unit fills in for one order: its days and parts stand in it, with who stood there last. */

import type { AnswerSheet } from '../../app/answers/link-answer.ts';
import { spanByClock } from '../../calendar/zone.ts';
import { cellName, lastDigits } from '../../domain/answer-cells.ts';
import { formatClockRange, formatDate, formatWeekdayShort } from '../../i18n/format.ts';
import { slugOf } from '../../kernel/slug.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = ['day', 'weekday', 'part', 'hours', 'force', 'name', 'title', 'phone'] as const;

/** @param masked numbers by their last digits: a private link may have come to others too. The reader knows them again. */
export async function sampleReply(visit: Visit, sheet: AnswerSheet, masked: boolean): Promise<Reply> {
  const { say, language } = visit;
  const { order, demands, cells, filled, unitName } = sheet;
  const rows = cells.map((cell) => {
    const demand = demands.find(({ id }) => id === cell.demandId);
    const span = demand && spanByClock(cell.day, demand.start, demand.minutes, order.zone);
    const { name = '', title = '', phone = '', label = '' } = filled.get(cellName(cell))?.person ?? {};
    const digits = masked && phone !== '' ? `••• ${lastDigits(phone)}` : phone;
    return [
      ...[formatDate(cell.day), formatWeekdayShort(language, cell.day), demand?.name ?? ''],
      ...[span ? formatClockRange(language, span, order.zone) : '', label === demand?.name ? '' : label],
      ...[name, title, digits],
    ];
  });
  const head = COLUMNS.map((column) => say(`answers.file.column.${column}`));
  const content = await formatXlsxTable({ name: say('answers.file.sheet'), head, rows });
  const slug = (text: string): string => slugOf(text, { most: 40, fallback: 'truc' });
  const fileName = `${slug(order.content.name)}-${slug(unitName)}.xlsx`;
  return fileReply({ content, mediaType: XLSX, fileName });
}
