/** Korean particles by the sound before them. */

export type Josa = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로';

const HANGUL = 0xac00;
const FINALS = 28;
const RIEUL = 8;
/** Read out as 영 일 이 삼 사 오 육 칠 팔 구: which of them end in a consonant, and which in ㄹ. */
const DIGIT_CLOSED = '013678';
const DIGIT_RIEUL = '178';

/** The word with the right form of the particle: 감사담당관 + 으로/로 → 감사담당관으로, 서울 → 서울로, 4 → 4로. */
export function withJosa(word: string, josa: Josa): string {
  return word + josaAfter(word, josa);
}

export function josaAfter(word: string, josa: Josa): string {
  const [closed, open] = josa.split('/') as [string, string];
  const final = finalOf(word);
  if (josa === '으로/로' && final === 'rieul') return open;
  return final === 'none' ? open : closed;
}

function finalOf(word: string): 'none' | 'rieul' | 'other' {
  // What stands in brackets is not read out with the particle.
  const spoken = word.replace(/\s*[([{〔［（][^()[\]{}]*[)\]}〕］）]\s*$/u, '') || word;
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(spoken)?.[0] ?? '';
  const code = last.charCodeAt(0);
  if (code >= HANGUL && code <= 0xd7a3) {
    const final = (code - HANGUL) % FINALS;
    return final === 0 ? 'none' : final === RIEUL ? 'rieul' : 'other';
  }
  if (DIGIT_RIEUL.includes(last) && last !== '') return 'rieul';
  if (DIGIT_CLOSED.includes(last) && last !== '') return 'other';
  // Letters: capitals by their names (엘, 엠, 엔, 알), small ones by the usual sound of the word's end.
  if (last === 'L' || last === 'R' || last === 'l') return 'rieul';
  return 'MNmn'.includes(last) && last !== '' ? 'other' : 'none';
}
