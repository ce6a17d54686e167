/** What the public side of a ballot shows; each is what the API answers under the same name. */
export const DOCUMENTS = ['ballot', 'trustees', 'keygen', 'specification', 'board', 'registrar-task'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** What trustees and registrars hand in. */
export const LETTERS = ['trustee-keys', 'keygen', 'specification-signature', 'endorsement', 'decryption-share', 'credentials', 'reissue'] as const;
export type LetterKind = (typeof LETTERS)[number];

export interface Letter {
  readonly kind: LetterKind;
  /** The body of the API's request. */
  readonly body: object;
}

/** The one way by which a tool learns of a ballot and says something: a server, or files that somebody carries. */
export interface Office {
  readonly ballotId: string;
  /** Whether what is delivered shows at once in what is read. */
  readonly isLive: boolean;
  /** @returns null while there is none */
  read(name: DocumentName): Promise<unknown>;
  deliver(letter: Letter): Promise<void>;
  close(): Promise<void>;
}
