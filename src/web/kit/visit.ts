/** One request as a page sees it, and the answers a page may give. Pages know no Express. */

import type { ChosenUnit } from '../../app/units/choose-unit.ts';
import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { Visitor } from '../../domain/account.ts';
import type { WatchPart } from '../../domain/watch-setting.ts';
import type { KnownKey, Language, MessageParams } from '../../i18n/translate.ts';
import { isLanguage } from '../../kernel/languages.ts';
import { innerPath } from '../paths/inner.ts';
import type { UploadedFile } from './multipart.ts';

export interface Visit {
  readonly language: Language;
  readonly now: Instant;
  readonly today: Day;
  readonly method: string;
  /** Path without query, as asked for. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** A named part of the route's path. */
  param(name: string): string;
  header(name: string): string | undefined;
  /** What a form sent; empty for anything but a POST. */
  readonly form: URLSearchParams;
  /** The files it sent, by field; only where the route takes files. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Who does it, for the audit trail. */
  readonly actor: string;
  /** Who is signed in; absent where nobody has to be. */
  readonly visitor?: Visitor;
  /** The unit the page is about, or the visitor's first; absent while there is none. */
  readonly unit?: ChosenUnit;
  /** All the visitor belongs to, by name, where it is more than one. */
  readonly units?: readonly ChosenUnit[];
  /** Which parts of the watch that unit uses; absent where the page is about none. */
  readonly watch?: ReadonlySet<WatchPart>;
  /** How much the visitor was told in that unit and has not seen yet; absent for who is none of its staff. */
  readonly news?: number;
  /** For the hidden field of every form; empty while nobody is signed in. */
  readonly formToken: string;
  say<const K extends string>(key: K & KnownKey<K>, params?: MessageParams): string;
}

export interface OwnBar {
  /** Shown where a device shows the page it kept: of when it is. Absent for pages that none keeps. */
  readonly kept?: string;
  /** By which a device installs the page. */
  readonly manifest?: string;
  /** Where the name of the program leads. */
  readonly home: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon: string;
    readonly current: boolean;
    /** Of what waits there; empty for nothing. */
    readonly count: string;
  }[];
}

export interface PageReply {
  readonly kind: 'page';
  /** Template in `views`, as `feature/name`. */
  readonly view: string;
  readonly title: string;
  /** Name of the unit whose page it is, shown in the top bar. */
  readonly unitName?: string;
  readonly model: object;
  readonly status?: number;
  /** With 429 (RFC 9110, 10.2.3). */
  readonly retryAfterSeconds?: number;
  /**
   * The page tells a secret: kept nowhere, named to no other site. Where it has forms, its address is named to this
   * site: browsers that send no `Sec-Fetch-Site` would leave out the Origin otherwise.
   */
  readonly secret?: true | 'with-forms';
  /** What its script may call beside this server. */
  readonly connects?: string;
  /** Its script shows pictures that it fetched with a form. */
  readonly draws?: true;
  /** Compiled from `src/browser`; pages work without. */
  readonly script?: string;
  /** The ways on from someone's own page, in place of the bar's usual ones. */
  readonly own?: OwnBar;
  /** Without script, the page is fetched anew after so many seconds. */
  readonly refreshSeconds?: number;
}

export interface BytesReply {
  readonly kind: 'bytes';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** After a change: the page to look at next, fetched anew, so that a reload changes nothing twice. */
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly to: string;
  /** A `Set-Cookie`, or several, where one signs in or out. */
  readonly cookie?: string | readonly string[];
  /** The password is asked for once more: what the form sent is held until then. */
  readonly holds?: true;
  /** What this browser keeps of our pages, and its being told, goes too (Clear-Site-Data). */
  readonly forget?: true;
}

/** Pieces of a page for the script that keeps it fresh, as JSON: `data`, and `parts` by name. */
export interface PartsReply {
  readonly kind: 'parts';
  readonly parts: readonly PagePart[];
  readonly data: object;
  readonly status?: number;
}

export interface PagePart {
  readonly name: string;
  /** Template in `views`, as `feature/name`. */
  readonly view: string;
  readonly model: object;
}

/** Events as they happen, until the reader goes away or `end` is called. */
export interface StreamReply {
  readonly kind: 'stream';
  /** Returns how to stop. */
  start(send: (event: object) => void, end: () => void): () => void;
}

export type Reply = PageReply | BytesReply | RedirectReply | PartsReply | StreamReply;

export const LANGUAGE_COOKIE = 'lang';
/** Which of several units was last looked at, where a page is about none in particular. */
export const UNIT_COOKIE = 'unit';

export function lastUnitOf({ header }: Pick<Visit, 'header'>): string | undefined {
  const kept = /(?:^|;\s*)unit=([^;]+)/.exec(header('cookie') ?? '')?.[1];
  return kept === undefined ? undefined : decoded(kept);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `?lang=` first, then the cookie, then what the server speaks. */
export function languageOf(
  query: URLSearchParams,
  cookies: string | undefined,
  standard: Language,
): Language {
  const asked = query.get('lang');
  if (isLanguage(asked)) return asked;
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(cookies ?? '')?.[1];
  return isLanguage(kept) ? kept : standard;
}

/** The same address in another language; the home page in it where the address asked for is not one of ours. */
export function pathInLanguage(path: string, query: URLSearchParams, language: Language): string {
  const changed = new URLSearchParams(query);
  changed.set('lang', language);
  return `${innerPath(path)}?${changed}`;
}
