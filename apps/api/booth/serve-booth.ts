import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BoothManifest } from '../../../tools/booth.mjs';

const require = createRequire(import.meta.url);
const fileOf = (name: string): Promise<Buffer> => readFile(require.resolve(`#booth/${name}`));

/** Browsers that ask for it get what the build has measured. */
interface Served {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** @throws when a file is not the one the manifest names: a booth that does not fit its own pin is not served at all */
async function load(name: string, sha256: string): Promise<Served> {
  const plain = await fileOf(name);
  if (createHash('sha256').update(plain).digest('hex') !== sha256) throw new Error(`dist/booth/${name} is not what booth.json says; run npm run build`);
  return { plain, zipped: gzipSync(plain, { level: 9 }) };
}

/**
 * The voting booth, public and without cookies: `/booth/booth.json` (the pin and the SHA-256 of each file), the files in
 * a folder named by the pin, which never change, and two addresses to remember, `/booth` and `/booth/check`.
 */
export const serveBooth = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  const manifest = JSON.parse((await fileOf('booth.json')).toString('utf8')) as BoothManifest;
  const folder = `/booth/${manifest.pin}`;
  for (const [name, { sha256, headers }] of Object.entries(manifest.files)) {
    const { plain, zipped } = await load(name, sha256);
    fastify.get(`${folder}/${name}`, (request, reply) => {
      void reply.headers({ ...headers, vary: 'accept-encoding' });
      return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(plain);
    });
  }
  const remembered = { '/booth': 'index.html', '/booth/': 'index.html', '/booth/check': 'check.html' };
  for (const [address, name] of Object.entries(remembered)) fastify.get(address, (_request, reply) => reply.redirect(`${folder}/${name}`, 302));
  const { format, pin, files } = manifest;
  const published = { format, pin, page: `${folder}/index.html`, checkPage: `${folder}/check.html`, files: Object.fromEntries(Object.entries(files).map(([name, { sha256, bytes }]) => [name, { sha256, bytes }])) };
  fastify.get('/booth/booth.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(published));
};
