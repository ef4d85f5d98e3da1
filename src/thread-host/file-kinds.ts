/**
 * Every kind of file that someone may hand us, one entry each: how it is read, and what is told when reading it ran into
 * the limits of its thread. A reader is a pure function of bytes; where it runs is not known here. It is loaded with the first
 * file of its kind: whoever asks another thread to read has no use for the libraries that do.
 */

import type { BusyQuestion, BusyReading } from '../input/busy-calendar.ts';
import type { OnCallQuestion, OnCallReading } from '../input/on-call/read-on-call.ts';
import type { PictureReading } from '../input/picture.ts';
import type { SignedPdfQuestion, SignedPdfReading } from '../input/signed-pdf.ts';
import type { BookReading } from '../input/tables/read-book.ts';
import type { Parsed } from '../kernel/fault.ts';
import type { FormOrder, ListFormOrder, RenderedDocument } from '../output/documents/render-document.ts';
import type { RefusalReason } from './thread-line.ts';

/** The limit a file ran into. */
export type FileRefusal = Exclude<RefusalReason, 'busy'>;

interface FileKind<Options, Result> {
  read(bytes: Uint8Array, options: Options): Promise<Result>;
  refused(reason: FileRefusal, options: Options): Result;
}

interface TableOptions {
  /** Names the table in faults. */
  readonly name: string;
}

const TABLE_REFUSALS = { slow: 'fault.file.slow', memory: 'fault.file.memory' };
const FORM_REFUSALS = { slow: 'fault.form.slow', memory: 'fault.form.memory' };
const SIGNED_REFUSALS = { slow: 'document.signed.fault.slow', memory: 'document.signed.fault.memory' };
const ON_CALL_REFUSALS = { slow: 'move-in.refused.slow', memory: 'move-in.refused.too-much' };
const CALENDAR_REFUSALS = { slow: 'busy.refused.slow', memory: 'busy.refused.memory' };

const refusedTable = (reason: FileRefusal, { name }: { readonly name: string }): BookReading => ({
  ok: false,
  faults: [{ key: TABLE_REFUSALS[reason], params: {}, file: name }],
});

/** XLSX, XLS, ODS, DOCX, HTML, CSV or TSV. */
const table: FileKind<TableOptions, BookReading> = {
  read: async (bytes, { name }) => (await import('../input/tables/read-book.ts')).readBook(name, bytes),
  refused: refusedTable,
};

/** Text or HTML copied from anywhere, as UTF-8. */
const paste: FileKind<TableOptions, BookReading> = {
  read: async (bytes, { name }) =>
    (await import('../input/tables/read-book.ts')).readPaste(name, new TextDecoder().decode(bytes)),
  refused: refusedTable,
};

/** iCalendar. */
const calendar: FileKind<BusyQuestion, BusyReading> = {
  read: async (bytes, question) =>
    (await import('../input/busy-calendar.ts')).readBusyCalendar(bytes, question),
  refused: (reason) => ({ ok: false, key: CALENDAR_REFUSALS[reason] }),
};

/** A unit's own Word form, filled. */
const form: FileKind<Omit<FormOrder, 'form'> | Omit<ListFormOrder, 'form'>, Parsed<RenderedDocument>> = {
  read: async (bytes, order) =>
    (await import('../output/documents/render-document.ts')).renderForm({ ...order, form: bytes }),
  refused: (reason, { formName }) => ({
    ok: false,
    faults: [{ key: FORM_REFUSALS[reason], params: {}, file: formName }],
  }),
};

/** A PDF that was given out to be signed. */
const signed: FileKind<SignedPdfQuestion, SignedPdfReading> = {
  read: async (bytes, question) => (await import('../input/signed-pdf.ts')).readSignedPdf(bytes, question),
  refused: (reason) => ({ ok: false, key: SIGNED_REFUSALS[reason], params: {} }),
};

/** A photograph, without where it was taken. */
const picture: FileKind<object, PictureReading> = {
  read: async (bytes) => (await import('../input/picture.ts')).readPicture(bytes),
  refused: () => ({ ok: false, key: 'error.picture.broken' }),
};

/** An on-call schedule of another tool: JSON or iCalendar. */
const onCall: FileKind<OnCallQuestion, OnCallReading> = {
  read: async (bytes, question) =>
    (await import('../input/on-call/read-on-call.ts')).readOnCall(bytes, question),
  refused: (reason) => ({ ok: false, key: ON_CALL_REFUSALS[reason] }),
};

export const FILE_KINDS = { table, paste, calendar, form, signed, picture, onCall };

export type FileKindName = keyof typeof FILE_KINDS;
export type FileOptions<K extends FileKindName> = Parameters<(typeof FILE_KINDS)[K]['read']>[1];
export type FileResult<K extends FileKindName> = Awaited<ReturnType<(typeof FILE_KINDS)[K]['read']>>;

export interface GivenFile<K extends FileKindName = FileKindName> {
  readonly kind: K;
  readonly bytes: Uint8Array;
  readonly options: FileOptions<K>;
}

/**
 * The file as its kind reads it, or what is wrong with it. Rejects with `AppError('unavailable', 'error.file.busy')` when
 * too many wait.
 * @param asker whose share of the line it takes.
 */
export type ParseFile = <K extends FileKindName>(file: GivenFile<K>, asker: string) => Promise<FileResult<K>>;

/** In the thread it is called in: for the thread that reads files, the command line and tests. */
export async function parseHere<K extends FileKindName>({
  kind,
  bytes,
  options,
}: GivenFile<K>): Promise<FileResult<K>> {
  // The compiler does not see that a kind's options and result are its own.
  const { read } = FILE_KINDS[kind] as unknown as FileKind<FileOptions<K>, FileResult<K>>;
  return read(bytes, options);
}
