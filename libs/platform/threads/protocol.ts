import type { Fault, MessageParams } from '#contracts';

/** An error on its way between threads: one of the product's own keeps its code. */
export type SentError =
  | { readonly kind: 'jari'; readonly code: string; readonly params: MessageParams; readonly faults: readonly Fault[] | undefined }
  | { readonly kind: 'other'; readonly name: string; readonly message: string; readonly stack: string | undefined };

export interface ToThread {
  readonly id: number;
  readonly task: unknown;
}

export type FromThread =
  | { readonly id: number; readonly kind: 'news'; readonly news: unknown }
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  | { readonly id: number; readonly kind: 'error'; readonly error: SentError };
