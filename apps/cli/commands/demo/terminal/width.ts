// Hangul, Hanja and full-width forms take two columns in a terminal (Unicode Standard Annex #11, W and F).
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The beginning of a text that fits into `width` columns. */
export const clip = (text: string, width: number): string => {
  let used = 0;
  let kept = '';
  for (const sign of text) {
    used += widthOf(sign);
    if (used > width) return kept;
    kept += sign;
  }
  return kept;
};
