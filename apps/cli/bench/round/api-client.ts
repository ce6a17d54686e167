import { Connection } from '../load/connection.js';

/** One person at the API, one request at a time. */
export interface ApiClient {
  /** @throws Error with the status and the product's answer when it is no success */
  ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>;
  close(): void;
}

export const openApiClient = async (port: number, cookie: string): Promise<ApiClient> => {
  const connection = await Connection.open(port);
  return {
    async ask<T>(method: string, path: string, body?: object) {
      const answer = await connection.request(method, path, cookie, body === undefined ? '' : JSON.stringify(body));
      if (answer.status < 200 || answer.status > 299) throw new Error(`${method} ${path.split('?')[0] ?? ''} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
      return JSON.parse(answer.body) as T;
    },
    close: () => connection.close(),
  };
};
