/** What went wrong in a key generation, and whose message it was. The run ends; it starts again with another list. */
export type KeygenFaultCode =
  | 'MALFORMED'
  | 'MISSING'
  | 'OUT_OF_ORDER'
  | 'OTHER_SETUP'
  | 'BAD_SIGNATURE'
  | 'NOT_AS_COMMITTED'
  | 'BAD_PROOF'
  | 'WRONG_SHARE'
  | 'FALSE_COMPLAINT'
  | 'OTHER_TRANSCRIPT'
  | 'NOT_MY_MESSAGE';

export class KeygenFault extends Error {
  constructor(readonly code: KeygenFaultCode, readonly culprit: number) {
    super(`${code} (trustee ${culprit})`);
    this.name = 'KeygenFault';
  }
}
