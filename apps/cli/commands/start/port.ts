import { createServer } from 'node:net';

const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** Binds and releases; resolves with the port, or with undefined when it is taken. */
async function bind(port: number, host: string): Promise<number | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => server.once('error', fail).listen({ port, host, exclusive: true }, done));
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : port;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return undefined;
    throw error;
  } finally {
    if (server.listening) await new Promise((done) => server.close(done));
  }
}

async function bindIfThere(port: number, host: string): Promise<number | undefined> {
  try {
    return await bind(port, host);
  } catch (error) {
    // A machine without IPv6 has nobody listening there either.
    if (NO_SUCH_ADDRESS.has((error as NodeJS.ErrnoException).code ?? '')) return port;
    throw error;
  }
}

/**
 * Whether the API will be able to listen, and the port it will have (0 asks for any free one). Somebody on the same
 * port of another address of this machine counts as taken: people could not tell which of the two answers them.
 *
 * @returns the port, or undefined when it is taken
 * @throws the system's error when the address is none of this machine, or the port is not ours to use
 */
export async function availablePort(port: number, host: string): Promise<number | undefined> {
  const own = await bind(port, host);
  if (own === undefined || port === 0) return own;
  for (const other of ['127.0.0.1', '0.0.0.0', '::']) {
    if ((await bindIfThere(port, other)) === undefined) return undefined;
  }
  return own;
}
