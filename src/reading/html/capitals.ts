/** A name in capitals, alone or with an agency behind it: `ANNA BERG Coastal Wire`. */
const inCapitals = /^(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){1,3})(?:$|(?:,| \/)? (?=\p{Lu}\p{Ll}))/u;

/**
 * An author as names are written elsewhere, where the page has the name in capitals.
 * @param isGivenName whether a word is a known given name: an agency may have capitals too
 */
export function withoutCapitals(
  author: string | null,
  isGivenName: (word: string) => boolean,
): string | null {
  const name = inCapitals.exec(author ?? '')?.[1];
  if (!name || !isGivenName(name.split(' ')[0]!)) return author;
  return name
    .replace(/(?<=\p{L})\p{Lu}+/gu, letters => letters.toLowerCase())
    .replace(/\bMc\p{Ll}/gu, start => `Mc${start.at(-1)!.toUpperCase()}`);
}
