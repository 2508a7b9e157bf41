import type { Reading } from './model/reading.ts';

/**
 * The reason to reject an input, in a few words; null if it is an article. A page without one is rejected, such as one
 * that shows its article only to browsers or subscribers; a text given as an article is accepted as it is.
 */
export function rejectInput(
  isPage: boolean,
  { input, text }: Pick<Reading, 'input' | 'text'>,
): string | null {
  if (input?.trim() === '') return 'there is no text in it';
  return isPage && text === '' ? 'there is no article on this page, only menus and notices' : null;
}
