import anyAscii from 'any-ascii';

const beyondAscii = /[^\x00-\x7f]/;

/** Text of any script in Latin letters, its case kept: `Лавров` is `Lavrov`. */
export function toLatin(text: string): string {
  return beyondAscii.test(text) ? anyAscii(text.normalize('NFC')) : text;
}

/** A name's letters alone, lower case and in Latin script, with plain apostrophes: the form in which names are compared. */
export function foldName(text: string): string {
  if (/^[!-_a-~]*$/.test(text)) return text.toLowerCase();
  return toLatin(text).toLowerCase().replace(/[’`´]/g, "'").trim();
}
