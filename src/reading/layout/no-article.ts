import type { ClassifiedLine } from '../text/lines.ts';
import { toReader } from './boilerplate-notices.ts';

/** What shows that a page has an article, or what is there instead. */
export type PageSigns = {
  /** Whether its data or meta elements say that it is an article. */
  saysArticle: boolean;
  hasDay: boolean;
  /** Where lines begin that are links as a whole, in UTF-16 code units. */
  links: ReadonlySet<number>;
};

/** Words of labels without a sentence; more are a list that may be all of an article. */
const mostLabels = 40;
/** Words that a notice in place of an article has, at most. */
const longestNotice = 80;
/** Titles that make a page an index, and lines that each of them has below it. */
const fewestTitles = 4;
const mostBelow = 2;
/** Titles with such lines below them; below a single one may be a short article. */
const fewestDescribed = 2;
/** Words of a title; a shorter link is a button. */
const shortestTitle = 3;
/** Words of a line that may be a paragraph without a full stop. */
const longestLabel = 18;

/**
 * Marks what was taken for a page's article if it is none: labels without a sentence, a notice to the reader such as
 * that a page was not found, or a list of articles with a few words on each.
 */
export function markNoArticle(lines: readonly ClassifiedLine[], signs: PageSigns): void {
  if (signs.saysArticle) return;
  const body = lines.filter(({ kind }) => kind === null);
  const words = body.reduce((sum, { shape }) => sum + shape.words, 0);
  const isNone =
    (words <= mostLabels && !body.some(hasText)) ||
    (words <= longestNotice && !signs.hasDay && isNotice(body)) ||
    isIndex(lines, signs.links);
  if (isNone) for (const label of body) label.kind = 'other';
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
  return (
    sentences.length > 0 && sentences.every(({ line }) => toReader.test(line.text) || ofPage.test(line.text))
  );
}

/** Whether what was taken for the body is a few words below each of several links that are titles. */
function isIndex(lines: readonly ClassifiedLine[], links: ReadonlySet<number>): boolean {
  let [titles, described, below] = [0, 0, 0];
  for (const { line, shape, kind } of lines) {
    if (links.has(line.start) && shape.words >= shortestTitle && !shape.closed) {
      titles++;
      below = 0;
    } else if (kind === null) {
      below++;
      if (below === 1) described++;
      if (below > mostBelow || (titles === 0 && shape.sentence)) return false;
    }
  }
  return titles >= fewestTitles && described >= fewestDescribed;
}
