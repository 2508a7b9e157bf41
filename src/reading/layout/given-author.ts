import type { Article } from '../../system/article.ts';
import { withoutInvisible } from '../../system/invisible-characters.ts';
import { account } from '../html/visible-byline.ts';
import { lettersOf } from '../text/letters.ts';

/** UTF-16 code units; a longer one is no list of names. */
const longestAuthor = 200;

/** Who wrote an article as its source says; null if that is an address, an account or the outlet itself. */
export function givenAuthor({ author, source }: Pick<Article, 'author' | 'source'>): string | null {
  const name = withoutInvisible(author ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:written|posted|published) )?by:? (?=\p{Lu})/iu, '');
  if (name === '' || name.length > longestAuthor || !/\p{L}/u.test(name)) return null;
  if (/^(?:https?:)?\/\/|^www\.|^@|@[^\s@]{1,80}\.\S/i.test(name) || account.test(name)) return null;
  return lettersOf(name) === lettersOf(source ?? '') ? null : name;
}
