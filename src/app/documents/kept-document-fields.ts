/** Stored fields of letters as the program reads them, and what of one letter goes for the next. */

import type { DocumentFields, Signer } from '../../domain/document-fields.ts';
import { DOCUMENT_FILE, parseDocumentFields } from '../../input/document-file.ts';
import type { StoredFields } from '../../store/document-fields-store.ts';

/** Throws when the text does not hold what this program stores: the database was written by something else. */
export function fieldsFromText({ fields }: Pick<StoredFields, 'fields'>): DocumentFields {
  const parsed = parseDocumentFields(new TextEncoder().encode(fields));
  if (!parsed.ok) throw new Error(`stored ${DOCUMENT_FILE} does not hold`, { cause: parsed.faults });
  return parsed.value;
}

/** Letterhead, signer and recipients stay from one period to the next; number, date, subject and words do not. */
export function lastingFields({
  number: _number,
  date: _date,
  urgency: _urgency,
  subject: _subject,
  legalBases: _legalBases,
  body: _body,
  ...lasting
}: DocumentFields): DocumentFields {
  return lasting;
}

/** Without the name of someone who was erased, where it stands as signer, checker or maker. */
export function withoutName(
  { maker, checkerName, signer, ...rest }: DocumentFields,
  name: string,
): DocumentFields {
  return {
    ...rest,
    ...(maker === undefined || maker === name ? {} : { maker }),
    ...(checkerName === undefined || checkerName === name ? {} : { checkerName }),
    ...(signer && { signer: signer.name === name ? nameless(signer) : signer }),
  };
}

function nameless({ name: _name, ...office }: Signer): Signer {
  return office;
}
