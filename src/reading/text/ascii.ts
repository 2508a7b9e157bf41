const others = /[^\x00-\x7f‘’“”–—…]/;

/**
 * Whether a text has no letters or figures but those of ASCII, as most English lines: there `[a-z0-9]` finds what
 * Unicode's `[\p{L}\p{N}]` would, in a fraction of the time.
 */
export function hasAsciiLetters(text: string): boolean {
  return !others.test(text);
}
