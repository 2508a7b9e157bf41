import type { ArticleRef, StoredArticle } from '../../library/model/types.ts';
import { cosine, unitVector } from '../../library/text/likeness.ts';
import { sentencesOf } from '../../library/text/sentences.ts';
import { isFrequent } from '../../library/text/word-lists.ts';
import { stem } from '../../reading/text/stem.ts';
import { askButton, note } from '../page/builders.ts';
import { clip, clipSaying } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { usagePage } from '../page/usage.ts';
import { emptyPage } from '../parts/person.ts';
import { withAntecedent } from '../parts/reported-by.ts';

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
    {
      pattern:
        /^(?<question>(?:when|where|why|who|whom|how many|did|does|was|were|is|are|has|have|will)\b.+ .+)$/isu,
      ask: async (library, { question = '' }) =>
        !asksForName.test(question) &&
        (await library.search.articles(contentWords(question).join(' '), { limit: 1, offset: 0 })).total > 0
          ? { kind: 'ask', question }
          : null,
    },
  ],
};

/** `Who is NAME?` of an unknown name is no question for a sentence: the name is searched for. */
const asksForName = /^[Ww]ho(?:['’]s| is| was| are)(?: \p{Lu}\S*)+$/u;

/** Words of a question that say how it is asked, not what about. */
const askingWords = new Set(
  'when where why who whom whose what how many much did does do was were is are has have had will would the a an of to in on at for by with from and or not get got happen happened it its this that there out up off'.split(
    ' ',
  ),
);

/** Verbs and nouns with which news report the same; a question with one of them is answered by any. */
const sameMeaning: readonly string[] = [
  'kill killed assassinate assassinated assassination murdered slain die died dies death dead',
  'shoot shot shooting gunman gunfire',
  'win won wins victory winner reelected elected',
  'lose lost defeat defeated',
  'drop dropping dropped quit withdraw withdrew withdrawal exit exiting bowed stepped resign resigned',
  'vote voted votes polls ballots election elections',
  'release released free freed swap exchange',
  'protest protests protested demonstrate demonstrators rally unrest',
  'attack attacked strike struck hit bomb bombed raid',
  'meet met meeting talks',
  'arrest arrested detain detained jailed custody',
  'sentence sentenced convict convicted verdict jailed',
  'crash crashed collapse collapsed',
];

/** What a sentence must have to answer a question word. */
const answersWith: readonly { question: RegExp; sentence: RegExp }[] = [
  {
    question: /^when\b/i,
    sentence:
      /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|yesterday|today)\b/,
  },
  {
    question: /^where\b/i,
    sentence: /\b(?:in|at|near|outside|on|capital|from) (?:the )?(?:\p{Ll}+ )?\p{Lu}/u,
  },
  {
    question: /^why\b/i,
    sentence:
      /\b(?:because|over|after|due to|sparked|amid|demand\w*|against|in response|so that|for|blam\w+|accus\w+)\b/,
  },
  {
    question: /^how (?:many|much)\b/i,
    sentence: /\b\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b/,
  },
];

const articlesRead = 12;
const sentencesRead = 60;
/** A sentence with less of the question's words than this is only the closest. */
const minCoverage = 0.7;
/** Sentences of the lead are worth more than background. */
const leadSentences = 6;
const leadBonus = 0.15;
const longest = 340;

type Candidate = {
  article: StoredArticle;
  start: number;
  end: number;
  text: string;
  coverage: number;
  score: number;
};

/** The sentence that answers the question best, with its source; or the closest one, marked as such. */
async function answerAsk(library: Library, question: QuestionOf<'ask'>, view: View): Promise<Page> {
  const asked = question.question.replace(/[?!.\s]{1,10}$/, '');
  const words = contentWords(asked);
  const best = await bestSentence(library, asked, words);
  if (best === null) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note('no-answer', {}, [[searchButton(words)]]);
  }
  const day = /^when\b/i.test(asked) ? dayOf(best) : undefined;
  const sources = newSources();
  const text = await withAntecedent(library, { ...best, article: refOf(best.article) }, longest);
  const line: Line = [
    ...(day === undefined ? [] : [{ day, style: 'bold' } as const, { text: ': ' }]),
    { text: clipSaying(text, longest) },
    ...sources.cite(refOf(best.article)),
  ];
  const answersIt = best.coverage >= minCoverage;
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

async function bestSentence(library: Library, asked: string, words: string[]): Promise<Candidate | null> {
  const names = words.filter(word => /^\p{Lu}/u.test(word));
  const queries = [...new Set([words.join(' '), names.join(' ')])].filter(query => query !== '');
  const found = await Promise.all(
    queries.map(query => library.search.articles(query, { limit: articlesRead, offset: 0 })),
  );
  const ids = [...new Set(found.flatMap(({ items }) => items.map(({ article }) => article.id)))];
  const articles = (await Promise.all(ids.map(id => library.articles.get(id)))).filter(one => one !== null);
  const wanted = words.map(meanings);
  const needed = answersWith.find(({ question }) => question.test(asked))?.sentence;
  const vector = unitVector(asked);
  let best: Candidate | null = null;
  for (const article of articles)
    for (const [i, { start, end, text }] of sentencesOf(article.reading).slice(0, sentencesRead).entries()) {
      const stems = new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => stem(word.toLowerCase())));
      const coverage =
        wanted.filter(same => same.some(word => stems.has(word))).length / Math.max(1, wanted.length);
      const fits = needed === undefined || needed.test(text) ? 1 : 0.6;
      const spoken = /["“”]/.test(text) || /\?$/.test(text) ? 0.85 : 1;
      const brief = text.length > 320 ? 0.9 : 1;
      const score =
        coverage * fits * spoken * brief +
        (i < leadSentences ? leadBonus : 0) +
        0.1 * cosine(vector, unitVector(text));
      if (coverage > 0 && (best === null || score > best.score))
        best = { article, start, end, text, coverage: coverage * fits, score };
    }
  return best;
}

/** The stems that mean what a word means. */
function meanings(word: string): string[] {
  const folded = word.toLowerCase();
  const group = sameMeaning.find(words => words.split(' ').includes(folded));
  return [...new Set((group?.split(' ') ?? [folded]).map(stem))];
}

function contentWords(question: string): string[] {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const content = words
    .map(word => word.replace(/[’']s$/, ''))
    .filter(word => !askingWords.has(word.toLowerCase()))
    .filter(word => /^\p{Lu}/u.test(word) || !isFrequent(word.toLowerCase()));
  return content.length > 0 ? content : words;
}

/** The exact day of the event that the sentence reports, else the day of publication unless that is doubted. */
function dayOf({ article, start }: Candidate): string | undefined {
  const event = article.reading.events.find(each => each.start === start && each.date.length === 10);
  return event?.date ?? (article.doubted ? undefined : (article.published ?? undefined));
}

function refOf({ id, title, source, url, published, doubted }: StoredArticle): ArticleRef {
  return { id, title, source, url, published, ...(doubted && { doubted }) };
}
