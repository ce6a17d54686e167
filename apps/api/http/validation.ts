import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { Fault, MessageParams } from '#contracts';
import { JariError } from '#platform';

interface FaultContext {
  readonly code: string;
  readonly params: MessageParams;
}

/** Every fault of a validated object with its path (`wishes[2].reasonText`), the most telling one per field. */
export const faultsOf = (errors: readonly ValidationError[], prefix = ''): Fault[] =>
  errors.flatMap((error) => {
    const path = /^\d+$/.test(error.property) ? `${prefix}[${error.property}]` : prefix ? `${prefix}.${error.property}` : error.property;
    const contexts = (error.contexts ?? {}) as Record<string, FaultContext>;
    const constraints = Object.keys(error.constraints ?? {});
    const own: Fault[] = [];
    if (constraints.includes('whitelistValidation')) own.push({ path, code: 'validation.unknown' });
    else if (constraints.includes('isDefined')) own.push({ path, code: 'validation.required' });
    else {
      // The type comes last in a field's list of validators; if it is wrong, the finer checks mean nothing.
      const found = constraints.map((name) => contexts[name]).filter((context) => context !== undefined);
      const TYPES = ['validation.text', 'validation.integer', 'validation.list', 'validation.boolean', 'validation.type'];
      const telling = found.find(({ code }) => TYPES.includes(code)) ?? found[0];
      if (telling) own.push({ path, code: telling.code, params: telling.params });
      else if (constraints.length > 0) own.push({ path, code: 'validation.type', params: { expected: 'object' } });
    }
    return [...own, ...faultsOf(error.children ?? [], path)];
  });

/**
 * class-validator looks up the rules of a class by walking through those of every class, once for each object it
 * validates: with the API's two hundred classes that costs more than the rules themselves. They are complete when the
 * first request comes in, so one look a class is enough. (No groups and no schemas here, so the class decides alone.)
 */
const rememberRules = (): void => {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas;
  const known = new WeakMap<object, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    const found = known.get(target) ?? look.call(storage, target, ...rest);
    known.set(target, found);
    return found;
  };
};

let remembered = false;

/** The one validation of the API: unknown fields are refused, all faults are reported together. */
export const createValidationPipe = (): ValidationPipe => {
  if (!remembered) rememberRules();
  remembered = true;
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new JariError('VALIDATION_FAILED', {}, faultsOf(errors)),
  });
};
