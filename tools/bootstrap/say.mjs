/** One short message in both languages, on standard error: standard output carries answers only. */
export function say(korean, english) {
  console.error(`${korean} / ${english}`);
}
