import { Refused } from '../problems.js';
import type { Server } from '../server.js';
import type { DocumentName, Letter, LetterKind, Office } from './office.js';

/** Codes that say "not yet" rather than "no". */
const NOT_YET: Readonly<Partial<Record<DocumentName, readonly string[]>>> = { keygen: ['TRUSTEE_KEYS_MISSING'], specification: ['SPECIFICATION_NOT_YET'], board: ['SPECIFICATION_NOT_YET'] };

const ROUTES: Readonly<Record<LetterKind, readonly ['POST' | 'PUT', (ballotId: string) => string]>> = {
  'trustee-keys': ['PUT', (id) => `/api/me/ballots/${id}/trustee-keys`],
  keygen: ['POST', (id) => `/api/me/ballots/${id}/keygen`],
  'specification-signature': ['POST', (id) => `/api/me/ballots/${id}/specification-signature`],
  endorsement: ['POST', (id) => `/api/me/ballots/${id}/endorsement`],
  'decryption-share': ['POST', (id) => `/api/me/ballots/${id}/decryption-share`],
  credentials: ['PUT', (id) => `/api/ballots/${id}/credentials`],
  reissue: ['POST', (id) => `/api/ballots/${id}/reissues`],
};

/** The product's API. */
export class ServerOffice implements Office {
  readonly isLive = true;

  constructor(private readonly server: Server, readonly ballotId: string) {}

  async read(name: DocumentName): Promise<unknown> {
    try {
      return await this.server.request('GET', `/api/ballots/${this.ballotId}${name === 'ballot' ? '' : `/${name}`}`);
    } catch (error) {
      if (error instanceof Refused && NOT_YET[name]?.includes(error.code) === true) return null;
      throw error;
    }
  }

  async deliver({ kind, body }: Letter): Promise<void> {
    const [method, path] = ROUTES[kind];
    await this.server.request(method, path(this.ballotId), body);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
