/** Everything a log entry can hold beside its event. Nothing else is ever written: no text that somebody typed. */
export interface LogFields {
  requestId?: string;
  organizationId?: string;
  accountId?: string;
  method?: string;
  /** The pattern (`/api/employees/:id`), never the address. */
  route?: string;
  status?: number;
  durationMs?: number;
  errorCode?: string;
  jobId?: string;
  jobType?: string;
  attempt?: number;
  count?: number;
  port?: number;
  host?: string;
  version?: string;
}

const ID = /^[\w.:-]{1,64}$/;
const CODE = /^[A-Za-z0-9_.-]{1,64}$/;

const SHAPES: { readonly [K in keyof Required<LogFields>]: RegExp | 'number' } = {
  requestId: ID,
  organizationId: ID,
  accountId: ID,
  method: /^[A-Z]{1,10}$/,
  route: /^[\w/:*.()-]{1,200}$|^\(no route\)$/,
  status: 'number',
  durationMs: 'number',
  errorCode: CODE,
  jobId: ID,
  jobType: CODE,
  attempt: 'number',
  count: 'number',
  port: 'number',
  host: ID,
  version: ID,
};

/** The known fields whose value has the shape it should have; a value of another shape becomes `(withheld)`. */
export const safeFields = (given: Readonly<Record<string, unknown>>): LogFields => {
  const safe: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(SHAPES)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    const fits = shape === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeof value === 'string' && shape.test(value);
    safe[name] = fits ? value : '(withheld)';
  }
  return safe as LogFields;
};
