import type { ArticleRef, Evidence, Quote, StoredArticle } from '../../library/model/types.ts';
import { note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page, View } from '../page/page.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { usagePage } from '../page/usage.ts';
import { articleButton } from '../parts/article-list.ts';
import { ruleWords } from '../parts/rule-words.ts';
import { isWithinQuoteLimit, quotesIn, speakerLine } from '../quoted/quote.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** A stretch of an article (UTF-16 offsets, end exclusive) with the sentences around it. */
    context: { article: string; start: number; end: number };
  }
}

export const context: Declaration<'context'> = {
  kind: 'context',
  offered: 'typed',
  usage: 'START-END ARTICLE',
  parse: words => {
    const [, start, end, article] = /^(\d{1,15})-(\d{1,15}) (.+)$/.exec(words) ?? [];
    if (article === undefined || Number(start) >= Number(end)) return usagePage('missing-context');
    return { kind: 'context', article, start: Number(start), end: Number(end) };
  },
  words: ({ article, start, end }) => [`${start}-${end}`, article],
  answer: answerContext,
};

/** How many of a speaker’s newest quotes are looked through for the same words in other articles. */
const quotesRead = 400;
const shownOthers = 4;

/**
 * A quote in its sentence, with the sentence before and the one after it; who wrote it, why it has its speaker, and
 * who else carries it, since when.
 */
async function answerContext(library: Library, question: QuestionOf<'context'>, view: View): Promise<Page> {
  const { article: id, start, end } = question;
  const [article, found] = await Promise.all([
    library.articles.get(id),
    library.articles.sentenceAt(id, start, end),
  ]);
  if (article === null || found === null) return note('no-context');
  if (article.reading.rights && !isWithinQuoteLimit(found.sentence)) return note('context-withheld');
  const quote = quotesIn(article).find(each => each.start === start && each.end === end);
  const sources = newSources();
  const neighbours = article.reading.rights ? { before: null, after: null } : found;
  const lines: Line[] = [
    ...sentenceLine(neighbours.before),
    emphasized(found.sentence, quote?.text),
    ...sentenceLine(neighbours.after),
  ];
  for (const line of lines) line.push(...sources.cite(found.sentence.article));
  const traces = view.chat === 'group' ? [] : await traceLines(library, article, quote, sources);
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'in-context' }] },
      ...(quote ? [{ kind: 'text' as const, line: speakerLine(quote) }] : []),
      ...lines.map(line => ({ kind: 'text' as const, line })),
      ...(traces.length === 0 ? [] : [{ kind: 'list' as const, items: traces }]),
      ...sources.blocks(),
    ],
    buttons: [
      [articleButton(article)],
      ...(quote && view.chat === 'private'
        ? [[{ label: [{ messageKey: 'button-wrong' }], action: { kind: 'report' as const, question } }]]
        : []),
    ],
  };
}

/** The author, the rule that gave the quote its speaker, and the other articles that have the same words. */
async function traceLines(
  library: Library,
  article: StoredArticle,
  quote: Quote | undefined,
  sources: Sources,
): Promise<Line[]> {
  const { byline } = article.reading;
  const author: Line[] = byline ? [[{ messageKey: 'trace-author', args: { name: clip(byline, 80) } }]] : [];
  if (quote === undefined) return author;
  const why: Line = [
    { messageKey: quote.speaker === null ? 'trace-no-rule' : 'trace-rule' },
    { text: ' ' },
    ruleWords(quote.rule),
  ];
  const others = await carriersOf(library, article, quote);
  if (others.length === 0) return [...author, why, [{ messageKey: 'trace-only' }]];
  const days = [article, ...others].flatMap(({ published }) => published ?? []).sort();
  const also: Line = [
    { messageKey: 'trace-others', args: { count: others.length } },
    ...sources.cite(...others.slice(0, shownOthers)),
  ];
  const since: Line[] =
    days[0] === undefined ? [] : [[{ messageKey: 'trace-since' }, { text: ' ' }, { day: days[0] }]];
  return [...author, why, also, ...since];
}

/** The other articles that have the words of a quote: copies of its own, and others that quote the same speaker so. */
async function carriersOf(library: Library, article: StoredArticle, quote: Quote): Promise<ArticleRef[]> {
  const story = await library.stories.of(article.id);
  const own = story?.articles.find(
    each => each.id === article.id || each.duplicates.some(copy => copy.id === article.id),
  );
  const person = quote.speaker?.person;
  const said = person ? (await library.people.quotes(person.id, { limit: quotesRead, offset: 0 })).items : [];
  // The quote comes first, so that it is in the first group.
  const [same] = groupQuotes([quote, ...said]);
  const all = [...(own ? [own, ...own.duplicates] : []), ...(same?.articles ?? [])];
  return [...new Map(all.map(one => [one.id, one])).values()].filter(({ id }) => id !== article.id);
}

function sentenceLine(sentence: Evidence | null): Line[] {
  return sentence === null ? [] : [[{ text: sentence.text, inert: true }]];
}

/** The sentence, the quote in it in bold; all of it in bold if the quote isn't in it verbatim. */
function emphasized(sentence: Evidence, quote: string | undefined): Line {
  const text = sentence.text.replace(/\s+/g, ' ');
  const words = quote?.replace(/\s+/g, ' ').trim() ?? '';
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0) return [{ text, style: 'bold', inert: true }];
  return [
    { text: text.slice(0, at), inert: true },
    { text: words, style: 'bold', inert: true },
    { text: text.slice(at + words.length), inert: true },
  ];
}
