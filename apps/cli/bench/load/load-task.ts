/** Somebody on whose behalf requests are sent. */
export interface LoadPerson {
  readonly id: string;
  readonly cookie: string;
  /** The version of their list that was acknowledged last. */
  readonly version: number;
  /** Wishes as JSON text, made beforehand: the generator shall cost little. */
  readonly lists: readonly string[];
}

/** Requests of one kind, sent for some time. Times in milliseconds. */
export interface LoadTask {
  readonly port: number;
  /** `{id}` stands for the person. */
  readonly path: string;
  readonly people: readonly LoadPerson[];
  /** Saturation: so many connections without a pause. Thinking: one connection a person, with a pause before each request. */
  readonly pace: { readonly connections: number } | { readonly thinkMs: number };
  readonly warmMs: number;
  readonly measureMs: number;
}

/** What became of a person's list. */
export interface Acknowledged {
  readonly version: number;
  /** Which of `lists` was acknowledged last; null = none in this task. */
  readonly list: number | null;
}

export interface LoadResult {
  /** Answers in the measured time. */
  readonly answers: number;
  readonly rps: number;
  /** Milliseconds from writing the request to the whole answer, of the measured time. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly people: readonly Acknowledged[];
}
