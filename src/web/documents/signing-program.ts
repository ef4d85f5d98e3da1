/**
 * Signing through the program on the clerk's own machine (VGCA Sign Service): the page asks for a ticket, the program fetches the
 * file by it and sends the signed one back. What it is told and answers is as several public programs have it.
 */

import { keepSignedDocument } from '../../app/documents/keep-signed-document.ts';
import { readSignedDocuments } from '../../app/documents/read-signed-documents.ts';
import { openTicket, sealTicket } from '../../app/documents/signing-ticket.ts';
import { SIGNING_PARTS } from '../../domain/signed-document.ts';
import { AppError } from '../../kernel/app-error.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { BytesReply, Reply, Visit } from '../kit/visit.ts';
import { signingTicketPath } from '../paths/documents.ts';
import { openVersion } from '../roster/open-version.ts';
import { keptOf } from './asked-document.ts';
import { signedReply, versionKey } from './signed-file.ts';
import { askingFor, MOST_SIGNED_BYTES, signingCopy } from './signing.ts';
import { newestSigned } from './signing-card.ts';

/** What the page tells the program: where to fetch, where to send, and what the clerk would add. */
export async function askForSigning(visit: Visit, deps: WebDeps): Promise<Reply> {
  const asking = askingFor(visit);
  const open = await openVersion(asking, deps);
  const part = SIGNING_PARTS.find((each) => each === visit.form.get('part'));
  if (!part) throw new AppError('not-found', 'web.failure.no-page');
  const again = visit.form.get('step') === 'issue';
  const isAnnex = part === 'list' || part === 'phones';
  const { fields } = await keptOf(deps, versionKey(open));
  const ticket = sealTicket(deps.app, {
    key: versionKey(open),
    part,
    again,
    language: visit.language,
    ...(visit.visitor && { accountId: visit.visitor.account.id }),
  });
  const call = again ? (isAnnex ? 'SignAppendix' : 'SignIssued') : 'SignApproved';
  const data = {
    call,
    path: signingTicketPath(ticket),
    number: again && fields.number !== undefined ? String(fields.number) : '',
    date: again ? (fields.date ?? '') : '',
  };
  return { kind: 'parts', parts: [], data };
}

/** The file to sign, or the one signed already that is signed once more. */
export async function giveToProgram(visit: Visit, deps: WebDeps): Promise<Reply> {
  const asked = await ticketOf(visit, deps);
  const open = await openVersion(asked.visit, asked.deps);
  const { part, again } = asked.ticket;
  const signed = again
    ? newestSigned(await readSignedDocuments(asked.deps.app, versionKey(open))).get(part)
    : undefined;
  return signed ? signedReply(signed.id, asked.deps, open) : signingCopy(asked.visit, asked.deps, part);
}

/** Kept or not, the program is told so in the shape it reads. */
export async function takeFromProgram(visit: Visit, deps: WebDeps): Promise<Reply> {
  const asked = await ticketOf(visit, deps);
  const [file] = visit.files.values();
  const told = (key: string, params = {}): BytesReply => answer(false, asked.visit.say(key, params));
  if (!file) return told('document.signed.fault.absent');
  if (file.bytes.length > MOST_SIGNED_BYTES) {
    return told('document.signed.fault.large', { most: MOST_SIGNED_BYTES / 1024 / 1024 });
  }
  const read = await keepSignedDocument(asked.deps.app, {
    key: asked.ticket.key,
    content: file.bytes,
    asker: askerOf(visit, deps),
    actor: asked.visit.actor,
  });
  return read.ok ? answer(true, '') : told(read.key, read.params);
}

function answer(kept: boolean, message: string): BytesReply {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  const body = JSON.stringify({ Status: kept, Message: message, FileName: '', FileServer: '' });
  return { kind: 'bytes', status: 200, headers, body };
}

/** The visit as whoever asked for the ticket would make it. Throws `not-found`. */
async function ticketOf(visit: Visit, deps: WebDeps) {
  const found = await openTicket(deps.app, visit.param('ticket'));
  if (!found) throw new AppError('not-found', 'web.failure.no-page');
  const { ticket, app } = found;
  const { periodId, version } = ticket.key;
  const theirs: Visit = {
    ...visit,
    language: ticket.language,
    query: new URLSearchParams({ version: String(version) }),
    param: (name) => (name === 'period' ? periodId : visit.param(name)),
    ...(ticket.accountId !== undefined && { actor: ticket.accountId }),
  };
  return { ticket, visit: theirs, deps: { ...deps, app } };
}
