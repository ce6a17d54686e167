import type { ImportFinding } from '#organization';
import { bilingual, hasMessage } from '#platform';
import type { ImportFindingResponse } from './import.dto.js';

const messageKey = (code: string): string => [code, `fault.${code}`, `error.${code}`].find(hasMessage) ?? 'error.VALIDATION_FAILED';

/** A finding as people read it, in both languages. */
export const presentFinding = ({ row, column, header, code, params }: ImportFinding): ImportFindingResponse => ({
  row,
  column,
  columnName: column === null ? null : { ko: header ?? column, en: column },
  code,
  message: bilingual(messageKey(code), params),
});
