import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BoothManifest } from '../../../tools/booth.mjs';

export interface BoothAsset {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  /** As the build has measured it. */
  readonly zipped: Buffer;
}

export interface LoadedBooth {
  readonly format: string;
  readonly pin: string;
  readonly files: readonly BoothAsset[];
}

const sha256Of = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/**
 * The booth as it was built.
 * @param read a file of `dist/booth/` by its name
 * @throws Error when a file is not the one that the manifest names, or the pin is not theirs: such a booth is not served
 */
export async function loadBooth(read: (name: string) => Promise<Buffer>): Promise<LoadedBooth> {
  const { format, pin, files } = JSON.parse((await read('booth.json')).toString('utf8')) as BoothManifest;
  const assets = await Promise.all(Object.entries(files).map(async ([name, { headers }]): Promise<BoothAsset> => {
    const plain = await read(name);
    return { name, sha256: sha256Of(plain), headers, plain, zipped: gzipSync(plain, { level: 9 }) };
  }));
  const listing = [...assets].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  if (sha256Of(listing) !== pin) throw new Error('dist/booth/ is not what its booth.json says; run npm run build');
  return { format, pin, files: assets };
}
