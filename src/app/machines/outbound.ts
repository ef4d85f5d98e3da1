/** Requests to the outside as use cases make them; how they are kept from harm is not known here. */

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it, redirects included. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly mostOctets: number;
  /** 0 gives a redirect back as the answer. */
  readonly mostRedirects: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * Rejects with `AppError('unavailable', 'outbound.…')`: `address` (not http or https, or with a password in it),
 * `private`, `timeout`, `too-large`, `redirects`, `encoded`, `unreachable`.
 */
export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>;
