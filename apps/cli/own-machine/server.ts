import type { CommandIo } from '../command.js';
import { codeOf } from './durable-files.js';
import { BadInput, OutOfReach, Refused, type Words } from './problems.js';
import { secretWords, type Environment } from './secret-words.js';

export interface SignIn {
  readonly server: string;
  readonly signInName: string;
  readonly organization: string | undefined;
}

interface ErrorAnswer {
  readonly code: string;
  readonly message: Words;
  readonly faults?: readonly { readonly path: string; readonly message: Words }[];
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The product's API, signed in as the tool's owner. The session is opened when it is needed and closed at the end. */
export class Server {
  private cookie: string | null = null;
  private password: string | null = null;

  /** @throws BadInput for an address to which a password must not be sent */
  constructor(private readonly who: SignIn, private readonly environment: Environment, private readonly io: CommandIo) {
    if (!URL.canParse(who.server)) throw new BadInput({ ko: '--server: 서버 주소가 아닙니다', en: '--server: not an address' });
    const { protocol, hostname } = new URL(who.server);
    if (protocol !== 'https:' && !(protocol === 'http:' && LOCAL.has(hostname))) {
      throw new BadInput({ ko: '--server: 다른 컴퓨터의 서버에는 https로만 연결합니다', en: '--server: another machine only by https' });
    }
  }

  /** @throws Refused with the server's code and words, OutOfReach */
  async request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown> {
    this.cookie ??= await this.signIn();
    const response = await this.send(method, path, body);
    if (response.status !== 401) return read(response);
    // The session ended while nothing was due.
    this.cookie = await this.signIn();
    return read(await this.send(method, path, body));
  }

  /** Whatever happens to the session then, the tool has done its work. */
  async close(): Promise<void> {
    if (this.cookie === null) return;
    try {
      await this.send('DELETE', '/api/session');
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error;
    }
    this.cookie = null;
  }

  private async signIn(): Promise<string> {
    const { signInName, organization } = this.who;
    this.password ??= await secretWords('JARI_PASSWORD', { ko: `${signInName}의 비밀번호`, en: `password of ${signInName}` }, this.environment, this.io);
    const response = await this.send('POST', '/api/session', { signInName, password: this.password, ...(organization !== undefined && { organization }) });
    try {
      await read(response);
    } catch (error) {
      throw error instanceof Refused ? new BadInput(error.words) : error;
    }
    const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0] ?? '').find((pair) => pair.startsWith('jari_session='));
    if (cookie === undefined) throw new OutOfReach({ ko: '자리의 서버가 아닙니다', en: 'not a server of Jari' });
    return cookie;
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    try {
      return await fetch(new URL(path, this.who.server), {
        // Minutes may lie between two requests, in which a board is verified: no connection lasts that long.
        method, redirect: 'error', headers: { connection: 'close', ...(this.cookie !== null && { cookie: this.cookie }), ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const code = error instanceof Error ? codeOf(error.cause) : '';
      const reason = code === '' ? '' : ` (${code})`;
      throw new OutOfReach({ ko: `서버에 연결할 수 없습니다${reason}`, en: `the server is out of reach${reason}` });
    }
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    throw new OutOfReach({ ko: `서버의 응답을 읽을 수 없습니다 (${response.status})`, en: `the server's answer cannot be read (${response.status})` });
  }
  if (response.ok) return body;
  if (response.status >= 500 || !isErrorAnswer(body)) throw new OutOfReach({ ko: `서버에 문제가 있습니다 (${response.status})`, en: `the server has a problem (${response.status})` });
  const { code, message, faults = [] } = body;
  throw new Refused(code, { ko: [message.ko, ...faults.map((fault) => `${fault.path}: ${fault.message.ko}`)].join('; '), en: [message.en, ...faults.map((fault) => `${fault.path}: ${fault.message.en}`)].join('; ') });
}

const isErrorAnswer = (value: unknown): value is ErrorAnswer =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value && typeof value.message === 'object' && value.message !== null && 'ko' in value.message && 'en' in value.message;
