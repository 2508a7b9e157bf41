import type { ClassifiedLine } from '../text/lines.ts';
import { toReader } from './boilerplate-notices.ts';

/** What shows that a page has an article, or what stands there instead. */
export type PageSigns = {
  /** Whether its data or meta elements say that it is an article. */
  saysArticle: boolean;
  hasDay: boolean;
  /** Where lines begin that are links as a whole, in UTF-16 code units. */
  links: ReadonlySet<number>;
};

/** Words that a notice in place of an article has, at most. */
const longestNotice = 80;
/** Titles that make a page an index, and lines that each of them has below it. */
const fewestTitles = 4;
const mostBelow = 2;
/** Words of a title; a shorter link is a button. */
const shortestTitle = 3;
/** Words of a line that may be a paragraph without a full stop. */
const longestLabel = 18;

/**
 * Whether what was taken for a page's article is none: labels without a sentence, a notice to the reader such as that a
 * page was not found, or a list of articles with a few words on each.
 * @param body the lines that were taken for it
 */
export function isNoArticle(body: readonly ClassifiedLine[], signs: PageSigns): boolean {
  if (signs.saysArticle) return false;
  if (!body.some(hasText)) return true;
  return (!signs.hasDay && isNotice(body)) || isIndex(body, signs.links);
}

const hasText = ({ shape }: ClassifiedLine) =>
  shape.sentence ||
  shape.row ||
  (shape.closed && shape.words >= shortestTitle) ||
  shape.words >= longestLabel;

/** What a page says of itself. */
const ofPage =
  /(?<!\p{L})(?:pages?|web ?sites?|seite|página|pagina|strona|strony|сторінк\p{L}{1,3}|страниц\p{L}{1,3})(?!\p{L})/iu;

function isNotice(body: readonly ClassifiedLine[]): boolean {
  const sentences = body.filter(({ shape }) => shape.closed);
  const words = sentences.reduce((sum, { shape }) => sum + shape.words, 0);
  return (
    words <= longestNotice &&
    sentences.every(({ line }) => toReader.test(line.text) || ofPage.test(line.text))
  );
}

/** Whether links that are titles stand from the first line to the last, with little below each. */
function isIndex(body: readonly ClassifiedLine[], links: ReadonlySet<number>): boolean {
  let [titles, below] = [0, 0];
  for (const { line, shape } of body) {
    const isTitle = links.has(line.start) && shape.words >= shortestTitle;
    below = isTitle ? 0 : below + 1;
    if (isTitle) titles++;
    if (below > mostBelow) return false;
  }
  return titles >= fewestTitles;
}
