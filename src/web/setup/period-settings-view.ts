/** The form of a period's own settings, and what it holds. */

import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import type { Case } from '../../domain/case.ts';
import type { Pin } from '../../domain/roster.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatClockDay, formatDayMonth } from '../../i18n/format.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { extendPath, liftPath } from '../paths/setup.ts';
import { titleOfBreak } from '../roster/period-list.ts';
import { casedShift } from './fallen-away.ts';
import { deadlineFields } from './new-period-view.ts';
import { momentText } from './period-fields.ts';
import { setupBar } from './setup-bar.ts';
import { takeBackModel } from './take-back.ts';

/** What the fields hold for the period as it is stored. */
export function settingsValues({ period, staff, pins, unit: { zone } }: Case): URLSearchParams {
  const values = new URLSearchParams({ name: period.name });
  const { parts = [period.span] } = period;
  parts.forEach(({ start, end }, i) => {
    values.set(`start-${i}`, momentText(start, zone));
    values.set(`end-${i}`, momentText(end, zone));
  });
  for (const key of period.holidays) values.append('holiday', key);
  for (const { id } of staff) values.append('person', id);
  for (const pin of pins) values.append('pin', pinText(pin));
  const { submitBy, wishesUntil } = period;
  if (submitBy !== undefined) values.set('submitBy', momentText(submitBy, zone));
  if (wishesUntil !== undefined) values.set('wishesUntil', momentText(wishesUntil, zone));
  return values;
}

/** A staff id holds no space. */
function pinText({ shiftId, staffId }: Pin): string {
  return `${shiftId} ${staffId}`;
}

export function pinOf(text: string): Pin | undefined {
  const [shiftId, staffId] = text.split(' ');
  return shiftId !== undefined && staffId !== undefined ? { shiftId, staffId } : undefined;
}

export function settingsModel(
  visit: Visit,
  sources: {
    readonly source: Case;
    readonly staff: readonly StaffMember[];
    readonly breaks: readonly HolidayBreak[];
    readonly version: RosterVersion | undefined;
  },
  { values, faults }: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
) {
  const { say } = visit;
  const { source, staff, breaks } = sources;
  const { period, unit, pins } = source;
  const form = formOf(visit, values, faults);
  const rows = Array.from({ length: 12 }, (_, i) => i).filter((i) => values.has(`start-${i}`)).length;
  const count = Math.max(1, rows);
  return {
    form,
    bar: setupBar(visit, { unitId: unit.id, id: period.id, name: period.name }, { page: 'settings' }),
    name: form.text('name', 'editor.new.name', { required: true, maxlength: 120 }),
    parts: Array.from({ length: count + 1 }, (_, i) => ({
      title:
        i === count
          ? say('period.settings.another-part')
          : count > 1
            ? say('period.new.part', { number: i + 1 })
            : '',
      spare: i === count,
      fields: [
        form.text(`start-${i}`, 'period.field.start', { type: 'datetime-local', required: i === 0 }),
        form.text(`end-${i}`, 'period.field.end', { type: 'datetime-local', required: i === 0 }),
      ],
    })),
    lift:
      period.untilLifted === true
        ? {
            action: liftPath(period.id),
            extendAction: extendPath(period.id),
            planned: say('period.extend.planned', {
              moment: formatClockDay(visit.language, period.span.end, { zone: unit.zone }),
            }),
            at: form.text('at', 'period.lift.at', { type: 'datetime-local' }),
          }
        : false,
    takeBack: takeBackModel(visit, { form, period, version: sources.version }),
    deadlines: deadlineFields(form),
    holidays: form.choices(
      'holiday',
      'period.field.holidays',
      breaks.map((each) => ({
        value: each.key,
        label: titleOfBreak(each),
        note: `${formatDayMonth(each.from)} – ${formatDayMonth(lastDayOf(each))} · ${say(each.status === 'official' ? 'editor.new.official' : 'editor.new.provisional')}`,
      })),
    ),
    people: form.choices('person', 'editor.new.people', peopleOf(source, staff)),
    peopleCount: say('period.new.people-count', {
      chosen: new Set(values.getAll('person')).size,
      count: staff.length,
    }),
    pins:
      pins.length === 0
        ? undefined
        : form.choices(
            'pin',
            'period.field.pins',
            pins.map((pin) => ({
              value: pinText(pin),
              label: staffName(source.staff, pin.staffId) || pin.staffId,
              note: casedShift(visit, pin.shiftId, source),
            })),
          ),
  };
}

/** Those of the list, and whoever takes part though no longer on it. */
function peopleOf({ staff: taking, unit }: Case, staff: readonly StaffMember[]) {
  const all = new Map([...taking, ...staff].map((member) => [member.id, member]));
  const people = inListOrder([...all.values()], unit.listOrder);
  return people.map(({ id, title, skills }) => ({
    value: id,
    label: staffName(people, id),
    note: [title, skills.join(', ')].filter((text) => text !== '').join(' · '),
  }));
}
