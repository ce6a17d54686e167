export interface SolveArguments {
  readonly mechanism: string;
  readonly seed: string;
  readonly explain: boolean;
  readonly format: 'json' | 'csv';
  /** One JSON file, or employees and seats as CSV. */
  readonly files: readonly [string] | readonly [string, string];
}

export const USAGE = 'jari solve --mechanism M [--seed N] [--explain] [--format json|csv] INSTANCE.json | EMPLOYEES.csv SEATS.csv';

/** The arguments, or everything that is wrong with them. */
export function parseArguments(argv: readonly string[]): SolveArguments | { readonly problems: string[] } {
  const problems: string[] = [];
  const files: string[] = [];
  const values = new Map<string, string>([['--seed', '0'], ['--format', 'json']]);
  let explain = false;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const [name, inline] = word.startsWith('--') && word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, undefined];
    if (name === '--explain' && inline === undefined) explain = true;
    else if (name === '--mechanism' || name === '--seed' || name === '--format') {
      const value = inline ?? argv[++at];
      if (value === undefined || value === '') problems.push(`${name} needs a value`);
      else values.set(name, value);
    } else if (word.startsWith('-') && word !== '-') problems.push(`unknown option ${word}`);
    else files.push(word);
  }
  const mechanism = values.get('--mechanism');
  const format = values.get('--format');
  if (mechanism === undefined) problems.push('--mechanism is missing');
  if (format !== 'json' && format !== 'csv') problems.push('--format is json or csv');
  const [first, second] = files;
  if (first === undefined || files.length > 2) problems.push('give one instance as JSON, or employees and seats as two CSV files');
  if (problems.length > 0 || mechanism === undefined || first === undefined || (format !== 'json' && format !== 'csv')) return { problems };
  return { mechanism, seed: values.get('--seed') ?? '0', explain, format, files: second === undefined ? [first] : [first, second] };
}
