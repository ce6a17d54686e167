import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApiDocument } from './document.js';

const page = `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>자리 API · Jari API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body>
<div id="swagger"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const script = `SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#swagger', deepLinking: true, docExpansion: 'none', filter: true, withCredentials: true });\n`;

// Swagger UI sets styles from its script and draws icons from data URLs; scripts come from here only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ASSETS = [['swagger-ui.css', 'text/css; charset=utf-8'], ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8']] as const;

/** `/docs` (the page), `/docs/openapi.json` (the document). Both are public: they hold no data. */
export const serveDocumentation = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  const require = createRequire(import.meta.url);
  for (const [name, type] of ASSETS) {
    const content = await readFile(require.resolve(`swagger-ui-dist/${name}`));
    fastify.get(`/docs/assets/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(content));
  }
  let document: string | undefined;
  for (const address of ['/docs', '/docs/']) {
    fastify.get(address, (_request, reply) => reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page));
  }
  fastify.get('/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  fastify.get('/docs/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(createApiDocument(app));
    return reply.type('application/json; charset=utf-8').send(document);
  });
};
