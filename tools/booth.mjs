// Bundles the voting booth into dist/booth/: page, script, style, and booth.json with the SHA-256 of each, which anyone can
// compare with what a server sends. The same sources give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All of the booth together, in bytes as gzip sends them. */
export const BOOTH_LIMIT = 40_000;

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const written = (policy) => Object.entries(policy).map(([name, value]) => `${name} ${value}`).join('; ');

/** What a server sends with the page; `frame-ancestors` is void in the page itself. */
const HEADERS = {
  'content-security-policy': `${written(POLICY)}; frame-ancestors 'self'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

const digest = (content, encoding) => createHash('sha256').update(content).digest(encoding);
const integrity = (content) => `sha256-${digest(content, 'base64')}`;

const bundleOptions = (root) => ({
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  conditions: ['source'],
  outdir: 'out',
});

async function bundle(root, entry) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...bundleOptions(root), entryPoints: [entry] });
  return Buffer.from(outputFiles[0].contents);
}

/**
 * @param {{ root: string, out: string }} place the top folder, and the folder for the output
 * @returns {Promise<{ files: Record<string, { sha256: string, bytes: number, gzipBytes: number }>, gzipBytes: number }>}
 * @throws when the booth is larger than its limit, or does not compile
 */
export async function buildBooth({ root, out }) {
  const source = join('apps', 'booth');
  const script = await bundle(root, join(source, 'main.ts'));
  const style = await bundle(root, join(source, 'style.css'));
  const values = { policy: written(POLICY), 'booth.js': integrity(script), 'booth.css': integrity(style), sha256: digest(script, 'hex') };
  const page = readFileSync(join(root, source, 'index.html'), 'utf8').replace(/\{\{([\w.]+)\}\}/g, (_, name) => values[name]);
  const contents = { 'index.html': Buffer.from(page), 'booth.js': script, 'booth.css': style };
  const files = Object.fromEntries(Object.entries(contents).map(([name, content]) =>
    [name, { sha256: digest(content, 'hex'), bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length }]));
  const gzipBytes = Object.values(files).reduce((sum, file) => sum + file.gzipBytes, 0);
  if (gzipBytes > BOOTH_LIMIT) throw new Error(`the booth has ${gzipBytes} bytes in gzip; ${BOOTH_LIMIT} are allowed`);
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(out, name), content);
  const manifest = { format: 'jari-booth/1', files, gzipBytes, headers: HEADERS };
  writeFileSync(join(out, 'booth.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
