/** An apostrophe. */
const dropped = 1;

/** What a code of ASCII is in a word: the code of the letter, small, or of the digit; `dropped`; or 0, where a word ends. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) => {
  const [letter = ''] = /[a-z0-9]/.exec(String.fromCharCode(code).toLowerCase()) ?? [];
  return letter.charCodeAt(0) || (code === 0x27 || code === 0x60 ? dropped : 0);
});
const possessive = 's'.charCodeAt(0);
const underscore = '_'.charCodeAt(0);

/** The letters of the word that is being read. */
let word = new Uint8Array(1 << 10);

/**
 * Reads the words of an ASCII text letter by letter, so that no string is made of them; they are those that `foldedWords`
 * gives.
 * @param found is given the hash of each, its length, and letters of which it is the first ones, until the next word
 */
export function scanWords(
  text: string,
  found: (hash: number, length: number, letters: Uint8Array) => void,
): void {
  if (text.length > word.length) word = grown(word, text.length);
  const letters = word;
  let [hash, length] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = inWord[text.charCodeAt(at)]!;
    if (letter > dropped) {
      letters[length] = letter;
      length += 1;
      // FNV-1a.
      hash = Math.imul(hash ^ letter, 0x01000193);
    } else if (letter === dropped) {
      if (letterAt(text, at + 1) === possessive && endsWord(text, at + 2)) at += 1;
    } else if (length > 0) {
      found(hash, length, letters);
      hash = 0;
      length = 0;
    }
  }
  if (length > 0) found(hash, length, letters);
}

/** What `inWord` says of the code at a place, 0 beyond the end. */
function letterAt(text: string, at: number): number {
  return at < text.length ? inWord[text.charCodeAt(at)]! : 0;
}

/** As `\b` does after a letter. */
function endsWord(text: string, at: number): boolean {
  return letterAt(text, at) <= dropped && text.charCodeAt(at) !== underscore;
}

/** The same bytes with room for at least as many as given. */
export function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(2 * bytes.length, least));
  more.set(bytes);
  return more;
}
