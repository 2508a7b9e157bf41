/** Parts `NAMES on WORDS` or `NAMES about WORDS` at the first such word behind something. */
export function splitAbout(typed: string): { names: string; about: string | undefined } {
  const found = /\S (?:on|about) (?=\S)/i.exec(typed);
  if (found === null) return { names: typed, about: undefined };
  return { names: typed.slice(0, found.index + 1), about: typed.slice(found.index + found[0].length) };
}
