/** Signing documents digitally: the copy to sign, the file that comes back. */

import type { signingVi } from '../vi/signing.ts';

export const signingEn: Readonly<Record<keyof typeof signingVi, string>> = {
  'document.form.medium': 'Issued',
  'document.form.medium.paper': 'On paper',
  'document.form.medium.electronic': 'Digitally signed',

  'document.signing.title': 'Digital signature',
  'document.signing.lead':
    'Take a copy to sign, sign it with your signing program (VGCA Sign or another), then send the signed file here. The copy leaves number, date and room for the stamp; each annex is a file of its own with its top right corner free.',
  'document.signing.none': 'This version has no signed files.',
  'document.signing.part': 'Document',
  'document.signing.part.letter': 'Notice, plan or decision',
  'document.signing.part.list': 'Annex: duty list',
  'document.signing.part.phones': 'Annex: phone numbers',
  'document.signing.part.alone': 'Duty list with its own letterhead',
  'document.signing.sign': 'Sign on this machine',
  'document.signing.step': 'What is signed',
  'document.signing.step.approve': 'The head approves',
  'document.signing.step.issue': 'The clerk adds number, date and stamp',
  'document.signing.program':
    'Calls VGCA Sign Service, where it runs on this machine; the signed file is checked and kept at once.',
  'document.signing.waiting': 'Waiting for the signing program…',
  'document.signing.absent':
    'VGCA Sign Service was not found on this machine. Start it and try again, or take the file to sign, sign it and send it back as below.',
  'document.signing.failed':
    'The signing program did not sign: {said} The file may be taken, signed and sent back as below.',
  'document.signing.take': 'Take a copy to sign',
  'document.signing.file': 'Signed PDF file',
  'document.signing.send': 'Send the signed file',
  'document.signing.download': 'Download the signed file',
  'document.signing.refused': 'This file was not kept',
  'document.signing.out': 'Taken to be signed {at}; no signed file yet.',
  'document.signing.back': 'Signed file received {at}; the PDF of this document is the signed one.',
  'document.signing.kind-signed': 'Signed: the PDF button gives the signed file.',
  'document.signing.signature': 'Signature of {name}',
  'document.signing.time-stamp': 'Time stamp of {name}',
  'document.signing.at.signature': 'Signed {at}, by the clock of the signer’s computer.',
  'document.signing.at.time-stamp': 'Stamped {at}.',
  'document.signing.no-time': 'The signature does not say when.',
  'document.signing.certificate': 'Certificate issued by {issuer}, valid until {until}.',
  'document.signing.before':
    'The file was added to after this signature; a later signature covers what was added.',
  'document.signing.outside': 'The time of signing is outside the certificate’s term.',
  'document.signing.weak': 'The signature uses SHA-1, which is no longer safe.',
  'document.signing.unchecked':
    'Checked: the file begins with the very copy that was taken, each signature is intact, one covers the whole file. Not checked: whether the certificate belongs to a trusted authority and was not revoked; look yourself at what signing added (number, date, stamp).',

  'document.signed.fault.absent': 'No file was chosen. Choose the signed PDF and send it again.',
  'document.signed.fault.large': 'The file is larger than {most} MB. Send the signed PDF itself.',
  'document.signed.fault.no-pdf': 'The file is no PDF. Send the PDF that the signing program saved.',
  'document.signed.fault.other':
    'The file begins with no copy that was taken of this version: it is another document or version, its content was changed, or a program wrote the whole file anew instead of appending. Take a copy again and sign that very file.',
  'document.signed.fault.unsigned':
    'The file is the copy that was taken, without any signature. Sign it and send it again.',
  'document.signed.fault.unsigned-changed':
    'Something was added behind the copy, but no signature. Sign it and send it again.',
  'document.signed.fault.many': 'The file has more than {most} signatures. Send the signed file itself.',
  'document.signed.fault.partial':
    'Signature {number} covers only a part of the document, not the whole copy that was taken. Sign the whole file.',
  'document.signed.fault.unreadable':
    'Signature {number} cannot be read. Sign again; if it stays so, the signing program uses a form of signature this program does not know.',
  'document.signed.fault.broken':
    'Signature {number} does not match: the file was changed after signing. Get the original from the signer, or sign again.',
  'document.signed.fault.added':
    'After the last signature (of {count}) something was added that no signature covers. Send the file as signed, or sign once more.',
  'document.signed.fault.rewritten':
    'The signature is intact, but before it was made some program replaced the pages that were downloaded. Download the file to sign anew, sign it and send it again.',
  'document.signed.fault.slow': 'Reading this file took too long. Send the signed PDF itself.',
  'document.signed.fault.memory': 'Reading this file took too much memory. Send the signed PDF itself.',
  'audit.document.issue': 'Took a copy to be signed',
  'audit.document.signed': 'Kept a signed file',
  'error.signed-document.missing': 'There is no such signed file.',
};
