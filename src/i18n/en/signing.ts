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
  'document.signing.at.signature': 'Signed {at}, by the clock of the machine that signed.',
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
  'document.signed.fault.encrypted':
    'The file has a password or is encrypted, so it cannot be compared with the copy that was downloaded to sign. Send the signed file without a password.',
  'document.signed.fault.paper':
    'The file bears no digital signature and is no copy that was downloaded to sign: a scan or photograph of paper signed by hand, or another document. Download the copy to sign, sign it digitally and send it.',
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
  'audit.document.seal': 'Sealed by the organisation’s certificate',

  'document.seal.do': 'Seal digitally for the organisation',
  'document.seal.note':
    'Signs with the certificate of {name}, valid until {until}, which this server holds. The sealed file bears the number and date that are kept, no signature of the signer, no picture of a stamp and no time stamp: the time is this server’s. A letter its head must sign digitally is signed and sealed by the signing program.',
  'document.seal.refused': 'Not sealed',
  'document.seal.fault.number':
    'The letter has no number or no date yet, and none can be added once it is sealed. Fill both in among the fields of the letter, save, and seal again.',
  'document.seal.fault.early':
    'The organisation’s certificate is not valid before {at}. Check the server’s clock, or wait until then.',
  'document.seal.fault.over':
    'The organisation’s certificate ended {at}. Ask whoever runs this server to put a new certificate in.',
  'document.seal.fault.signed':
    'There is a file of this document that somebody else signed: a newly sealed one would take its place. Seal the signed file by the signing program (“The clerk adds number, date and stamp”).',
  'error.seal.none': 'The seal on this server is not for this unit.',
  'error.seal.unreachable':
    'The seal’s file {path} cannot be read ({cause}). Check ROTA_SEAL_FILE and who may read it.',
  'error.seal.form': 'The file of ROTA_SEAL_FILE is no PKCS#12 (.p12, .pfx).',
  'error.seal.password':
    'ROTA_SEAL_SECRET does not open the seal’s file, or the file is damaged. A password has unaccented letters, digits and punctuation only.',
  'error.seal.old':
    'The seal’s file is encrypted the old way (RC2 or triple DES). Change it to AES by OpenSSL 3: openssl pkcs12 -legacy -in old.p12 -nodes -out between.pem, then openssl pkcs12 -export -in between.pem -out new.p12, and delete between.pem.',
  'error.seal.keys': 'The seal’s file must hold exactly one encrypted private key.',
  'error.seal.certificate': 'The seal’s file holds no certificate of its key.',
  'error.seal.usage': 'The certificate in the seal’s file was not issued to sign with (keyUsage).',
  'error.seal.kind':
    'The key in the seal’s file cannot be used: RSA of 2048 bits or more, or P-256, P-384, P-521 is wanted.',
  'error.signed-document.missing': 'There is no such signed file.',
};
