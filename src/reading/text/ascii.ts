const others = /[^\x00-\x7f‘’“”–—…]/;

/**
 * Whether all letters and digits of a text are ASCII, as in most English lines: there `[a-z0-9]` finds the same as
 * Unicode's `[\p{L}\p{N}]` in a fraction of the time.
 */
export function hasAsciiLetters(text: string): boolean {
  return !others.test(text);
}
