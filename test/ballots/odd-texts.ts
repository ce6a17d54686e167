import type { Entry } from '#ballot-box';

/** The fields of an entry that a test changes. */
export type AnyEntry = { hash: string; index: number; intakeIndex: number; reason: string; type: string; content: { ciphertexts: { a: string; b: string }[]; proofs: { commitments: string[]; challenges: string[]; responses: string[] }[] }; envelope: { signature: string; revision: number } };
export const entry = (copy: { entries: Entry[] }, number: number): AnyEntry => copy.entries[number - 1] as unknown as AnyEntry;
export const flipped = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
const scalar = (bytes: (view: Buffer) => void): string => { const view = Buffer.alloc(32); bytes(view); return view.toString('base64url'); };
export const ORDER_255 = scalar((view) => Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex').copy(view));
export const NEGATIVE = scalar((view) => view.writeUInt8(1, 0));
export const IDENTITY = scalar(() => undefined);
export const NO_ELEMENT = scalar((view) => view.fill(0xff));
