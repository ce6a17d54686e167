export type Language = 'ko' | 'en';

/** The language asked for (`--lang`), else that of the terminal by LC_ALL, LC_MESSAGES or LANG; English where none is Korean. */
export function languageOf(asked: string | undefined, environment: Readonly<Record<string, string | undefined>> = process.env): Language {
  if (asked === 'ko' || asked === 'en') return asked;
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('ko') === true ? 'ko' : 'en';
}
