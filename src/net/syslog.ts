/**
 * The way to a log server: syslog messages (RFC 5424) framed by octet counting over TCP (RFC 6587, 3.4.1) or TLS (RFC 5425),
 * or one JSON object a line. The server's certificate is always asked for. One connection, opened when there is something
 * to send and kept.
 */

import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { AppError } from '../kernel/app-error.ts';

export interface SyslogSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** PEM of who signed the server's certificate; those the system trusts when absent. */
  readonly ca?: string;
  readonly format: 'rfc5424' | 'json';
}

export interface LogLine {
  readonly at: number;
  /** RFC 5424, table 2: 4 warning, 5 notice, 6 informational. */
  readonly severity: 4 | 5 | 6;
  /** What kind of line, at most 32 signs of ASCII. */
  readonly kind: string;
  readonly json: object;
}

export interface SyslogClient {
  /** Resolves once the lines are with the system that carries them. Rejects with `AppError`, `unavailable`, `syslog.…`. */
  send(lines: readonly LogLine[]): Promise<void>;
  close(): void;
}

/** “log audit” of RFC 5424, table 1. */
const FACILITY = 13;
const TIMEOUT_MS = 10_000;
const PROGRAM = 'lich-truc';

export function createSyslog(settings: SyslogSettings, hostName: string): SyslogClient {
  let kept: Socket | undefined;
  const text = (line: LogLine): string =>
    settings.format === 'json' ? `${asciiJson(line.json)}\n` : framed(message(line, hostName));
  return {
    async send(lines) {
      const socket = kept && isOpen(kept) ? kept : await open(settings);
      kept = socket;
      try {
        await write(socket, lines.map(text).join(''));
      } catch (error) {
        socket.destroy();
        throw error;
      }
    },
    close: () => kept?.destroy(),
  };
}

function isOpen(socket: Socket): boolean {
  return socket.writable && !socket.destroyed && !socket.readableEnded;
}

/** RFC 5424, 6. */
function message({ at, severity, kind, json }: LogLine, hostName: string): string {
  const head = `<${FACILITY * 8 + severity}>1 ${new Date(at).toISOString()}`;
  return `${head} ${word(hostName, 255)} ${PROGRAM} ${process.pid} ${word(kind, 32)} - ${asciiJson(json)}`;
}

/** PRINTUSASCII, or the nil value. */
function word(text: string, most: number): string {
  const printed = text.replace(/[^\x21-\x7e]/g, '').slice(0, most);
  return printed === '' ? '-' : printed;
}

/** Without signs beyond ASCII a message needs no byte order mark (RFC 5424, 6.4), and no line break can forge a line. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** MSG-LEN SP SYSLOG-MSG: as many octets as signs, since all are ASCII. */
function framed(text: string): string {
  return `${text.length} ${text}`;
}

function open({ host, port, tls, ca }: SyslogSettings): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = tls
      ? connectTls({
          host,
          port,
          servername: host,
          minVersion: 'TLSv1.2',
          ...(ca === undefined ? {} : { ca }),
        })
      : connectPlain({ host, port });
    const fail = (error: NodeJS.ErrnoException): void => {
      socket.destroy();
      reject(failureOf(error));
    };
    socket.setTimeout(TIMEOUT_MS, () => fail(new Error('timeout')));
    socket.once('error', fail);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      socket.setTimeout(0);
      socket.off('error', fail);
      // Told by the next write.
      socket.on('error', () => socket.destroy());
      // A log server says nothing; what comes is let go, so that its end is seen.
      socket.resume();
      socket.unref();
      resolve(socket);
    });
  });
}

function write(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new Error('timeout')), TIMEOUT_MS);
    const closed = (): void => end(new Error('closed'));
    const end = (error?: Error | null): void => {
      clearTimeout(timer);
      socket.off('close', closed);
      if (error) reject(failureOf(error));
      else resolve();
    };
    socket.once('close', closed);
    socket.write(text, 'ascii', end);
  });
}

function failureOf(error: NodeJS.ErrnoException): AppError {
  const code = error.code ?? error.message;
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code);
  return new AppError('unavailable', untrusted ? 'syslog.untrusted' : 'syslog.unreachable', { code });
}
