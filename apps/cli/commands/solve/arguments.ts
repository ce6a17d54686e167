import type { Parameters } from '#matching';
import { languageOf, type Language } from '../../language.js';

export type InstanceFiles = readonly [string] | readonly [string, string];

export interface SolveArguments {
  readonly mechanism: string;
  readonly seed: string;
  /** What was set of the mechanism, by the library's names. */
  readonly parameters: Parameters;
  readonly explain: boolean;
  readonly format: 'json' | 'csv';
  /** One JSON file, or employees and seats as CSV. */
  readonly files: InstanceFiles;
}

/** `--compare`: every mechanism instead of one. */
export interface CompareArguments {
  readonly compare: true;
  readonly seed: string;
  readonly format: 'table' | 'json';
  readonly language: Language;
  /** Seconds after which a mechanism is stopped. */
  readonly timeLimit: number;
  readonly files: InstanceFiles;
}

export const USAGE = 'jari solve --mechanism M [--seed N] [--cycle-length N] [--explain] [--format json|csv] INSTANCE.json | EMPLOYEES.csv SEATS.csv\n'
  + '       jari solve --compare [--seed N] [--lang ko|en] [--format table|json] [--time-limit SECONDS] INSTANCE.json | EMPLOYEES.csv SEATS.csv';

const SWITCHES = ['--explain', '--compare'];
const VALUED = ['--mechanism', '--seed', '--format', '--lang', '--time-limit', '--cycle-length'];
const DEFAULT_TIME_LIMIT = '120';

interface Words {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly problems: string[];
}

function readWords(argv: readonly string[]): Words {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const files: string[] = [];
  const problems: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const [name, inline] = word.startsWith('--') && word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, undefined];
    if (SWITCHES.includes(name) && inline === undefined) switches.add(name);
    else if (VALUED.includes(name)) {
      const value = inline ?? argv[++at];
      if (value === undefined || value === '') problems.push(`${name} needs a value`);
      else values.set(name, value);
    } else if (word.startsWith('-') && word !== '-') problems.push(`unknown option ${word}`);
    else files.push(word);
  }
  return { switches, values, files, problems };
}

/** The arguments, or everything that is wrong with them. */
export function parseArguments(argv: readonly string[]): SolveArguments | CompareArguments | { readonly problems: string[] } {
  const { switches, values, files, problems } = readWords(argv);
  const compare = switches.has('--compare');
  const formats = compare ? ['table', 'json'] as const : ['json', 'csv'] as const;
  const mechanism = values.get('--mechanism') ?? '';
  const format = formats.find((one) => one === (values.get('--format') ?? formats[0]));
  const seed = values.get('--seed') ?? '0';
  const lang = values.get('--lang');
  const timeLimit = Number(values.get('--time-limit') ?? DEFAULT_TIME_LIMIT);
  if (mechanism === '' && !compare && !problems.includes('--mechanism needs a value')) problems.push('--mechanism is missing');
  const cycleLength = values.get('--cycle-length');
  if (cycleLength !== undefined && !/^\d{1,9}$/.test(cycleLength)) problems.push('--cycle-length is a whole number');
  if (compare && cycleLength !== undefined) problems.push('--cycle-length belongs to one mechanism: leave it out with --compare');
  if (compare && (mechanism !== '' || switches.has('--explain'))) problems.push('--compare runs every mechanism and explains none: leave out --mechanism and --explain');
  if (format === undefined) problems.push(`--format is ${formats.join(' or ')}`);
  if (lang !== undefined && lang !== 'ko' && lang !== 'en') problems.push('--lang is ko or en');
  if (!(timeLimit > 0)) problems.push('--time-limit is a number of seconds above 0');
  const [first, second] = files;
  if (first === undefined || files.length > 2) problems.push('give one instance as JSON, or employees and seats as two CSV files');
  if (problems.length > 0 || first === undefined || format === undefined) return { problems };
  const both: InstanceFiles = second === undefined ? [first] : [first, second];
  if (compare) return { compare, seed, format: format === 'json' ? 'json' : 'table', language: languageOf(lang), timeLimit, files: both };
  return { mechanism, seed, parameters: cycleLength === undefined ? {} : { cycleLength: Number(cycleLength) }, explain: switches.has('--explain'), format: format === 'csv' ? 'csv' : 'json', files: both };
}
