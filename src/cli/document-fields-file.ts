/** The fields of an official document, from `--fields FILE` or the `document.json` of the case. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFields } from '../domain/document-fields.ts';
import { DOCUMENT_FILE, parseDocumentFields } from '../input/document-file.ts';
import { readFile, tellParsed } from './case-folder.ts';
import type { Arguments, Io } from './command.ts';

/** Nothing is a field when neither file is there. Undefined when there are faults, which are then told. */
export function readDocumentFields(args: Arguments, io: Io): DocumentFields | undefined {
  const own = join(args.positionals[0] ?? '', DOCUMENT_FILE);
  const path = args.text('fields') ?? (existsSync(own) ? own : undefined);
  return path === undefined ? {} : tellParsed(parseDocumentFields(readFile(path)), io);
}
