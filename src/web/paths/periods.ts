/** Where pages live: every link between pages is made here. */

export function periodPath(periodId: string): string {
  return `/periods/${encodeURIComponent(periodId)}`;
}

/** `number` is left out for the newest version. */
export function rosterPath(periodId: string, number?: number): string {
  return withVersion(periodPath(periodId), number);
}

interface SeatOfShift {
  readonly shiftId: string;
  readonly place: number;
}

/** Why its person stands a seat of this very version. */
export function seatWhyPath(periodId: string, seat: SeatOfShift, number: number): string {
  return `${periodPath(periodId)}/why?${seatQuery(seat)}&version=${number}`;
}

export function draftSeatWhyPath(periodId: string, seat: SeatOfShift): string {
  return `${periodPath(periodId)}/draft/why?${seatQuery(seat)}`;
}

function seatQuery({ shiftId, place }: SeatOfShift): string {
  return new URLSearchParams({ seat: `${shiftId}@${place}` }).toString();
}

export function peoplePath(periodId: string, number?: number): string {
  return withVersion(`${periodPath(periodId)}/people`, number);
}

export function printPath(periodId: string, number?: number): string {
  return withVersion(`${periodPath(periodId)}/print`, number);
}

/** Who has received the newest roster. */
export function seenPath(periodId: string, step: '' | 'remind' | 'told' = ''): string {
  return `${periodPath(periodId)}/seen${step === '' ? '' : `/${step}`}`;
}

export const NEW_PERIOD_PATH = '/periods/new';

/** The form with the holiday chosen. */
export function newPeriodPath(holiday: string): string {
  return `${NEW_PERIOD_PATH}?${new URLSearchParams({ holiday })}`;
}

/** Pages of the period's making, under its own address. */
const MAKING = {
  prepare: 'prepare',
  draft: 'draft',
  draftPeople: 'draft/people',
  edit: 'draft/edit',
  candidates: 'draft/candidates',
  importRoster: 'draft/import',
  moveIn: 'move-in',
  run: 'run',
  runParts: 'run/parts',
  runEvents: 'run/events',
  stopRun: 'run/stop',
  dropRun: 'run/drop',
  takeRun: 'run/take',
  mend: 'mend',
  shortage: 'shortage',
  publish: 'publish',
  submit: 'submit',
  approve: 'approve',
  compare: 'compare',
  wall: 'wall',
} as const;

export type Making = keyof typeof MAKING;

export function makingPath(
  periodId: string,
  page: Making,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `${periodPath(periodId)}/${MAKING[page]}${search === '' ? '' : `?${search}`}`;
}

export const DOWNLOAD_FORMATS = ['csv', 'json', 'txt'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

export function downloadPath(periodId: string, format: DownloadFormat, number?: number): string {
  return withVersion(`${periodPath(periodId)}/roster.${format}`, number);
}

export function documentsPath(periodId: string, number?: number): string {
  return withVersion(`${periodPath(periodId)}/documents`, number);
}

/** Of a kind, by the extension of its file. */
export function documentPath(periodId: string, kind: string, extension: string): string {
  return `${periodPath(periodId)}/documents/${kind}.${extension}`;
}

/** The number a phone dials (RFC 3966): what stands between the figures is dropped, a leading + stays, an extension follows. */
export function telephonePath(phone: string): string {
  const [, number = phone, extension] = /^(.*\d)\s*\p{L}[\p{L}\s]*(\d+)$/u.exec(phone) ?? [];
  const dialled = `tel:${number.replace(/[^\d+]/g, '')}`;
  return extension === undefined ? dialled : `${dialled};ext=${extension}`;
}

function withVersion(path: string, number: number | undefined): string {
  return number === undefined ? path : `${path}?version=${number}`;
}
