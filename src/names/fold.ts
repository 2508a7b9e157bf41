import anyAscii from 'any-ascii';

const beyondAscii = /[^\x00-\x7f]/;
/**
 * A soft sign is not a letter of its own: as an apostrophe it would part `Більська` in three. Vowel points, and what
 * stretches a word, are left out of most Hebrew and Arabic texts.
 */
const silent = /[ьЬ\u0591-\u05bd\u05bf\u05c1-\u05c7\u0640\u064b-\u0652\u0670]/g;

/** Text of any script in Latin letters, its case kept: `Лавров` is `Lavrov`. */
export function toLatin(text: string): string {
  return beyondAscii.test(text) ? anyAscii(text.normalize('NFC').replace(silent, '')) : text;
}

/** A name's letters alone, lower case and in Latin script, with plain apostrophes: the form in which names are compared. */
export function foldName(text: string): string {
  if (/^[!-_a-~]*$/.test(text)) return text.toLowerCase();
  return toLatin(text).toLowerCase().replace(/[’`´]/g, "'").trim();
}

/** Whether a list in plain letters has a name: `são paulo` is found as `sao paulo`. */
export function isListed(list: ReadonlySet<string>, name: string): boolean {
  return list.has(name) || (beyondAscii.test(name) && list.has(foldName(name)));
}
