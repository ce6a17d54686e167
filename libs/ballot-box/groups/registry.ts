import type { Group, GroupName } from './group.js';
import { p256 } from './p256.js';
import { ristretto255 } from './ristretto255.js';

const GROUPS: Readonly<Record<GroupName, Group>> = { ristretto255, p256 };

export const GROUP_NAMES: readonly GroupName[] = ['ristretto255', 'p256'];

export const groupNamed = (name: GroupName): Group => GROUPS[name];
