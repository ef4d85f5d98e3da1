/** Who someone is by the word of an organisation's own provider, as use cases take it; how it is asked is not known here. */

/** What must come back unchanged; kept where nobody but the same browser brings it back. */
export interface IdentityQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The person must have proved who they are within so many seconds. */
  readonly maxAgeSeconds?: number;
}

export interface Identity {
  readonly issuer: string;
  /** Never given to anyone else by this issuer (OpenID Connect Core 5.7); mail addresses and names are. */
  readonly subject: string;
  readonly name?: string;
  readonly userName?: string;
}

export interface IdentityProvider {
  /** The address to send the browser to. Rejects with `unavailable`, `identity.unreachable`. */
  ask(asking: {
    readonly maxAgeSeconds?: number;
  }): Promise<{ readonly address: string; readonly question: IdentityQuestion }>;
  /**
   * @param query what the browser came back with.
   * Rejects with `forbidden`, `identity.refused`, when anything about it is not as it must be; `unavailable`,
   * `identity.unreachable`, when the provider does not answer.
   */
  readAnswer(query: string, question: IdentityQuestion): Promise<Identity>;
}
