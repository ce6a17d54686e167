export interface BoothManifest {
  readonly format: string;
  readonly files: Readonly<Record<'index.html' | 'booth.js' | 'booth.css', { readonly sha256: string; readonly bytes: number; readonly gzipBytes: number }>>;
  readonly gzipBytes: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const BOOTH_LIMIT: number;
export function buildBooth(place: { readonly root: string; readonly out: string }): Promise<BoothManifest>;
