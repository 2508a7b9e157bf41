import type { ClassifiedLine } from '../text/lines.ts';
import { toReader } from './boilerplate-notices.ts';

/** What shows that a page has an article, or what is there instead. */
export type PageSigns = {
  /** Whether its data or meta elements say that it is an article. */
  saysArticle: boolean;
  hasDay: boolean;
  /** Whether it has a field for a password: a short one is a form to log in. */
  asksPassword: boolean;
  /** What it is called. */
  title: string | null;
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
 * Marks what was taken for a page's article if it is none: labels or links without a sentence, whatever the page says of
 * itself; and, unless it says that it is an article, a notice to the reader such as that a page was not found, or a list
 * of articles with a few words on each.
 */
export function markNoArticle(lines: readonly ClassifiedLine[], signs: PageSigns): void {
  const body = lines.filter(({ kind }) => kind === null);
  const words = body.reduce((sum, { shape }) => sum + shape.words, 0);
  const linked = body.filter(({ line }) => signs.links.has(line.start)).length;
  const isMenu = !body.some(hasText) && (words <= mostLabels || linked * 2 >= body.length);
  const isOther =
    (words <= longestNotice && !signs.hasDay && (signs.asksPassword || isNotice(body))) ||
    isIndex(lines, signs);
  if (isMenu || (isOther && !signs.saysArticle)) for (const label of body) label.kind = 'other';
}

const hasText = ({ shape }: ClassifiedLine) =>
  shape.sentence ||
  shape.row ||
  (shape.closed && shape.words >= shortestTitle) ||
  shape.words >= longestLabel;

/** What a page says of itself. */
const ofPage =
  /(?<!\p{L})(?:pages?|(?:web ?)?sites?|seite|página|pagina|sito|sitio|strona|strony|serwis|сайт\p{L}{0,2}|сторінк\p{L}{1,3}|страниц\p{L}{1,3})(?!\p{L})/iu;

function isNotice(body: readonly ClassifiedLine[]): boolean {
  const sentences = body.filter(({ shape }) => shape.closed);
  return (
    sentences.length > 0 && sentences.every(({ line }) => toReader.test(line.text) || ofPage.test(line.text))
  );
}

/** Words of a name or a label above the articles of an author or on a subject, and lines on that. */
const longestName = 3;
const mostOnName = 2;

/**
 * Whether what was taken for the body is a few words below each of several links that are titles, nothing but such
 * links, or a line or two on whose or on what the articles below are.
 */
function isIndex(lines: readonly ClassifiedLine[], { links, title }: PageSigns): boolean {
  const isOfName = title !== null && title.split(' ').length <= longestName;
  let [titles, described, below, onName, others] = [0, 0, 0, 0, 0];
  for (const label of lines) {
    const { line, shape, kind } = label;
    if (links.has(line.start) && shape.words >= shortestTitle && !shape.closed) {
      titles++;
      below = 0;
    } else if (kind === null) {
      if (hasText(label)) others++;
      if (titles === 0 && isOfName && onName++ < mostOnName) continue;
      below++;
      if (below === 1) described++;
      if (below > mostBelow || (titles === 0 && shape.sentence)) return false;
    }
  }
  return titles >= fewestTitles && (described >= fewestDescribed || others === 0 || onName > 0);
}
