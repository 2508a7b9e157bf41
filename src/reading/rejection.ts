import type { Reading } from './model/reading.ts';

/**
 * Why there is nothing to keep of what was read, in a few words; null where there is an article.
 * A page without one is refused, as one that shows its article only to a browser or a subscriber; a text that was
 * handed in as an article is taken as it is.
 */
export function rejectInput(
  isPage: boolean,
  { input, text }: Pick<Reading, 'input' | 'text'>,
): string | null {
  if (input?.trim() === '') return 'there is no text in it';
  return isPage && text === '' ? 'there is no article on this page, only menus and notices' : null;
}
