/** Where a unit's log lives, and what it sets of the watch. */

import { type Query, withQuery } from './query.ts';

export const logPath = (unitId: string, query: Query = {}): string => withQuery(base(unitId), query);
export const logStepPath = (unitId: string, step: 'events' | 'parts' | 'close'): string =>
  `${base(unitId)}/${step}`;
export const correctPath = (unitId: string, number: number): string => `${base(unitId)}/${number}`;
export const picturePath = (unitId: string, number: number, place: number): string =>
  `${base(unitId)}/${number}/pictures/${place}`;

/** “Sổ trực” or “Biên bản bàn giao ca” of a shift. */
export const recordPath = (
  unitId: string,
  file: `${'book' | 'handover'}.${'pdf' | 'docx'}`,
  { periodId, shiftId }: { readonly periodId: string; readonly shiftId: string },
): string => `${base(unitId)}/documents/${file}?${new URLSearchParams({ period: periodId, shift: shiftId })}`;

export const watchSettingsPath = (unitId: string, step: '' | '/checks' | '/samples' = ''): string =>
  `/units/${encodeURIComponent(unitId)}/watch${step}`;

function base(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}/log`;
}
