/** What the web floor is given: use cases, clock, places on disk, a log. It never learns how any of them is made. */

import type { Directory } from '../../app/access/directory.ts';
import type { IdentityProvider } from '../../app/access/identity.ts';
import type { Safeguards } from '../../app/access/safety-report.ts';
import type { App } from '../../app/app.ts';
import type { Seal } from '../../app/documents/seal-document.ts';
import type { Outbound } from '../../app/machines/outbound.ts';
import type { Mailer } from '../../app/notices/mailer.ts';
import type { Searches } from '../../app/runs/searches.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { ContactEntry } from '../../domain/contact-entry.ts';
import type { IncidentRules } from '../../domain/incident-rules.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Parsed } from '../../kernel/fault.ts';
import type { DutyDocument } from '../../output/documents/document.ts';
import type {
  DocumentOrder,
  FormOrder,
  ListFormOrder,
  RenderedDocument,
  WrittenOrder,
} from '../../output/documents/render-document.ts';
import type { AssetFolders } from './assets.ts';
import type { Served } from './trace.ts';

export interface Documents {
  /**
   * Rejects with `AppError('unavailable', …)` when too many are waiting or one takes too long.
   * @param asker whose share of the line it takes.
   */
  render(order: DocumentOrder, asker: string): Promise<RenderedDocument>;
  /** The unit's own form, filled, or every fault of it; rejects when too many are waiting. */
  fill(order: FormOrder | ListFormOrder, asker: string): Promise<Parsed<RenderedDocument>>;
  /** One that is made already; rejects as `render` does. */
  write(order: WrittenOrder, asker: string): Promise<RenderedDocument>;
  /** The first page as SVG; rejects as `render` does. */
  picture(order: Omit<DocumentOrder, 'format'>, asker: string): Promise<string>;
  /** One that is no roster's, made ready by whoever asks; rejects as `render` does. */
  pdf(document: DutyDocument, asker: string): Promise<Uint8Array>;
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
export interface RequestTimeouts {
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

/** The organisation's mail server. */
export interface MailDeps {
  /** `host:port`, as whoever keeps it set it. */
  readonly server: string;
  readonly send: Mailer;
}

/** Web push: what browsers ask with (VAPID, RFC 8292). */
export interface PushDeps {
  readonly publicKey: string;
}

/** A server, or a process that only searches. */
export interface RunningProcess {
  readonly id: string;
  readonly kind: 'serve' | 'worker';
  readonly version: string;
  readonly since: Instant;
  readonly heardAt: Instant;
  /** Whether it does what one at a time does. */
  readonly isFirst: boolean;
}

export interface Running {
  readonly processes: readonly RunningProcess[];
  readonly waitingSearches: number;
}

export interface WebDeps {
  /** As of this visit: it knows who asks, and from where. */
  readonly app: App;
  /** Whether people sign in; where it is open, everyone may do everything. */
  readonly access: 'accounts' | 'open';
  readonly searches: Searches;
  /** The directory as shipped; units put their own entries over it. */
  readonly contacts: readonly ContactEntry[];
  /** What decrees ask of incidents, as it ships; never none. */
  readonly incidentRules: readonly IncidentRules[];
  /** Absent where no documents are written. */
  readonly documents?: Documents;
  /** Absent where nothing is sealed. */
  readonly seal?: Seal;
  /** Absent where nobody signs in by an identity provider. */
  readonly provider?: ProviderDeps;
  /** Absent where nobody signs in by a directory. */
  readonly directory?: Directory;
  /** Absent where no mail is sent. */
  readonly mail?: MailDeps;
  /** Calls other servers at addresses people gave; absent where none is called. */
  readonly reach?: Outbound;
  /** Absent where nothing is known of the machine: then nothing of it counts as met. */
  readonly safeguards?: Safeguards;
  /** What runs on the same database; absent where this process is alone on it. */
  readonly running?: () => Promise<Running>;
  /** Absent where nothing is pushed. */
  readonly push?: PushDeps;
  /** As Express reads `trust proxy`; none when absent. */
  readonly trustedProxies?: string;
  /** What `/readyz` tells; the store alone when absent. */
  readonly ready?: () => Promise<readonly Readiness[]>;
  /** Whether it is on its way out, so that connections end with their answer; never when absent. */
  readonly isStopping?: () => boolean;
  /** Ordinary when absent. */
  readonly timeouts?: RequestTimeouts;
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
