import anyAscii from 'any-ascii';

/** The name of a place in Latin letters, in lower case, without marks: two spellings of it are mostly equal. */
export function foldPlace(words: string): string {
  return anyAscii(words)
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
