/** An answer that the season did not expect. Names the route and the product's code, never what was sent. */
export class ApiError extends Error {
  constructor(readonly method: string, readonly path: string, readonly status: number, readonly code: string | null, faults: readonly string[]) {
    super(`${method} ${path} → ${status} ${code ?? ''}${faults.length === 0 ? '' : ` (${faults.slice(0, 5).join('; ')})`}`);
    this.name = 'ApiError';
  }
}
