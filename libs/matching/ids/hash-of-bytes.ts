const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of `bytes[from..to)`, its upper half mixed into the lower; 32 bits. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let code = FNV_BASIS;
  for (let at = from; at < to; at++) code = Math.imul(code ^ bytes[at]!, FNV_PRIME);
  return code ^ (code >>> 15);
}
