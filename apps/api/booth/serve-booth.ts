import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadBooth } from './load-booth.js';

const require = createRequire(import.meta.url);

/**
 * The voting booth, public and without cookies: `/booth/booth.json` (the pin and the SHA-256 of each file), the files in
 * a folder named by the pin, which never change, and two addresses to remember, `/booth` and `/booth/check`.
 */
export const serveBooth = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  const { pin, format, files } = await loadBooth((name) => readFile(require.resolve(`#booth/${name}`)));
  const folder = `/booth/${pin}`;
  for (const { name, headers, plain, zipped } of files) {
    fastify.get(`${folder}/${name}`, (request, reply) => {
      void reply.headers({ ...headers, vary: 'accept-encoding' });
      return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(plain);
    });
  }
  const [page, checkPage] = [`${folder}/index.html`, `${folder}/check.html`];
  for (const [address, target] of [['/booth', page], ['/booth/', page], ['/booth/check', checkPage]] as const) {
    fastify.get(address, (_request, reply) => reply.redirect(target, 302));
  }
  const published = { format, pin, page, checkPage, files: Object.fromEntries(files.map(({ name, sha256, plain }) => [name, { sha256, bytes: plain.length }])) };
  fastify.get('/booth/booth.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(published));
};
