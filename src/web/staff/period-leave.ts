/** Leave and wishes of everyone who takes part in a period, at one glance, with the way to each person's calendar. */

import { listAvailability } from '../../app/availability/list-availability.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { mayIn } from '../kit/allowed.ts';
import { lineWords, stateWords } from '../kit/availability-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { leaveFilePath, leaveImportPath, personPath } from '../paths/staff.ts';
import { setupBar } from '../setup/setup-bar.ts';

export async function showPeriodLeave(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  const { period, unit, staff, posts, lines } = await listAvailability(app, { key });
  const { query, say } = visit;
  const maker = mayIn(visit, 'availability.edit', unit.id);
  const count = (name: string): number => Number(query.get(name)) || 0;
  const { shown, pages } = paged(visit, inListOrder(staff, unit.listOrder));
  return {
    kind: 'page',
    view: 'staff/period-leave',
    title: say('availability.title'),
    unitName: unit.name,
    model: {
      bar: setupBar(visit, { ...period, unitId: unit.id }, { page: 'leave' }),
      title: say('availability.title'),
      lead: say('leave.lead', { people: staff.length, lines: lines.length }),
      done:
        query.get('done') === 'imported'
          ? say('leave.done', { added: count('added'), removed: count('removed') })
          : '',
      csvPath: leaveFilePath(period.id, 'csv'),
      xlsxPath: leaveFilePath(period.id, 'xlsx'),
      importPath: maker ? leaveImportPath(period.id) : '',
      pages,
      people: shown.map(({ id }) => ({
        name: staffName(staff, id),
        href: personPath(unit.id, id, { period: period.id }),
        lines: lines
          .filter(({ entry }) => entry.staffId === id)
          .map(({ entry, state }) => ({
            ...lineWords(visit, entry, posts),
            state: stateWords(visit, state),
          })),
      })),
    },
  };
}
