/**
 * Backups that only a key kept elsewhere opens, as files of age (C2SP age v1, X25519): anyone who has the identity decrypts
 * them with `age -d -i FILE` too. Files go through in pieces; nothing here holds one whole.
 */

import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Encrypter } from 'age-encryption';
import { AppError } from '../kernel/app-error.ts';
import { PRIVATE_MODE } from './durable-file.ts';

/** With the first key: most starts of the program encrypt nothing. */
const library = () => import('age-encryption');

export interface BackupKey {
  /** `AGE-SECRET-KEY-1…`: opens every backup made for the recipient. */
  readonly identity: string;
  /** `age1…`: encrypts, and opens nothing. */
  readonly recipient: string;
}

export async function newBackupKey(): Promise<BackupKey> {
  const { generateX25519Identity, identityToRecipient } = await library();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Throws `AppError('invalid', 'error.backup.recipient')` naming the first that is none. */
export async function requireRecipients(recipients: readonly string[]): Promise<void> {
  if (recipients.length > 0) await encrypterFor(recipients);
}

/** Either recipient alone opens the file. Nothing may stand at `to`. */
export async function encryptFile(from: string, to: string, recipients: readonly string[]): Promise<void> {
  const encrypted = await (await encrypterFor(recipients)).encrypt(streamOf(from));
  await write(encrypted, to);
}

async function encrypterFor(recipients: readonly string[]): Promise<Encrypter> {
  const { Encrypter } = await library();
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new AppError('invalid', 'error.backup.recipient', { recipient: recipient.slice(0, 80) });
    }
  }
  return encrypter;
}

const OPENING = Buffer.from('age-encryption.org/v1\n');

/** By what the file begins with, whatever it is called. */
export function isEncrypted(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(OPENING.length);
    return readSync(file, head) === head.length && head.equals(OPENING);
  } finally {
    closeSync(file);
  }
}

/**
 * Throws `AppError('invalid', …)`: `error.backup.identity` when the text holds no identity, `error.backup.wrong-identity`
 * when the file is for another, `error.backup.altered` when it is cut short or was changed. What stands at `to` then is no
 * backup.
 * @param identities as age-keygen writes them: one a line, `#` before remarks.
 */
export async function decryptFile(from: string, to: string, identities: string): Promise<void> {
  const { Decrypter } = await library();
  const decrypter = new Decrypter();
  const lines = identities.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length === 0) throw new AppError('invalid', 'error.backup.identity');
  for (const key of keys) {
    try {
      decrypter.addIdentity(key);
    } catch {
      // The line itself is a secret, or somebody else's text.
      throw new AppError('invalid', 'error.backup.identity');
    }
  }
  try {
    await write(await decrypter.decrypt(streamOf(from)), to);
  } catch (error) {
    // What the file system refuses is told as such.
    if (error instanceof Error && 'code' in error) throw error;
    const isOther = error instanceof Error && error.message.startsWith('no identity matched');
    throw new AppError('invalid', `error.backup.${isOther ? 'wrong-identity' : 'altered'}`, { path: from });
  }
}

function streamOf(path: string): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream<Uint8Array>;
}

function write(content: globalThis.ReadableStream<Uint8Array>, to: string): Promise<void> {
  const file = createWriteStream(to, { flags: 'wx', mode: PRIVATE_MODE });
  return pipeline(Readable.fromWeb(content as ReadableStream<Uint8Array>), file);
}
