import type { Evidence } from '../../library/model/types.ts';
import { note } from '../page/builders.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page } from '../page/page.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { usagePage } from '../page/usage.ts';
import { articleButton } from '../parts/article-list.ts';
import { isWithinQuoteLimit, quotesIn, speakerLine } from '../parts/quote.ts';

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

/** A quote in its sentence, with the sentence before and the one after it. */
async function answerContext(library: Library, question: QuestionOf<'context'>): Promise<Page> {
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
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'in-context' }] },
      ...(quote ? [{ kind: 'text' as const, line: speakerLine(quote) }] : []),
      ...lines.map(line => ({ kind: 'text' as const, line })),
      ...sources.blocks(),
    ],
    buttons: [[articleButton(article)]],
  };
}

function sentenceLine(sentence: Evidence | null): Line[] {
  return sentence === null ? [] : [[{ text: sentence.text }]];
}

/** The sentence, the quote in it in bold; all of it in bold if the quote isn't in it verbatim. */
function emphasized(sentence: Evidence, quote: string | undefined): Line {
  const text = sentence.text.replace(/\s+/g, ' ');
  const words = quote?.replace(/\s+/g, ' ').trim() ?? '';
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0) return [{ text, style: 'bold' }];
  return [
    { text: text.slice(0, at) },
    { text: words, style: 'bold' },
    { text: text.slice(at + words.length) },
  ];
}
