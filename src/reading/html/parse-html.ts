import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type PageText, textBelow } from './html-text.ts';
import { factsOf, type PageFacts } from './metadata.ts';

/** What a page says: its article's text, which of its paragraphs are captions, and what is known about it. */
export type PageContent = PageText & PageFacts;

const nothingKnown: PageFacts = { title: null, byline: null, day: null, outlet: null };

/** Readability weighs every element several times; a larger page is taken as it stands. */
const mostElements = 20_000;

/** Takes the article out of a page's HTML. Any text will do: what is no HTML is taken as text. */
export function pageContent(html: string): PageContent {
  const elements = elementsOf(html);
  if (elements === null) return { text: stripped(html), captions: [], ...nothingKnown };
  try {
    const document = parsed(html);
    const facts = factsOf(document);
    if (elements > mostElements) return { ...textBelow(document.body), ...facts };
    // Readability takes what stands in a template for something that is seen.
    for (const template of document.querySelectorAll('template')) template.remove();
    const article = new Readability(document as never, { charThreshold: 200, keepClasses: true }).parse();
    const body = article?.content
      ? textBelow(parsed(`<html><body>${article.content}</body></html>`).body)
      : null;
    // What Readability found no article in it has taken apart: the whole page is parsed anew.
    const told = body === null || body.text === '' ? textBelow(parsed(html).body) : body;
    return { ...told, ...facts, title: facts.title ?? (article?.title?.trim() || null) };
  } catch {
    // Parsers give up on hopeless nesting; the words are still there.
    return { text: stripped(html), captions: [], ...nothingKnown };
  }
}

function parsed(html: string) {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** Elements nested deeper are more than any page needs: parsers take ever longer for them. */
const deepestNesting = 300;

/** How many elements a page has, as far as its tags tell; null where they are nested too deep. */
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

/** Leaves scripts and styles away; one that has no end is text. */
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
