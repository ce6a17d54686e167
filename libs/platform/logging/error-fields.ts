const NAME = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;
const CODE = /^[A-Za-z0-9_]{1,40}$/;
/** A frame of V8: `at name (file:line:column)` or `at file:line:column`. */
const FRAME = /^\s+at [\x20-\x7e]{1,300}:\d+:\d+\)?$/;
const MOST_FRAMES = 20;

export interface ErrorFields {
  readonly errorName: string;
  /** SQLSTATE, system error or code of ours. */
  readonly errorCode?: string;
  readonly stack?: readonly string[];
}

/**
 * The frames right below the message, so that no line of the message is taken for one. Where the stack does not begin
 * with `name: message`, because the message was changed since, there is no telling, and none is taken.
 */
const framesOf = ({ message, stack }: Error): string[] => {
  if (typeof stack !== 'string') return [];
  const start = stack.indexOf(message);
  if (start < 0 || stack.slice(0, start).includes('\n')) return [];
  const [rest, ...lines] = stack.slice(start + message.length).split('\n');
  if (message !== '' && rest !== '') return [];
  const end = lines.findIndex((line) => !FRAME.test(line));
  return lines.slice(0, Math.min(end < 0 ? lines.length : end, MOST_FRAMES)).map((line) => line.trim());
};

/**
 * What of an error may be logged: its name, its code and where it happened. Never its message, detail or parameters:
 * PostgreSQL and validators quote the value that failed there, which can be somebody's reason.
 */
export const errorFields = (thrown: unknown): ErrorFields => {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown };
  const { code } = thrown as { code?: unknown };
  const stack = framesOf(thrown);
  return {
    errorName: NAME.test(thrown.name) ? thrown.name : 'Error',
    ...(typeof code === 'string' && CODE.test(code) && { errorCode: code }),
    ...(stack.length > 0 && { stack }),
  };
};
