import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { BoothFile, BoothManifest } from '../../tools/booth.mjs';

type Answer = { readonly status: number; readonly body: object } | null;

/** What the embedding page hands over, and how the server answers. */
export interface Embedding {
  readonly message: object;
  /** @returns status and body for a POST; null breaks the connection */
  readonly answer: (path: string, body: unknown) => Answer | Promise<Answer>;
}

export interface BoothServer {
  readonly origin: string;
  readonly posts: { readonly path: string; readonly body: unknown }[];
  /** Addresses asked for. */
  readonly asked: string[];
  readonly violations: string[];
  embed(embedding: Embedding): void;
  stop(): Promise<void>;
}

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

// The embedding page keeps what the booth says in `said`. The second frame stands for a page that is not the parent.
const PARENT = `<!doctype html><title>parent</title><style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe id="frame" src="/booth/index.html" title="booth"></iframe><script src="/parent.js"></script>`;
const PARENT_SCRIPT = `window.said = [];
addEventListener('message', ({ data, source, origin }) => {
  if (source !== frames[0] || origin !== location.origin) return;
  said.push(data);
  if (data.type === 'jari-booth/ready') fetch('/opening').then((answer) => answer.json()).then((message) => frames[0].postMessage(message, location.origin));
});`;

/** Serves the booth as built, with its own headers and its policy's reports, and takes what it posts. */
export async function serveBooth(folder: string): Promise<BoothServer> {
  const { files } = JSON.parse(readFileSync(join(folder, 'booth.json'), 'utf8')) as BoothManifest;
  const posts: BoothServer['posts'] = [];
  const asked: string[] = [];
  const violations: string[] = [];
  let embedding: Embedding | undefined;

  const file = (name: BoothFile, response: ServerResponse): void => {
    const { headers } = files[name];
    const policy = headers['content-security-policy'];
    // A folder that never changes would be kept from one build to the next; this address is the same for all.
    response.writeHead(200, { ...headers, 'cache-control': 'no-store', ...(policy && { 'content-security-policy': `${policy}; report-uri /violations` }) });
    response.end(readFileSync(join(folder, name)));
  };
  const text = (type: keyof typeof TYPES, content: string, response: ServerResponse): void => { response.writeHead(200, { 'content-type': TYPES[type] }).end(content); };

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (request.method === 'POST') void take(request, response, path);
    else if (path === '/') text('html', PARENT, response);
    else if (path === '/parent.js') text('js', PARENT_SCRIPT, response);
    else if (path === '/opening') response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(embedding?.message));
    else if (path.startsWith('/booth/') && path.slice(7) in files) file(path.slice(7) as BoothFile, response);
    else response.writeHead(404).end();
  });

  const take = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (path === '/violations') {
      violations.push(body);
      response.writeHead(204).end();
      return;
    }
    posts.push({ path, body: JSON.parse(body) });
    const answer = (await embedding?.answer(path, JSON.parse(body))) ?? null;
    if (answer === null) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  };

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`, posts, asked, violations,
    embed(next) {
      embedding = next;
      posts.length = asked.length = violations.length = 0;
    },
    stop: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
