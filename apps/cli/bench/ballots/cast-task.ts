/** A voter whose casts are sent; secrets stay between the two processes of the measurement. */
export interface LoadVoter {
  /** The `Cookie` header of an open session. */
  readonly cookie: string;
  readonly employeeId: string;
  readonly slot: number;
  readonly secret: Uint8Array;
  readonly publicKey: string;
  /** What was acknowledged last. */
  readonly revision: number;
  readonly tracker: string | null;
}

/** Casts sent on so many connections without a pause. Times in milliseconds. */
export interface CastTask {
  readonly port: number;
  /** `{slot}` and `{employee}` stand for the voter. */
  readonly path: string;
  readonly electionId: string;
  /** Encrypted ballots as JSON text, with their hashes; voters take turns with them, since intake looks into none. */
  readonly contents: readonly { readonly text: string; readonly ballotHash: string }[];
  readonly voters: readonly LoadVoter[];
  readonly connections: number;
  /** Envelopes that each voter has signed beforehand. */
  readonly signedAhead: number;
  readonly warmMs: number;
  readonly measureMs: number;
}

export interface CastResult {
  /** Receipts in the measured time, for each second of it. */
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  /** Receipts altogether. */
  readonly receipts: number;
  readonly voters: readonly Pick<LoadVoter, 'revision' | 'tracker'>[];
}
