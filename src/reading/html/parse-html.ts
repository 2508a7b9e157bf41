import { Readability } from '@mozilla/readability';
import { decodeHTML, escapeText } from 'entities';
import { parseHTML } from 'linkedom';
import { shapeOf } from '../text/line-shape.ts';
import { markCaptionElements } from './caption-elements.ts';
import { type PageText, textBelow } from './html-text.ts';
import { mainText, proseWords } from './main-text.ts';
import { factsOf, type PageContext, type PageFacts } from './metadata.ts';
import { removeSideBoxes, removeSignUps } from './side-boxes.ts';
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
  articleBody: null,
};

/** Readability visits every element several times; of a larger page the whole text is taken. */
const mostElements = 20_000;

/** Extracts the article from a page's HTML. Accepts any string: one that is not HTML is taken as text. */
export function pageContent(html: string, context: PageContext): PageContent {
  const elements = elementsOf(html);
  if (elements === null) return { text: stripped(html), captions: [], ...nothingKnown };
  try {
    const document = parsed(html);
    const facts = factsOf(document, context);
    const headline = isInBanner(document) ? null : facts.headline;
    if (elements > mostElements) return { ...textBelow(document.body), ...facts };
    // Readability treats the content of a template as visible.
    for (const template of document.querySelectorAll('template')) template.remove();
    showStreamed(document);
    unlinkParagraphs(document);
    removeOtherArticles(document, facts.title ?? facts.headline ?? document.title);
    removeSignUps(document);
    removeSideBoxes(document);
    removeRepeatedQuotes(document);
    markCaptionElements(document);
    const main = mainText(document);
    const article = new Readability(document as never, { charThreshold: 200, keepClasses: true }).parse();
    const body = article?.content
      ? textBelow(parsed(`<html><body>${article.content}</body></html>`).body)
      : null;
    const shown = fuller(body, main) ?? textBelow(wholePage(html));
    const content = inData(facts.articleBody, shown) ?? shown;
    return {
      ...content,
      ...facts,
      title: facts.title ?? titleOf(document.title, article?.title?.trim() || null, headline),
      byline: facts.byline ?? authorIn(article?.byline ?? ''),
    };
  } catch {
    // Parsers fail on hopeless nesting; the words are still there.
    return { text: stripped(html), captions: [], ...nothingKnown };
  }
}

/** A headline that has nothing to do with what the page is called is the title: pages of a newsletter or an office have one name. */
function titleOf(page: string, title: string | null, headline: string | null): string | null {
  if (headline === null || words(headline).split(' ').length < fewestInHeadline) return title;
  return words(page).includes(words(headline)) ? title : headline;
}

/** Whether the first heading is in what is on every page of a site, which has the site's name. */
function isInBanner(document: ReturnType<typeof parsed>): boolean {
  const heading = document.querySelector('h1') ?? document.querySelector('h2');
  const banner = heading?.closest('header, nav, [role="banner"]') ?? null;
  return banner !== null && banner.closest('article, main') === null;
}

const fewestInHeadline = 4;

/** Readability modifies the document, so a page in which it finds no article is parsed again. */
function wholePage(html: string) {
  const document = parsed(html);
  showStreamed(document);
  return document.body;
}

/** React streams parts of a page as hidden elements `S:0`, `S:1` …, which a script then moves into place. */
function showStreamed(document: ReturnType<typeof parsed>): void {
  for (const element of document.querySelectorAll('div[hidden][id^="S:"]')) element.removeAttribute('hidden');
}

/** Words of a paragraph that is a link as a whole; a headline or teaser has fewer. */
const fewestLinked = 12;

/**
 * Some outlets make a whole paragraph a link, to a document or an earlier report: Readability would take it for a menu.
 * Links in lists and side elements are left alone.
 */
function unlinkParagraphs(document: ReturnType<typeof parsed>): void {
  for (const link of document.querySelectorAll('p a, div > a')) {
    const text = link.textContent ?? '';
    const isWhole = link.closest('p, div')?.textContent?.trim() === text.trim();
    if (!isWhole || link.closest('nav, aside, footer, ul, ol') !== null) continue;
    const { prose, closed, words } = shapeOf(text.trim());
    if (prose && closed && words >= fewestLinked) link.replaceWith(...link.childNodes);
  }
}

/** Pages that go on for ever have the next articles below: of several with a headline each, the one with the page's stays. */
function removeOtherArticles(document: ReturnType<typeof parsed>, title: string | null): void {
  removeOtherHeadlines(document, title);
  const articles = [...document.querySelectorAll('article')].flatMap(article => {
    const headline = article.querySelector('h1')?.textContent?.trim();
    return headline ? [{ article, headline }] : [];
  });
  const own = articles.find(({ headline }) => title?.startsWith(headline));
  if (!own || articles.length < 2) return;
  for (const { article } of articles)
    if (article !== own.article && !article.contains(own.article) && !own.article.contains(article))
      article.remove();
}

/** The same where each is a box like the page's own next to it, whatever its element. */
function removeOtherHeadlines(document: ReturnType<typeof parsed>, title: string | null): void {
  const headlines = [...document.querySelectorAll('h1')];
  const own = headlines.findIndex(({ textContent }) => isTitle(textContent, title));
  if (own < 0 || headlines.length < 2 || headlines.length > mostHeadlines) return;
  const boxOf = (at: number) => {
    let box = headlines[at]!.parentElement;
    while (box?.parentElement && box.parentElement.querySelectorAll('h1').length === 1)
      box = box.parentElement;
    return box;
  };
  const ownBox = boxOf(own);
  for (let at = own + 1; at < headlines.length; at++) {
    const box = boxOf(at);
    const isAlike = box?.nodeName === ownBox?.nodeName && box?.className === ownBox?.className;
    if (box && box !== ownBox && isAlike && box.parentElement === ownBox?.parentElement) box.remove();
  }
}

const mostHeadlines = 20;
const isTitle = (headline: string | null, title: string | null) => {
  const text = headline?.trim() ?? '';
  return text !== '' && title !== null && title.startsWith(text);
};

/** Removes quotations set apart whose words are also in a paragraph, so that the same is not said twice. */
function removeRepeatedQuotes(document: ReturnType<typeof parsed>): void {
  const quotations = [...document.querySelectorAll('blockquote')].slice(0, mostQuotations);
  if (quotations.length === 0) return;
  const paragraphs = [...document.querySelectorAll('p')]
    .filter(paragraph => paragraph.closest('blockquote') === null)
    .map(({ textContent }) => words(textContent))
    .join('\n');
  for (const quotation of quotations) {
    const text = words(quotation.textContent);
    const isShort = text.length <= longestRepeated && text.split(' ').length >= fewestRepeated;
    if (isShort && paragraphs.includes(text)) quotation.remove();
  }
}

const mostQuotations = 40;
/** UTF-16 code units, and words. */
const longestRepeated = 300;
const fewestRepeated = 5;
const words = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
  return own < fewestShown && other >= own * muchMore.times && other >= fewestShown ? found : null;
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
