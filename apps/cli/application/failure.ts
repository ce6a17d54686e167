import { ConfigError, JariError } from '#platform';
import { errorBody } from '../../api/errors/error.filter.js';
import { HTTP_STATUS } from '../../api/errors/status/index.js';
import { EXIT, type CommandIo } from '../command.js';
import { asUnreachable } from '../local-database/database-unreachable.js';

const refusal = (error: JariError): string => {
  const { message, faults } = errorBody(error, '');
  return [`${message.ko} / ${message.en}`, ...faults.map((fault) => `  - ${fault.path}: ${fault.message.ko} / ${fault.message.en}`)].join('\n');
};

/**
 * Says in both languages what stopped a command. Only a fault of the program shows its stack.
 * @returns the exit code
 */
export const reportFailure = (error: unknown, { stderr }: CommandIo): number => {
  if (error instanceof ConfigError) {
    stderr.write(`${error.message}\n`);
    return EXIT.badInput;
  }
  if (error instanceof JariError && HTTP_STATUS[error.code] < 500) {
    stderr.write(`${refusal(error)}\n`);
    return EXIT.badInput;
  }
  const unreachable = asUnreachable(error);
  if (unreachable) stderr.write(`${unreachable.message}\n`);
  else stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.failed;
};
