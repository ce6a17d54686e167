export type BoothFile = 'index.html' | 'booth.js' | 'booth.css' | 'check.html' | 'check.js';

/** `dist/booth/booth.json`: all hashes are SHA-256 in hexadecimal. */
export interface BoothManifest {
  readonly format: 'jari-booth/1';
  /** Of what `sha256sum` prints of all files in the order of their names; names the folder where a server puts them. */
  readonly pin: string;
  /** The booth itself: page, script and style. */
  readonly gzipBytes: number;
  readonly files: Readonly<Record<BoothFile, { readonly sha256: string; readonly bytes: number; readonly gzipBytes: number; readonly headers: Readonly<Record<string, string>> }>>;
}

export const BOOTH_LIMIT: number;
export function buildBooth(place: { readonly root: string; readonly out: string }): Promise<BoothManifest>;
export function bundle(root: string, entry: string): Promise<Buffer>;
