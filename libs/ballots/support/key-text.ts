import { Malformed, openSetup, signingKeyText, type GroupName } from '#ballot-box';

/** Whether it is the canonical text of an Ed25519 public key that is not of small order. */
export const isPublicSigningKey = (text: string): boolean => {
  try {
    signingKeyText(text, '');
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
};

/** Whether it is the canonical text of an element of the group: what a trustee's shares are encrypted to. */
export const isEncryptionKey = (group: GroupName, encryptionKey: string): boolean => {
  try {
    openSetup({ format: 'jari-keygen/1', ballotId: 'key check', group, k: 1, trustees: [{ index: 1, name: 'trustee', signingKey: SOME_KEY, encryptionKey }] });
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
};

/** The first test vector of RFC 8032: a setup is read as a whole, and only its encryption key is in question. */
const SOME_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
