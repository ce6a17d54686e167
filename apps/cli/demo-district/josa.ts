/** Korean particles after an invented text: `josa('예산팀', '을/를')` → `예산팀을`. */
const PAIRS = {
  '을/를': ['을', '를'],
  '이/가': ['이', '가'],
  '은/는': ['은', '는'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
} as const;

export type Josa = keyof typeof PAIRS;

/** Final consonant of the last syllable: 0 none, 8 ㄹ; digits are read as Korean numerals. */
function finalConsonant(text: string): number {
  const bare = text.replace(/[)\]」』'"·\s]+$/u, '');
  const code = bare.codePointAt(bare.length - 1) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28;
  const digit = '0123456789'.indexOf(String.fromCodePoint(code));
  return digit < 0 ? 0 : ([21, 8, 0, 16, 0, 0, 1, 8, 8, 0][digit] ?? 0);
}

export function josa(text: string, kind: Josa): string {
  const final = finalConsonant(text);
  const [closed, open] = PAIRS[kind];
  const isClosed = kind === '으로/로' ? final !== 0 && final !== 8 : final !== 0;
  return text + (isClosed ? closed : open);
}

/** Fills `{slot}` and `{slot:을/를}`. @throws RangeError when the template names a slot that is not given. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)(?::([^}]+))?\}/g, (_, name: string, kind: string | undefined) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no value for {${name}}`);
    return kind === undefined ? value : josa(value, kind as Josa);
  });
}
