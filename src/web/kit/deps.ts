/** What the web floor is given: use cases, clock, places on disk, a log. It never learns how any of them is made. */

import type { IdentityProvider } from '../../app/access/identity.ts';
import type { App, Origin } from '../../app/app.ts';
import type { FeedDocument } from '../../app/feeds/feed-shelf.ts';
import type { FeedReading } from '../../app/feeds/read-feed.ts';
import type { Day } from '../../calendar/day.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { ContactEntry } from '../../domain/contact-entry.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Parsed } from '../../kernel/fault.ts';
import type { DocumentOrder, FormOrder, RenderedDocument } from '../../output/documents/render-document.ts';
import type { AssetFolders } from './assets.ts';
import type { Desk } from './desk.ts';
import type { FeedDesk } from './feed-desk.ts';
import type { Served } from './trace.ts';

export interface VersionEntry {
  readonly number: number;
  readonly publishedAt: Instant;
  readonly note: string;
}

/** The use cases pages call. */
export interface WebApp {
  /** The newest version of every period of the unit, or of all, withdrawn ones included, in any order. */
  listCurrentVersions(unitId?: string): Promise<readonly RosterVersion[]>;
  /** Ascending by number; empty when there is no such period. */
  listVersions(periodId: string): Promise<readonly VersionEntry[]>;
  /** The version, or the newest when no number is given; undefined when there is none. */
  readVersion(periodId: string, number?: number): Promise<RosterVersion | undefined>;
  /** Breaks that touch [from, to). */
  listBreaks(from: Day, to: Day): Promise<readonly HolidayBreak[]>;
  /** The directory as the unit sees it: its own entries over the shipped ones; without a unit, as shipped. */
  listContacts(unitId?: string): Promise<readonly ContactEntry[]>;
  /** Undefined when no live feed has this token. */
  readFeed(reading: FeedReading): Promise<FeedDocument | undefined>;
  /** Resolves when the store answers. */
  probe(): Promise<void>;
}

export interface DocumentDesk {
  /**
   * Rejects with `AppError('unavailable', …)` when too many are waiting or one takes too long.
   * @param asker whose share of the line it takes.
   */
  render(order: DocumentOrder, asker: string): Promise<RenderedDocument>;
  /** The unit's own form, filled, or every fault of it; rejects when too many are waiting. */
  fill(order: FormOrder, asker: string): Promise<Parsed<RenderedDocument>>;
  /** The first page as SVG; rejects as `render` does. */
  picture(order: Omit<DocumentOrder, 'format'>, asker: string): Promise<string>;
}

export interface WebLog {
  /** Something broke that nobody expected; `reference` is what the page told the reader. */
  error(event: WebFailure): void;
  /** A request is over. Absent where nobody takes note. */
  served?(served: Served): void;
}

export interface WebFailure {
  readonly reference: string;
  readonly path: string;
  readonly cause: unknown;
  /** Absent for what no request was about. */
  readonly requestId?: string;
}

/** One of the things the server needs to do its work, and whether it is there. */
export interface Readiness {
  readonly name: string;
  readonly ok: boolean;
}

/** How long a client may take over its request; each in milliseconds. */
export interface Patience {
  /** Until the whole head is there. */
  readonly headersMs: number;
  /** Until the whole request is there. */
  readonly requestMs: number;
  /** How often that is looked at. */
  readonly checkedEveryMs: number;
  /** With nothing going in either direction. */
  readonly silenceMs: number;
}

/** An organisation's own identity provider. */
export interface ProviderDeps {
  /** As people call it, on the buttons that lead there. */
  readonly name: string;
  readonly identity: IdentityProvider;
}

export interface WebDeps {
  readonly app: WebApp;
  /** What the use cases of a unit's people, posts, links and swaps are given, as of this visit. */
  readonly core: App;
  /** Absent where no documents are written. */
  readonly documents?: DocumentDesk;
  readonly desk: Desk;
  readonly feeds: FeedDesk;
  /** What use cases of accounts are given; while it is absent everyone may do everything. */
  readonly accounts?: App;
  /** The use cases as of one visit: the audit trail says where it came from. */
  readonly within?: (
    origin: Origin,
  ) => Partial<Pick<WebDeps, 'app' | 'desk' | 'feeds' | 'accounts' | 'core'>>;
  /** Absent where nobody signs in by an identity provider. */
  readonly provider?: ProviderDeps;
  /** As Express reads `trust proxy`; none when absent. */
  readonly trustedProxies?: string;
  /** What `/readyz` tells; the store alone when absent. */
  readonly ready?: () => Promise<readonly Readiness[]>;
  /** Ordinary when absent. */
  readonly patience?: Patience;
  readonly clock: () => Instant;
  readonly log: WebLog;
  /** A short new id for each failure. */
  readonly newReference: () => string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Zone and language of pages that belong to no unit. */
  readonly zone: string;
  readonly language: Language;
  readonly folders: AssetFolders;
}
