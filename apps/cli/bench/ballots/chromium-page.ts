// Bundled as the booth is and run in a page of Chromium.
import { encryptBallot, openSpec, type Choice, type Spec } from '#ballot-box';

/** @returns milliseconds of each encryption with its proofs, one after the other */
function measureEncryption(spec: Spec, credential: string, choice: Choice, trials: number): number[] {
  const { setting } = openSpec(spec);
  return Array.from({ length: trials }, () => {
    const begun = performance.now();
    encryptBallot(setting, credential, choice);
    return performance.now() - begun;
  });
}

Object.assign(globalThis, { measureEncryption });
