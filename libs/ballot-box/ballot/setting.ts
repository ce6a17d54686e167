import { fromBase64url } from '../encoding/base64url.js';
import type { Group, GroupName, Point } from '../groups/group.js';
import { groupNamed } from '../groups/registry.js';
import { readPoint } from '../groups/texts.js';
import type { BallotKind, Layout } from '../kinds/layout.js';
import { layoutOf } from '../kinds/registry.js';

/** What every ballot of one election shares. */
export interface BallotSetting {
  readonly group: Group;
  readonly electionId: Uint8Array;
  readonly jointKey: Point;
  readonly layout: Layout;
}

export interface SettingInput {
  readonly group: GroupName;
  /** Base64url of 32 bytes. */
  readonly electionId: string;
  /** Base64url of a point. */
  readonly jointKey: string;
  readonly kind: BallotKind;
  /** How many options a ballot has, NOTA among them except in approval. */
  readonly options: number;
}

/** @throws Malformed for a key or id that cannot be decoded; RangeError for a number of options the kind does not take */
export function ballotSetting(input: SettingInput): BallotSetting {
  const group = groupNamed(input.group);
  return {
    group,
    electionId: fromBase64url(input.electionId, 'electionId'),
    jointKey: group.prepare(readPoint(group, input.jointKey, 'jointKey')),
    layout: layoutOf(input.kind, input.options),
  };
}
