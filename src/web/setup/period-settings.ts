/** A period's own settings: name, span, holidays, people, deadlines, pins. What falls away is told before it is saved. */

import { listBreaks } from '../../app/drafts/list-breaks.ts';
import { getCase } from '../../app/periods/get-case.ts';
import { openNewPeriod } from '../../app/periods/open-new-period.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { savePeriodSettings, settingsSeen } from '../../app/periods/save-period-settings.ts';
import { stampOf } from '../../app/stamp.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { addDays } from '../../calendar/day.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { Case } from '../../domain/case.ts';
import type { Period } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import { REFUSED } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { settingsPath } from '../paths/setup.ts';
import { typedDeadlines, typedMoments } from './period-fields.ts';
import { pinOf, settingsModel, settingsValues } from './period-settings-view.ts';
import { type ShownForm, settle } from './settle.ts';

interface Sources {
  /** The newest published; absent while there is none. */
  readonly version: RosterVersion | undefined;
  readonly source: Case;
  readonly staff: readonly StaffMember[];
  readonly breaks: readonly HolidayBreak[];
}

export async function showSettings(visit: Visit, deps: WebDeps): Promise<Reply> {
  const sources = await open(visit, deps);
  return page(visit, sources, { values: settingsValues(sources.source), faults: [], fallen: [] });
}

export async function saveSettings(visit: Visit, deps: WebDeps): Promise<Reply> {
  const sources = await open(visit, deps);
  const { source } = sources;
  const values = new URLSearchParams(visit.form);
  const typed = typedPeriod(values, sources);
  if ('faults' in typed) {
    return page(visit, sources, { values, faults: typed.faults, fallen: [], status: REFUSED });
  }
  const saving = savePeriodSettings(deps.app, {
    key: { unitId: source.unit.id, periodId: source.period.id },
    period: typed.period,
    staffIds: values.getAll('person'),
    pins: values.getAll('pin').flatMap((text) => pinOf(text) ?? []),
    seen: values.get('seen') ?? '',
    agreed: values.has('agreed'),
    actor: visit.actor,
  });
  const unsettled = await settle(visit, saving, { values, source });
  if (unsettled) return page(visit, sources, { values, ...unsettled });
  return { kind: 'redirect', to: settingsPath(source.period.id, 'saved') };
}

type TypedPeriod = { readonly period: Omit<Period, 'id'> } | { readonly faults: readonly FormFault[] };

function typedPeriod(values: URLSearchParams, { source, breaks }: Sources): TypedPeriod {
  const { zone } = source.unit;
  const { spans, faults: wrong } = typedMoments(values, zone);
  const { deadlines, faults: late } = typedDeadlines(values, zone);
  const name = (values.get('name') ?? '').trim();
  const faults: FormFault[] = [
    ...(name === '' || name.length > 120 ? [{ field: 'name', key: 'editor.new.fault.name' }] : []),
    ...wrong,
    ...late,
    ...(values.has('person') ? [] : [{ field: 'person', key: 'editor.new.fault.people' }]),
  ];
  const [first] = spans;
  const last = spans.at(-1);
  if (faults.length > 0 || !first || !last) return { faults };
  const keys = new Set(values.getAll('holiday'));
  return {
    period: {
      name,
      span: { start: first.start, end: last.end },
      ...(spans.length > 1 ? { parts: spans } : {}),
      holidays: breaks.map(({ key }) => key).filter((key) => keys.has(key)),
      ...deadlines,
    },
  };
}

/** Holidays from half a year before the period to a year after it, and whatever it names already. */
async function open(visit: Visit, { app }: WebDeps): Promise<Sources> {
  const key = await resolvePeriod(app, visit.param('period'));
  const source = await getCase(app, key);
  const { staff } = await openNewPeriod(app, { unitId: key.unitId, origin: '', kind: 'days' });
  const { span, holidays } = source.period;
  const from = addDays(dayOf(span.start, source.unit.zone), -180);
  const to = addDays(dayOf(span.end, source.unit.zone), 366);
  const near = await listBreaks(app, { unitId: key.unitId, from, to });
  const shown = near.filter((each) => each.from >= from || holidays.includes(each.key));
  const version = await readVersion(app, key);
  return { version, source, staff, breaks: shown.sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

function page(visit: Visit, sources: Sources, shown: ShownForm): Reply {
  const { source } = sources;
  const { fallen, status } = shown;
  return {
    kind: 'page',
    view: 'setup/period-settings',
    title: visit.say('period.settings.title', { period: source.period.name }),
    unitName: source.unit.name,
    ...(status === undefined ? {} : { status }),
    model: {
      ...settingsModel(visit, sources, shown),
      seen: shown.values.get('seen') ?? stampOf(settingsSeen(source)),
      fallen,
      action: settingsPath(source.period.id),
      done: visit.query.has('done'),
    },
  };
}
