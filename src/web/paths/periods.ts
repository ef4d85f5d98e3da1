/** Where pages live: every link between pages is made here. */

import { type Query, withQuery } from './query.ts';

export const periodPath = (periodId: string): string => `/periods/${encodeURIComponent(periodId)}`;

/** `number` is left out for the newest version. */
export const rosterPath = (periodId: string, number?: number): string =>
  withVersion(periodPath(periodId), number);

interface SeatOfShift {
  readonly shiftId: string;
  readonly place: number;
}

/** Why its person stands a seat of this very version. */
export const seatWhyPath = (periodId: string, seat: SeatOfShift, number: number): string =>
  `${periodPath(periodId)}/why?${seatQuery(seat)}&version=${number}`;
export const draftSeatWhyPath = (periodId: string, seat: SeatOfShift): string =>
  `${periodPath(periodId)}/draft/why?${seatQuery(seat)}`;

function seatQuery({ shiftId, place }: SeatOfShift): string {
  return new URLSearchParams({ seat: `${shiftId}@${place}` }).toString();
}

export const peoplePath = (periodId: string, number?: number): string =>
  withVersion(`${periodPath(periodId)}/people`, number);
export const printPath = (periodId: string, number?: number): string =>
  withVersion(`${periodPath(periodId)}/print`, number);

/** Who has received the newest roster. */
export const seenPath = (periodId: string, step: '' | 'remind' | 'told' = ''): string =>
  `${periodPath(periodId)}/seen${step === '' ? '' : `/${step}`}`;

export const NEW_PERIOD_PATH = '/periods/new';

/** The form with the holiday chosen. */
export const newPeriodPath = (holiday: string): string =>
  `${NEW_PERIOD_PATH}?${new URLSearchParams({ holiday })}`;

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

export const makingPath = (periodId: string, page: Making, query: Query = {}): string =>
  withQuery(`${periodPath(periodId)}/${MAKING[page]}`, query);

export const DOWNLOAD_FORMATS = ['csv', 'json', 'txt'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

export const downloadPath = (periodId: string, format: DownloadFormat, number?: number): string =>
  withVersion(`${periodPath(periodId)}/roster.${format}`, number);
export const documentsPath = (periodId: string, number?: number): string =>
  withVersion(`${periodPath(periodId)}/documents`, number);

/** Of a kind, by the extension of its file. */
export const documentPath = (periodId: string, kind: string, extension: string): string =>
  `${periodPath(periodId)}/documents/${kind}.${extension}`;

/** The number a phone dials (RFC 3966): what stands between the figures is dropped, a leading + stays, an extension follows. */
export function telephonePath(phone: string): string {
  const [, number = phone, extension] = /^(.*\d)\s*\p{L}[\p{L}\s]*(\d+)$/u.exec(phone) ?? [];
  const dialled = `tel:${number.replace(/[^\d+]/g, '')}`;
  return extension === undefined ? dialled : `${dialled};ext=${extension}`;
}

function withVersion(path: string, number: number | undefined): string {
  return number === undefined ? path : `${path}?version=${number}`;
}
