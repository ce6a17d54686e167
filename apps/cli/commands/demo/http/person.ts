import { ApiError } from './api-error.js';

/** Somebody at a keyboard: requests carry their session; every answer but a success is an `ApiError`. */
export interface Person {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  /** The answer as text, for pages and files. */
  text(method: 'GET' | 'POST', path: string, body?: object): Promise<string>;
  upload<T>(path: string, fileName: string, content: string): Promise<T>;
}

export interface RawAnswer {
  readonly text: string;
  readonly cookie: string | null;
}

interface ErrorBody {
  readonly code?: string;
  readonly faults?: readonly { readonly path?: string; readonly code?: string }[];
}

const readError = (text: string): ErrorBody => {
  try {
    const body = JSON.parse(text) as ErrorBody & { error?: ErrorBody };
    return body.error ?? body;
  } catch {
    return {};
  }
};

/** One request. @throws ApiError for every status but 2xx */
export const send = async (origin: string, method: string, path: string, init: { cookie?: string | null; body?: object | FormData | undefined }): Promise<RawAnswer> => {
  const { cookie, body } = init;
  const isForm = body instanceof FormData;
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    const { code = null, faults = [] } = readError(text);
    throw new ApiError(method, path, response.status, code, faults.map((fault) => `${fault.path ?? ''} ${fault.code ?? ''}`.trim()));
  }
  return { text, cookie: response.headers.getSetCookie().map((header) => header.split(';')[0] ?? '').find((pair) => pair.startsWith('jari_session=')) ?? null };
};

/** @param cookieOf asked before each request, so that a session that has ended meanwhile can be opened anew */
export const createPerson = (origin: string, cookieOf: () => Promise<string | null>): Person => {
  const request = async <T>(method: string, path: string, body?: object | FormData): Promise<T> => {
    const { text } = await send(origin, method, path, { cookie: await cookieOf(), body });
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, body),
    put: (path, body) => request('PUT', path, body),
    patch: (path, body) => request('PATCH', path, body),
    text: async (method, path, body) => (await send(origin, method, path, { cookie: await cookieOf(), body })).text,
    upload: (path, fileName, content) => {
      const form = new FormData();
      form.append('file', new Blob([content]), fileName);
      return request('POST', path, form);
    },
  };
};
