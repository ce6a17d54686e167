import { isMethodCode, METHOD_CODES, UNRANKED, type MethodCode, type Unranked } from '#tally';

export interface TallyArguments {
  readonly method: MethodCode;
  /** For files that cannot say it themselves: CSV and PrefLib. */
  readonly unranked: Unranked | undefined;
  readonly file: string;
}

export const USAGE = `jari tally --method ${METHOD_CODES.join('|')} [--unranked ${UNRANKED.join('|')}] FILE.json|.csv|.soc|.soi|.toc|.toi`;

/** The arguments, or everything that is wrong with them. */
export function parseArguments(argv: readonly string[]): TallyArguments | { readonly problems: string[] } {
  const problems: string[] = [];
  const files: string[] = [];
  const values = new Map<string, string>();
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const [name, inline] = word.startsWith('--') && word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, undefined];
    if (name === '--method' || name === '--unranked') {
      const value = inline ?? argv[++at];
      if (value === undefined || value === '') problems.push(`${name} needs a value / ${name}의 값이 없습니다`);
      else values.set(name, value);
    } else if (word.startsWith('-')) problems.push(`unknown option ${word} / 없는 선택 사항입니다: ${word}`);
    else files.push(word);
  }
  const method = values.get('--method');
  const given = values.get('--unranked');
  const unranked = UNRANKED.find((known) => known === given);
  const [file] = files;
  if (method === undefined) problems.push('--method is missing / --method가 없습니다');
  else if (!isMethodCode(method)) problems.push(`unknown method "${method}"; there are ${METHOD_CODES.join(', ')} / 없는 방식입니다: "${method}"`);
  if (given !== unranked) problems.push(`--unranked is ${UNRANKED.join(' or ')} / --unranked는 ${UNRANKED.join(' 또는 ')}이어야 합니다`);
  if (file === undefined || files.length > 1) problems.push('give one file of ballots / 표 파일을 하나 지정하십시오');
  if (problems.length > 0 || method === undefined || !isMethodCode(method) || file === undefined) return { problems };
  return { method, unranked, file };
}
