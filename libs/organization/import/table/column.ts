import type { MessageParams } from '#contracts';
import { isCivilDate } from '../../calendar/civil-date.js';

/** A cell's value, or what is wrong with it (a key of the message catalogue). */
export type Read<T> = { readonly value: T } | { readonly code: string; readonly params?: MessageParams };

/** How one kind of value is read from a cell that is not empty, and written into one. */
export interface Kind<T> {
  read(cell: string): Read<T>;
  write(value: T): string;
  /** Written by people, so that a spreadsheet could take it for a formula. */
  readonly isText: boolean;
}

/** A column of a file: its Korean header (the key is accepted too) and how its cells are read. */
export interface Column<T> {
  readonly ko: string;
  readonly kind: Kind<unknown>;
  readonly required: boolean;
  /** The value of an empty cell. */
  readonly empty: T | undefined;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RecordOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

const column = <T>(ko: string, kind: Kind<never>, required: boolean, empty: T | undefined): Column<T> => ({ ko, kind: kind as unknown as Kind<unknown>, required, empty });

export const required = <T>(ko: string, kind: Kind<T>): Column<T> => column<T>(ko, kind as Kind<never>, true, undefined);
export const optional = <T>(ko: string, kind: Kind<T>): Column<T | null> => column<T | null>(ko, kind as Kind<never>, false, null);
export const withDefault = <T>(ko: string, kind: Kind<T>, empty: T): Column<T> => column<T>(ko, kind as Kind<never>, false, empty);

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export const text = (max: number): Kind<string> => ({
  isText: true,
  read: (cell) => {
    if (CONTROL.test(cell)) return { code: 'validation.controlCharacter' };
    return cell.length <= max ? { value: cell } : { code: 'IMPORT_TOO_LONG', params: { max } };
  },
  write: (value) => value,
});

/** A code: no blanks inside. */
export const code: Kind<string> = {
  isText: true,
  read: (cell) => (/^[\p{L}\p{N}._/-]{1,40}$/u.test(cell) ? { value: cell } : { code: 'IMPORT_CODE_FORM' }),
  write: (value) => value,
};

export const integer = (min: number, max: number): Kind<number> => ({
  isText: false,
  read: (cell) => {
    if (!/^[+-]?\d{1,9}(\.0+)?$/.test(cell)) return { code: 'validation.integer' };
    const value = Number(cell);
    return value >= min && value <= max ? { value } : { code: 'validation.range', params: { min, max } };
  },
  write: String,
});

export const date: Kind<string> = {
  isText: false,
  read: (cell) => (isCivilDate(cell) ? { value: cell } : { code: 'validation.date' }),
  write: (value) => value,
};

export const flag: Kind<boolean> = {
  isText: false,
  read: (cell) => (/^[YyNn]$/.test(cell) ? { value: cell.toUpperCase() === 'Y' } : { code: 'validation.oneOf', params: { values: 'Y, N' } }),
  write: (value) => (value ? 'Y' : 'N'),
};

/** A list separated by `;`, each entry once. */
export const list: Kind<readonly string[]> = {
  isText: true,
  read: (cell) => {
    const items = cell.split(';').map((item) => item.trim()).filter((item) => item !== '');
    if (items.some((item) => CONTROL.test(item))) return { code: 'validation.controlCharacter' };
    if (items.length > 20 || items.some((item) => item.length > 60)) return { code: 'IMPORT_LIST_TOO_LONG', params: { items: 20, max: 60 } };
    return { value: [...new Set(items)] };
  },
  write: (value) => value.join(';'),
};

/** One of the identifiers in `labels`, or its Korean word. */
export const choice = <T extends string>(labels: Readonly<Record<T, string>>): Kind<T> => {
  const values = Object.keys(labels) as T[];
  return {
    isText: false,
    read: (cell) => {
      const value = values.find((candidate) => candidate === cell.toUpperCase() || labels[candidate] === cell);
      return value === undefined
        ? { code: 'validation.oneOf', params: { values: values.map((candidate) => `${labels[candidate]}(${candidate})`).join(', ') } }
        : { value };
    },
    write: (value) => labels[value],
  };
};
