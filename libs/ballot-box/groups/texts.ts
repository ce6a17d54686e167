import { fromBase64url, toBase64url } from '../encoding/base64url.js';
import type { Group, Point } from './group.js';

/** Points and scalars as they stand in files: base64url of their encoding. */
export const pointText = (group: Group, point: Point): string => toBase64url(group.encodePoint(point));
export const scalarText = (group: Group, scalar: bigint): string => toBase64url(group.encodeScalar(scalar));

/** @throws Malformed unless it is the canonical text of an element other than the identity */
export const readPoint = (group: Group, text: string, at: string): Point => group.decodePoint(fromBase64url(text, at), at);
/** @throws Malformed unless it is the canonical text of a scalar below the order */
export const readScalar = (group: Group, text: string, at: string): bigint => group.decodeScalar(fromBase64url(text, at), at);
