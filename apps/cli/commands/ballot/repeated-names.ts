/** Texts and the signs that hold JSON together; numbers and words stand between them. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

interface Level {
  /** Names so far in an object; null in a list. */
  readonly names: Set<string> | null;
  /** Name or number of what stands there now. */
  at: string | number;
}

/**
 * Where an object of a JSON text has one name twice, or null. `JSON.parse` takes the last of them, another reader the first, so
 * that one file would be two boards.
 * @param text JSON that `JSON.parse` takes
 */
export function repeatedName(text: string): string | null {
  const levels: Level[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') levels.push({ names: token === '{' ? new Set() : null, at: token === '{' ? '' : 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at += 1;
    else if (token === ':' && level?.names) {
      level.at = JSON.parse(last) as string;
      if (level.names.has(level.at)) return placeOf(levels);
      level.names.add(level.at);
    }
    last = token;
  }
  return null;
}

const placeOf = (levels: readonly Level[]): string => levels.map(({ at }) => (typeof at === 'number' ? `[${at}]` : `.${at.slice(0, 40)}`)).join('').replace(/^\./, '');
