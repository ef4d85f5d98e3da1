/** Requests to the outside as use cases make them; how they are kept from harm is not known here. */

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
  readonly mostOctets: number;
  readonly mostRedirects: number;
}

/** Rejects with an `AppError` whose key says why there was no answer. */
export type Outbound = (
  request: OutboundRequest,
) => Promise<{ readonly status: number; readonly body: Buffer }>;
