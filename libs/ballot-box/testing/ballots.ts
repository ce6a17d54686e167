import type { BallotContent } from '../ballot/content.js';
import { ballotSetting, type BallotSetting } from '../ballot/setting.js';
import { toBase64url } from '../encoding/base64url.js';
import type { GroupName } from '../groups/group.js';
import { groupNamed } from '../groups/registry.js';
import { pointText } from '../groups/texts.js';
import type { BallotKind } from '../kinds/layout.js';
import { randomBytes } from '../random/random.js';
import { newSigningKey } from '../signatures/signed.js';

/** For tests: a setting with a key that one person holds, and credentials to vote with. */
export function newSetting(kind: BallotKind, options: number, group: GroupName = 'ristretto255'): { readonly setting: BallotSetting; readonly secret: bigint; readonly credential: () => string } {
  const secret = groupNamed(group).randomScalar();
  const jointKey = pointText(groupNamed(group), groupNamed(group).multiply(groupNamed(group).base, secret));
  return {
    setting: ballotSetting({ group, electionId: toBase64url(randomBytes(32)), jointKey, kind, options }),
    secret,
    credential: () => newSigningKey().publicKey,
  };
}

/** For tests: a content with something in it changed; the original stays as it is. */
export function changed(content: BallotContent, change: (copy: Writable<BallotContent>) => void): BallotContent {
  const copy = structuredClone(content) as Writable<BallotContent>;
  change(copy);
  return copy as BallotContent;
}

export type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? Writable<U>[] : T[K] extends object ? Writable<T[K]> : T[K] };
