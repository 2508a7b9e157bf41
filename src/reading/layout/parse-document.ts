import { foldName } from '../../names/fold.ts';
import type { Article } from '../../system/article.ts';
import { memoizeByObject } from '../../system/memoize.ts';
import { pageContent } from '../html/parse-html.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nameIndex } from '../knowledge/name-index.ts';
import type { Document, Paragraph, Removed } from '../model/document.ts';
import { languageOf } from '../text/language.ts';
import { isDateline, normalized, trimmed } from '../text/line-words.ts';
import { type ClassifiedLine, type Line, linesOf } from '../text/lines.ts';
import { unwrapped } from '../text/unwrap.ts';
import { sentencesOf } from '../tokens/sentences.ts';
import { withWholeWords } from '../tokens/split-words.ts';
import { markAuthors, markIssuers, markNotesOn } from './author-notes.ts';
import { bodyRange, classifyLines, isEnding, isSpoken, markInside } from './body.ts';
import { boilerplateDetector } from './boilerplate.ts';
import { markCaptionCopies, markCaptions } from './captions.ts';
import { givenAuthor } from './given-author.ts';
import { parseHeader } from './header.ts';
import { markNamePairs } from './name-pairs.ts';
import { markNoArticle } from './no-article.ts';
import { markOwnDays } from './own-day-lines.ts';
import { publishedOf } from './published.ts';
import { isCreditBelow, markPullQuotes } from './pull-quotes.ts';
import { rightsNotice } from './rights.ts';
import { type Publisher, withoutSiteName } from './site-name.ts';
import { markTrailing } from './trailing.ts';

/**
 * Takes an article apart: what is boilerplate, what is body, its paragraphs, sentences and words. Any text
 * will do, an empty one too; nothing is thrown. Offsets are UTF-16 code units into the `input` of the result, which is
 * the text taken from a page, or the article's own with its split words put together.
 */
export function parseDocument(article: Article, knowledge: Knowledge): Document {
  const { female, male } = nameIndex(knowledge);
  const isGivenName = (word: string) => female.has(foldName(word)) || male.has(foldName(word));
  const page =
    article.html === undefined ? null : pageContent(article.html, { url: article.url, isGivenName });
  const { input, lines } = page ? linesOfPage(page.text) : linesOfText(article.text);
  const labels = classifyLines(lines, boilerplateDetector(knowledge.boilerplate));
  const rights = rightsNotice(lines);
  markAt(labels, page?.captions ?? [], 'caption');
  markAt(labels, rights ? [rights.start] : [], 'legal');
  markOwnDays(labels);
  markNamePairs(labels);
  markCaptionCopies(labels);
  let lineTexts: Set<string> | undefined;
  const textsOfLines = () =>
    new Set([
      ...labels.slice(0, mostTitleLines).map(label => normalized(label.line.text)),
      ...(page?.headline ? [normalized(page.headline)] : []),
    ]);
  const publisher: Publisher = {
    outlet: article.source ?? page?.outlet,
    banner: page?.headline,
    url: article.url,
    isLine: text => {
      lineTexts ??= textsOfLines();
      return lineTexts.has(text);
    },
  };
  const given = article.title ?? page?.title ?? null;
  const named = given && withoutSiteName(given, publisher);
  const { head, body: range } = settle(labels, named, knowledge.boilerplate, page !== null);
  const byline = givenAuthor(article) ?? page?.byline ?? head.byline;
  const links = new Set(page?.links);
  if (range) {
    if (page) markTrailing(labels, range, links, isGivenName);
    markNotesOn(labels.slice(range.start + 1, range.end), byline);
  }
  // The page may be called otherwise than its headline.
  const headline = normalized(page?.headline ?? '');
  for (const label of headline === '' ? [] : labels.slice(0, mostTitleLines))
    if (label.kind === null && normalized(label.line.text) === headline) label.kind = 'title';
  const title = named ?? (head.title && withoutSiteName(head.title.text, publisher));
  if (page) {
    const { saysArticle, asksPassword, day } = page;
    const called = page.headline ?? title;
    markNoArticle(labels, { saysArticle, asksPassword, hasDay: day !== null, links, title: called });
  }
  const body = labels.filter(label => label.kind === null);
  const paragraphs = body.map((label, at) => paragraphOf(label, body[at - 1], body[at + 1]));
  return {
    input,
    title,
    titleSpan: head.title && { start: head.title.start, end: head.title.end },
    byline,
    ...(page?.outlet ? { outlet: page.outlet } : {}),
    language: languageOf(sampleOf(body) || input),
    published: publishedOf(article.publishedAt, page, labels),
    paragraphs,
    sentences: sentencesOf(input, paragraphs, knowledge),
    removed: labels.flatMap(({ line, kind }): Removed[] =>
      kind ? [{ start: line.start, end: line.end, kind }] : [],
    ),
    rights,
  };
}

/** Marks the lines that begin at these offsets. */
function markAt(labels: ClassifiedLine[], starts: readonly number[], kind: Removed['kind']): void {
  const marked = new Set(starts);
  for (const label of labels) if (marked.has(label.line.start)) label.kind = kind;
}

function linesOfText(text: string): { input: string; lines: Line[] } {
  const { lines, splits } = unwrapped(linesOf(text), text);
  return withWholeWords(text, lines, splits);
}

/** Captions are known by where they are in the text of the page, so that stays as it is. */
function linesOfPage(input: string): { input: string; lines: Line[] } {
  return { input, lines: unwrapped(linesOf(input), input).lines };
}

/** The beginning of the body, of each line as much as shows its language. */
function sampleOf(body: ClassifiedLine[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const { line } of body) {
    if (length >= longestSample) break;
    lines.push(line.text.slice(0, 500));
    length += lines.at(-1)!.length + 1;
  }
  return lines.join('\n').slice(0, longestSample);
}
const longestSample = 3_000;

/** Lines among which a title may be repeated without the outlet's name. */
const mostTitleLines = 80;

/** Whole lines that end a body, and those behind which it may go on. */
const wholeLines = memoizeByObject(({ related, endings }: Knowledge['boilerplate']) => ({
  endings: new Set(endings),
  stops: new Set([...related.whole, ...endings]),
}));

/** Gives every line outside the body its kind, so that those without one are the body; its range is null if it has no prose. */
function settle(
  labels: ClassifiedLine[],
  title: string | null,
  boilerplate: Knowledge['boilerplate'],
  isPage: boolean,
): { head: ReturnType<typeof parseHeader>; body: { start: number; end: number } | null } {
  const { endings, stops } = wholeLines(boilerplate);
  let { start, end } = bodyRange(labels, endings);
  const hasProse = end > 0;
  if (isPage && hasProse) end = pageEnd(labels, end, endings);
  if (!hasProse) end = labels.length;
  while (end < labels.length && labels[end]!.kind === null && isLifeDates(labels[end]!.line.text)) end++;
  while (start > 0 && isDateline(labels[start - 1]!.line.text)) start--;
  const ownDay = labels.findIndex(({ isOwnDay }, at) => isOwnDay && at >= start - farthestOwnDay);
  if (ownDay >= 0) start = Math.min(start, ownDay);
  if (start > 0 && introduces(labels[start - 1]!)) start--;
  while (isPage && start > 0 && isGreeting(labels[start - 1]!)) start--;
  const head = parseHeader(labels, start, title);
  for (const index of head.bylines) labels[index]!.kind = 'byline';
  for (const index of head.titles) labels[index]!.kind = 'title';
  const titleAt = Math.max(start - farthestTitle, head.titles.findLast(index => index < start) ?? start);
  for (const [index, label] of labels.entries()) {
    if (index > titleAt && index < start && isOpening(label, index === titleAt + 1)) continue;
    if (index < start) label.kind ??= 'navigation';
    if (index >= end) label.kind ??= 'other';
  }
  if (hasProse) markInside(labels, start, end, stops);
  markPullQuotes(labels);
  markIssuers(labels, start, end);
  markAuthors(labels, start, end);
  markCaptions(labels);
  return { head, body: hasProse ? { start, end } : null };
}

/** Lines of a page after the body's last prose: Readability has cut the page already, so they are kept up to the first boilerplate. */
function pageEnd(labels: ClassifiedLine[], end: number, endings: Set<string>): number {
  let to = end;
  for (let at = end; at < labels.length && at - to <= mostBetween; at++) {
    const { kind, shape, line } = labels[at]!;
    if (isEnding(line.text, shape, endings)) break;
    if (kind === null) {
      // A last paragraph may be short, and an advertisement above it.
      if (at === to || (shape.closed && shape.words >= fewestLast)) to = at + 1;
      else break;
    } else if (!between.has(kind)) break;
  }
  return to;
}

/** What may be between two paragraphs of a page, how many lines of it, and the words of a paragraph below it. */
const between: ReadonlySet<Removed['kind']> = new Set<Removed['kind']>(['navigation', 'caption', 'credit']);
const mostBetween = 2;
const fewestLast = 6;

/** `Anna Holm, conductor, born 3 March 1931; died 5 November 2019`, the last line of an obituary. */
function isLifeDates(text: string): boolean {
  return text.length <= 200 && /\bborn\b[^.]{4,60}\bdied\b[^.]{0,40}\b(?:19|20)\d\d$/.test(text);
}

/** How far above the body a day is that is the article's own: who is in the chair may be between. */
const farthestOwnDay = 3;

/** `The Tarn Courier said in its leader on Monday:`, perhaps with a code of the wire service (`&QL;`) behind it. */
function introduces({ line, shape, kind }: ClassifiedLine): boolean {
  return kind === null && shape.words >= 8 && shape.small >= 2 && /:(?: &[A-Z]{2};)?$/.test(line.text);
}

/** `Good morning, everyone.`: a short sentence right above the others of a page. */
function isGreeting({ line, shape, kind }: ClassifiedLine): boolean {
  return kind === null && shape.closed && shape.words >= 2 && / \p{Ll}/u.test(line.text);
}

/** A title further above has other things than the article's opening below it. */
const farthestTitle = 40;

/** Whether a line between title and body belongs to the article: its standfirst, or sentences among short lines. */
function isOpening(label: ClassifiedLine, isUnderTitle: boolean): boolean {
  const { words, small, closed, prose } = label.shape;
  return (
    isSpoken(label) || prose || (closed && words >= 5) || (words >= (isUnderTitle ? 9 : 12) && small >= 2)
  );
}

/** `“I can cycle faster than that.” – X, Hob Lane` */
const creditedQuote = /^["“«„‘][^"”»“]{8,300}[.!?…]["”»“’] ?[–—-]{1,2} ?\p{Lu}/u;

function paragraphOf(
  label: ClassifiedLine,
  previous: ClassifiedLine | undefined,
  next: ClassifiedLine | undefined,
): Paragraph {
  const { line, shape } = label;
  const { start, end } = line;
  if (/^(a |an )?(quote|excerpt) from \p{Lu}/iu.test(line.text)) return { start, end, kind: 'credit' };
  if (shape.item) return { start, end, kind: /^[–—-]/.test(line.text) ? 'text' : 'item' };
  const isHeading =
    !shape.prose &&
    !shape.row &&
    !shape.closed &&
    shape.words <= 14 &&
    next !== undefined &&
    trimmed(line.text) !== '' &&
    !isDateline(line.text) &&
    !creditedQuote.test(line.text) &&
    !isCreditBelow(label, previous);
  return { start, end, kind: isHeading ? 'heading' : 'text' };
}
