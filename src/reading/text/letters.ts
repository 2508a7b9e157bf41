/** A text without what is neither letter nor digit, in lower case: how it is compared with one of another punctuation. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
