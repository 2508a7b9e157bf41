import { Readability } from '@mozilla/readability';
import { decodeHTML, escapeText } from 'entities';
// The same as `linkedom` in one file: a thread would start later for having to load more than a hundred modules.
import { parseHTML } from 'linkedom/worker';
import { shapeOf } from '../text/line-shape.ts';
import { markCaptionElements } from './caption-elements.ts';
import { removeComments } from './comment-threads.ts';
import { prepareForReadability, revealArticle, unlinkParagraphs } from './for-readability.ts';
import { type PageText, textBelow } from './html-text.ts';
import { mainText, proseWords, underHeadline, withOpening } from './main-text.ts';
import { factsOf, type PageContext, type PageFacts } from './metadata.ts';
import { removeOtherArticles } from './other-articles.ts';
import { bodyInState } from './page-state.ts';
import { headingsOf, isInBanner, titleOf, withoutNamesBehind, wordsOf } from './page-title.ts';
import { removeBoxes } from './side-boxes.ts';
import { authorIn } from './visible-byline.ts';

/** A page's article: its text, which of its paragraphs are captions, and its metadata. */
export type PageContent = PageText & PageFacts;

const nothingKnown: PageFacts = {
  title: null,
  headline: null,
  byline: null,
  day: null,
  updated: null,
  outlet: null,
  publishers: [],
  saysArticle: false,
  asksPassword: false,
  articleBody: null,
};

/** Readability visits every element several times; of a larger page the whole text is taken. */
const mostElements = 20_000;

/** Extracts the article from a page's HTML. Accepts any string: one that is not HTML is taken as text. */
export function pageContent(html: string, context: PageContext): PageContent {
  const elements = elementsOf(html);
  if (elements === null) return { text: stripped(html), captions: [], links: [], ...nothingKnown };
  try {
    const document = parsed(html);
    const facts = factsOf(document, context);
    const headings = headingsOf(document);
    const pageName = document.title.trim();
    const headline = isInBanner(document) ? null : facts.headline;
    if (elements > mostElements) return { ...textBelow(document.body), ...facts };
    removeTemplates(document);
    showStreamed(document);
    revealArticle(document);
    unlinkParagraphs(document);
    removeOtherArticles(document, facts.title ?? facts.headline ?? document.title);
    removeComments(document);
    removeBoxes(document);
    removeRepeatedQuotes(document);
    prepareForReadability(document, html);
    markCaptionElements(document);
    const main = mainText(document);
    const opening = underHeadline(document);
    const article = new Readability(document as never, { charThreshold: 200, keepClasses: true }).parse();
    const body = article?.content
      ? textBelow(parsed(`<html><body>${article.content}</body></html>`).body)
      : null;
    const found = fuller(body, main);
    const shown = found ? withOpening(found, opening) : textBelow(wholePage(html));
    const title = facts.title ?? titleOf(pageName, article?.title?.trim() || pageName || null, headline);
    const content =
      inData(facts.articleBody, shown) ?? inState(html, [title, headline, pageName], shown) ?? shown;
    return {
      ...content,
      ...facts,
      title: withoutNamesBehind(title, headings),
      byline: facts.byline ?? authorBeside(article?.byline ?? '', facts.publishers),
    };
  } catch {
    // Parsers fail on hopeless nesting; the words are still there.
    return { text: stripped(html), captions: [], links: [], ...nothingKnown };
  }
}

/** The author that Readability found, who may be the outlet. */
function authorBeside(byline: string, publishers: readonly string[]): string | null {
  const author = authorIn(byline);
  return author !== null && publishers.includes(author.toLowerCase()) ? null : author;
}

/** Readability modifies the document, so a page in which it finds no article is parsed again. */
function wholePage(html: string) {
  const document = parsed(html);
  showStreamed(document);
  return document.body;
}

/** Readability treats the content of a template as visible; only that of a component's own tree is. */
function removeTemplates(document: ReturnType<typeof parsed>): void {
  for (const template of document.querySelectorAll('template'))
    if (template.hasAttribute('shadowrootmode')) template.replaceWith(...template.childNodes);
    else template.remove();
}

/** React streams parts of a page as hidden elements `S:0`, `S:1` …, which a script then moves into place. */
function showStreamed(document: ReturnType<typeof parsed>): void {
  for (const element of document.querySelectorAll('div[hidden][id^="S:"]')) element.removeAttribute('hidden');
}

/** Removes quotations set apart whose words are also in a paragraph, so that the same is not said twice. */
function removeRepeatedQuotes(document: ReturnType<typeof parsed>): void {
  const quotations = [...document.querySelectorAll('blockquote')].slice(0, mostQuotations);
  if (quotations.length === 0) return;
  const paragraphs = [...document.querySelectorAll('p')]
    .filter(paragraph => paragraph.closest('blockquote') === null)
    .map(({ textContent }) => wordsOf(textContent))
    .join('\n');
  for (const quotation of quotations) {
    const credit = quotation.querySelector('cite, footer')?.textContent ?? '';
    const text = wordsOf((quotation.textContent ?? '').replace(credit, ''));
    const isShort = text.length <= longestRepeated && text.split(' ').length >= fewestRepeated;
    if (isShort && paragraphs.includes(text)) quotation.remove();
  }
}

const mostQuotations = 40;
/** UTF-16 code units, and words. */
const longestRepeated = 300;
const fewestRepeated = 5;
/** With at least this many times the prose, and this many words more, the main element is preferred. */
const muchMore = { times: 1.5, words: 100 };
/** The same for short articles, such as the first entries of a live report. */
const severalTimes = { times: 2.5, words: 30 };

/**
 * Readability takes one element and what is like it next to it. Of an article that is spread over several sections it
 * may find only one: then the page's main element has far more prose.
 */
function fuller(body: PageText | null, main: PageText | null): PageText | null {
  const found = body === null || body.text === '' ? null : body;
  if (main === null || main.text === '') return found;
  if (found === null) return main;
  const [own, other] = [proseWords(found), proseWords(main)];
  const isMore = [muchMore, severalTimes].some(
    ({ times, words }) => other >= own * times && other >= own + words,
  );
  return isMore ? main : found;
}

/**
 * The text in a page's data, where the page itself shows far less: it is filled by scripts. Its lines are paragraphs.
 */
function inData(articleBody: string | null, shown: PageText): PageText | null {
  if (articleBody === null) return null;
  const isMarkup = /<(?:p|br|div)\b/i.test(articleBody);
  const markup = isMarkup ? articleBody : escapeText(decodeHTML(articleBody)).replace(/\n+/g, '<br>');
  const found = textBelow(parsed(`<html><body>${markup}</body></html>`).body);
  const [own, other] = [proseWords(shown), proseWords(found)];
  const isEmpty = own < fewestShown && other >= own * muchMore.times;
  const isExcerpt = other >= own * excerpted && wordsOf(found.text).includes(openingOf(shown));
  return other >= fewestShown && (isEmpty || isExcerpt) ? found : null;
}

/** Times the prose in the data of what the page shows, if that is the beginning of it. */
const excerpted = 2;
/** The beginning of the first paragraph of prose, in words. */
function openingOf({ text }: PageText): string {
  const first = text.split('\n\n').find(paragraph => shapeOf(paragraph).prose) ?? text;
  return wordsOf(first).split(' ').slice(0, 12).join(' ');
}

/** The same in what the page's scripts are given to show, under the page's title. */
function inState(html: string, titles: (string | null)[], shown: PageText): PageText | null {
  if (proseWords(shown) >= fewestShown) return null;
  const names = titles.map(wordsOf);
  // The site's name may stand behind.
  const isTitle = (text: string) =>
    names.includes(text) || (text.split(' ').length >= 4 && names.some(name => name.startsWith(`${text} `)));
  const body = bodyInState(parsed(html), text => text !== '' && isTitle(wordsOf(text)));
  return body === null ? null : inData(`<div>${body}</div>`, shown);
}

/** Words of prose; a page that shows fewer has an excerpt or less. */
const fewestShown = 40;

function parsed(html: string) {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** No real page nests deeper, and parsing time grows with the depth. */
const deepestNesting = 300;

/** The number of elements in a page, by its tags; null if they are nested too deep. */
function elementsOf(html: string): number | null {
  let [depth, count] = [0, 0];
  for (const match of html.matchAll(
    /<(\/?)(?!(?:br|hr|img|input|meta|link|source|td|tr|th|dd|dt|option|wbr|col)\b)[a-z]/gi,
  )) {
    const isOpening = match[1] === '';
    if (isOpening) count++;
    depth = Math.max(0, depth + (isOpening ? 1 : -1));
    if (depth > deepestNesting) return null;
  }
  return count;
}

function stripped(html: string): string {
  return withoutCode(html)
    .replace(/<[^<>]*>/g, '\n')
    .trim();
}

/** Removes scripts and styles; an unclosed one counts as text. */
function withoutCode(html: string): string {
  let kept = '';
  let from = 0;
  let open: { name: string; at: number } | null = null;
  for (const tag of html.matchAll(/<(\/?)(script|style)\b[^<>]*>/gi)) {
    const name = tag[2]!.toLowerCase();
    if (tag[1] === '') open ??= { name, at: tag.index };
    else if (open?.name === name) {
      kept += `${html.slice(from, open.at)} `;
      from = tag.index + tag[0].length;
      open = null;
    }
  }
  return kept + html.slice(from);
}
