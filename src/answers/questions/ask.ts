import type { ArticleRef, StoredArticle } from '../../library/model/types.ts';
import { askButton, note } from '../page/builders.ts';
import { clip, clipSaying } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { usagePage } from '../page/usage.ts';
import { emptyPage } from '../parts/subject.ts';
import { withAntecedent } from '../quoted/reported-by.ts';
import { bestSentence, type Candidate, minCoverage, wordsOfArticles } from '../sentences/best-sentence.ts';
import { englishQuestion } from '../sentences/english-question.ts';
import { contentWords, withPlainVerbs } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** A question in plain words, answered by one sentence of the news. */
    ask: { question: string };
  }
}

export const ask: Declaration<'ask'> = {
  kind: 'ask',
  offered: 'private',
  usage: 'QUESTION',
  parse: words => (words === '' ? usagePage('missing-ask') : { kind: 'ask', question: words }),
  words: ({ question }) => [question],
  answer: answerAsk,
  example: ({ person }) => person && { messageKey: 'example-ask', args: { name: person } },
  phrases: [
    /^(?<question>(?:(?:by|in|at|on|for|to|from|with|of) (?=how|which|what|whom))?(?!is it (?:true|right|correct)\b)(?:when|where|why|who|whom|what|which|how|did|does|was|were|is|are|has|have|will)\b.+ .+)$/isu,
    /^is it (?:true|right|correct) (?:that )?(?<question>.+ .+)$/isu,
  ].map(pattern => ({ pattern, ask: askedInWords })),
};

async function askedInWords(
  library: Library,
  { question = '' }: Record<string, string | undefined>,
): Promise<Question | null> {
  if (asksForName.test(question) || asksForQuotes.test(question)) return null;
  const words = contentWords(question);
  const found = await library.search.articles(words.join(' '), { limit: 1, offset: 0 });
  if (found.total > 0) return { kind: 'ask', question };
  const known = await wordsOfArticles(library, words);
  const isMostlyKnown = known.some(word => /^\p{Lu}/u.test(word)) || known.length * 2 >= words.length;
  return known.length > 0 && isMostlyKnown ? { kind: 'ask', question } : null;
}

/** What an unknown name said is no question for a sentence either. */
const asksForQuotes = /^what (?:did|does|do|has|have|had) .{1,150} (?:say|said|think|thought)$/i;
/** `Who is NAME?` of an unknown name is no question for a sentence: the name is searched for. */
const asksForName = /^[Ww]ho(?:['’]s| is| was| are)(?: \p{Lu}\S*)+$/u;

const longest = 340;

/** The sentence that answers the question best, with its source; or the closest one, marked as such. */
async function answerAsk(library: Library, question: QuestionOf<'ask'>, view: View): Promise<Page> {
  const typed = withPlainVerbs(question.question.replace(/[?!.\s]{1,10}$/, ''));
  const asked = (await englishQuestion(library, typed))?.question ?? typed;
  const words = contentWords(asked);
  const best = await bestSentence(library, asked);
  if (best === null) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note('no-answer', {}, [[searchButton(words)]]);
  }
  const answersIt = best.coverage >= minCoverage;
  const day = answersIt && /^when\b/i.test(asked) ? dayOf(best) : undefined;
  const sources = newSources();
  const text = await withAntecedent(library, { ...best, article: refOf(best.article) }, longest);
  const line: Line = [
    ...(day === undefined ? [] : [{ day, style: 'bold' } as const, { text: ': ' }]),
    { text: clipSaying(text, longest) },
    ...sources.cite(refOf(best.article)),
  ];
  return {
    blocks: [
      ...(answersIt
        ? []
        : [{ kind: 'text' as const, line: [{ messageKey: 'closest-answer', style: 'italic' as const }] }]),
      { kind: 'text', line },
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [
            [
              askButton([{ messageKey: 'button-timeline' }], { kind: 'timeline', about: words.join(' ') }),
              searchButton(words),
            ],
          ],
  };
}

function searchButton(words: string[]): Button {
  const search = words.join(' ');
  return askButton([{ messageKey: 'button-search', args: { words: clip(search, 40) } }], {
    kind: 'search',
    words: search,
  });
}

/** The exact day of the event that the sentence reports, else the day of publication unless that is doubted. */
function dayOf(candidate: Candidate): string | undefined {
  const { doubted, published } = candidate.article;
  return candidate.day ?? (doubted ? undefined : (published ?? undefined));
}

function refOf({ id, title, source, url, published, doubted }: StoredArticle): ArticleRef {
  return { id, title, source, url, published, ...(doubted && { doubted }) };
}
