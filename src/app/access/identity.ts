/** Who someone is by the word of an organisation's own provider, as use cases take it; how it is asked is not known here. */

export interface IdentityQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly maxAgeSeconds?: number;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name?: string;
  readonly userName?: string;
}

/** Rejects with `AppError`: `identity.unreachable`, `identity.refused`. */
export interface IdentityProvider {
  ask(asking: {
    readonly maxAgeSeconds?: number;
  }): Promise<{ readonly address: string; readonly question: IdentityQuestion }>;
  readAnswer(query: string, question: IdentityQuestion): Promise<Identity>;
}
