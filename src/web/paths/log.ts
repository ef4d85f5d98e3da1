/** Where a unit's log lives, and what it sets of the watch. */

export function logPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${base(unitId)}${search === '' ? '' : `?${search}`}`;
}

export function logStepPath(unitId: string, step: 'events' | 'parts' | 'close'): string {
  return `${base(unitId)}/${step}`;
}

export function correctPath(unitId: string, number: number): string {
  return `${base(unitId)}/${number}`;
}

export function picturePath(unitId: string, number: number, place: number): string {
  return `${base(unitId)}/${number}/pictures/${place}`;
}

/** “Sổ trực” or “Biên bản bàn giao ca” of a shift. */
export function recordPath(
  unitId: string,
  file: `${'book' | 'handover'}.${'pdf' | 'docx'}`,
  { periodId, shiftId }: { readonly periodId: string; readonly shiftId: string },
): string {
  return `${base(unitId)}/documents/${file}?${new URLSearchParams({ period: periodId, shift: shiftId })}`;
}

export function watchSettingsPath(unitId: string, step: '' | '/checks' | '/samples' = ''): string {
  return `/units/${encodeURIComponent(unitId)}/watch${step}`;
}

function base(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}/log`;
}
