// Bundles the voting booth and the page that checks a tested ballot into dist/booth/, with booth.json: the SHA-256 of each
// file and the pin of all, which anyone can compare with what a server sends. The same sources give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The booth itself (page, script, style), in bytes as gzip sends them. */
export const BOOTH_LIMIT = 40_000;
const COUNTED = ['index.html', 'booth.js', 'booth.css'];

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

const written = (policy) => Object.entries(policy).map(([name, value]) => `${name} ${value}`).join('; ');

const policyWith = (connect) => written({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': connect,
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
});

// The booth posts to its own server and stands in a frame of it; the checking page does neither.
const BOOTH_POLICY = policyWith("'self'");
const CHECK_POLICY = policyWith("'none'");

/** Every file lies in a folder named by the pin, so what is there never changes. */
const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'public, max-age=31536000, immutable',
};

// `frame-ancestors` is void in the page itself, so it stands in the header alone.
const OWN_HEADERS = {
  'index.html': { 'content-security-policy': `${BOOTH_POLICY}; frame-ancestors 'self'`, 'x-frame-options': 'SAMEORIGIN' },
  'check.html': { 'content-security-policy': `${CHECK_POLICY}; frame-ancestors 'none'`, 'x-frame-options': 'DENY' },
};

const digest = (content, encoding) => createHash('sha256').update(content).digest(encoding);
const integrity = (content) => `sha256-${digest(content, 'base64')}`;

/** SHA-256 of what `sha256sum` prints of all files in the order of their names. */
const pinOf = (files) => digest(Object.keys(files).sort().map((name) => `${files[name].sha256}  ${name}\n`).join(''), 'hex');

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

/** The script or style that begins in this file below the top folder, as the booth has it. @returns {Promise<Buffer>} */
export async function bundle(root, entry) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...bundleOptions(root), entryPoints: [entry] });
  return Buffer.from(outputFiles[0].contents);
}

/**
 * @param {{ root: string, out: string }} place the top folder, and the folder for the output
 * @returns {Promise<import('./booth.mjs').BoothManifest>}
 * @throws when the booth is larger than its limit, or does not compile
 */
export async function buildBooth({ root, out }) {
  const source = join('apps', 'booth');
  const [script, check, style] = await Promise.all(['main.ts', 'check/main.ts', 'style.css'].map((entry) => bundle(root, join(source, entry))));
  const values = { boothPolicy: BOOTH_POLICY, checkPolicy: CHECK_POLICY, 'booth.js': integrity(script), 'check.js': integrity(check), 'booth.css': integrity(style), sha256: digest(script, 'hex') };
  const page = (name) => Buffer.from(readFileSync(join(root, source, name), 'utf8').replace(/\{\{([\w.]+)\}\}/g, (_, place) => values[place]));
  const contents = { 'index.html': page('index.html'), 'booth.js': script, 'booth.css': style, 'check.html': page('check/check.html'), 'check.js': check };
  const files = Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, {
    sha256: digest(content, 'hex'), bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length,
    headers: { 'content-type': TYPES[name.split('.').at(-1)], ...COMMON_HEADERS, ...OWN_HEADERS[name] },
  }]));
  const gzipBytes = COUNTED.reduce((sum, name) => sum + files[name].gzipBytes, 0);
  if (gzipBytes > BOOTH_LIMIT) throw new Error(`the booth has ${gzipBytes} bytes in gzip; ${BOOTH_LIMIT} are allowed`);
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(out, name), content);
  const manifest = { format: 'jari-booth/1', pin: pinOf(files), gzipBytes, files };
  writeFileSync(join(out, 'booth.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
