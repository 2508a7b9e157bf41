import type { StoredArticle } from '../../library/model/types.ts';
import { cosine, unitVector } from '../../library/text/likeness.ts';
import { sentencesOf } from '../../library/text/sentences.ts';
import type { Library } from '../page/library.ts';
import { hasEnds, type Period } from '../page/period.ts';
import { withoutTaking } from './act-days.ts';
import { fitOf, isPlan } from './answer-kinds.ts';
import { type Candidate, minCoverage, nearlyAsGood, newest } from './candidate.ts';
import { asksForFigure, clearest, otherFigures, wholeToll } from './figures-asked.ts';
import { answeringHeadline } from './headlines.ts';
import { type AskedWord, askedWordsOf, formsOf, includesWord } from './question-words.ts';
import { isIn, type JudgedSentence } from './sentence.ts';

const articlesPerQuery = 12;
const sentencesRead = 60;
/** More words of a question are not tried one by one. */
const mostWordsTried = 8;
/** Sentences of the lead are worth more than background. */
const leadSentences = 6;
const leadBonus = 0.15;
/** What a word counts that another of the same meaning stands for, or that is not in the sentence but in its article's title, or in the sentence before. */
const inOtherWords = 0.95;
const inTitle = 0.7;
const inSentenceBefore = 0.5;
/** A pronoun for whom the question names, after a sentence about someone else. */
const withoutAntecedent = 0.6;
/** A sentence that leaves out a name of the question may be about another case. */
const withoutName = 0.85;
/** What the question says of someone must be in the sentence: `bankrupt` of `is NAME bankrupt`. */
const withoutPredicate = 0.65;
/** Whose words some words are is not answered by a sentence without them, however its article is called. */
const whoSaid =
  /^who (?:else |first )?(?:said|says|stated|called|described|warned|vowed|promised|threatened|insisted|admitted)\b/i;
const yesOrNo = /^(?:is|are|was|were|do|does|did|has|have|had|will|can|could)\b/i;
/** The same for questions with yes or no and for where, who or what: these change less than tolls. */
const asGood = 0.1;

/** What makes a sentence a worse answer, and by how much. */
const flaws: readonly { factor: number; pattern: RegExp }[] = [
  { factor: 0.85, pattern: /["“”]/ },
  { factor: 0.7, pattern: /\?["”’]?$/ },
  { factor: 0.9, pattern: /^.{320}/s },
  // A fragment.
  { factor: 0.7, pattern: /(?<![.!?…]["'”’)]?)$|^\p{Ll}/u },
  // A pronoun whose owner is in the sentence before.
  { factor: 0.93, pattern: /^(?:he|she|it|they|his|her|its|their|this|that|these|those)\b/i },
];

/**
 * The sentence of the news that answers a question best, or a headline if none does; null if none has a word of it.
 * @param days of publication; any if it has no ends
 */
export async function bestSentence(
  library: Library,
  question: string,
  days: Period = {},
): Promise<Candidate | null> {
  const asked = askedWordsOf(withoutTaking(question));
  const articles = await articlesOn(library, asked, days);
  const judge = fitOf(question);
  const vector = unitVector(question);
  const manner = { isYesOrNo: yesOrNo.test(question), isOwn: whoSaid.test(question) };
  const candidates = articles.flatMap(article => candidatesIn(article, asked, { judge, vector, ...manner }));
  const best = chosenOf(candidates, question);
  if (best === null || best.coverage >= minCoverage) return best;
  const headline = answeringHeadline(articles, question);
  if (headline === null || headline.coverage < minCoverage) return best;
  return { ...headline, start: 0, end: 0, score: headline.coverage };
}

function chosenOf(candidates: Candidate[], question: string): Candidate | null {
  const best = highest(candidates);
  if (best === null) return null;
  if (/^when\b/i.test(question)) {
    // The day of a sentence that is no answer says nothing for another.
    const answers = candidates.filter(isAnswer);
    const first = highest(answers);
    if (first === null) return best;
    const isToCome = /^when (?:will|is|are|does|do)\b/i.test(question);
    return isToCome ? lastPlanned(answers, first) : onLikeliestDay(answers, first);
  }
  if (asksForFigure.test(question)) {
    // What is only closest is no newer figure.
    const answers = best.coverage < minCoverage ? candidates : candidates.filter(isAnswer);
    const figure = wholeToll(candidates, best, question) ?? newest(answers, best, nearlyAsGood);
    const chosen = clearest(candidates, figure);
    return { ...chosen, otherFigures: otherFigures(candidates, chosen, question) };
  }
  if (
    /^(?:is|are|does|do|did|has|have|(?:where|who|what)(?:['’]s| is| are| does| do| has| have| leads?))\b/i.test(
      question,
    )
  )
    return newest(candidates, best, asGood);
  return best;
}

const isAnswer = ({ coverage }: Candidate) => coverage >= minCoverage;

/** The articles with all the words; with those that name something; and with what is left without the verbs, or without all that may be called otherwise. */
async function articlesOn(library: Library, asked: AskedWord[], days: Period): Promise<StoredArticle[]> {
  const words = (those: AskedWord[]) => those.map(({ word }) => word).join(' ');
  const queries = new Set([
    words(asked),
    words(asked.filter(({ isVerb }) => !isVerb)),
    words(asked.filter(({ same }) => same.length === 0)),
    words(asked.filter(({ word }) => /^\p{Lu}/u.test(word))),
  ]);
  const all = asked.map(({ word }) => word);
  queries.add((await wordsOfArticles(library, all)).join(' '));
  queries.delete('');
  const range = { limit: articlesPerQuery, offset: 0 };
  const found = await Promise.all(
    [...queries].map(async query =>
      hasEnds(days)
        ? (await library.search.filtered({ words: query, ...days }, range)).items
        : (await library.search.articles(query, range)).items.map(({ article }) => article),
    ),
  );
  return library.articles.readable([...new Set(found.flat().map(({ id }) => id))]);
}

/**
 * The words that articles have, as far as they have them together: all of them, or the first ones and those that are
 * in an article with them.
 */
export async function wordsOfArticles(
  library: Library,
  words: readonly string[],
): Promise<readonly string[]> {
  const areKnown = async (some: readonly string[]) =>
    (await library.search.filtered({ words: some.join(' ') }, { limit: 1, offset: 0 })).total > 0;
  if (words.length === 0 || (await areKnown(words))) return words;
  const kept: string[] = [];
  // Names first: what else is asked of them may be in other words.
  const byName = words.toSorted((a, b) => Number(/^\p{Lu}/u.test(b)) - Number(/^\p{Lu}/u.test(a)));
  for (const word of byName.slice(0, mostWordsTried)) if (await areKnown([...kept, word])) kept.push(word);
  return kept;
}

function candidatesIn(
  article: StoredArticle,
  asked: AskedWord[],
  {
    judge,
    vector,
    isYesOrNo,
    isOwn,
  }: {
    judge: ReturnType<typeof fitOf>;
    vector: ReadonlyMap<string, number>;
    isYesOrNo: boolean;
    isOwn: boolean;
  },
): Candidate[] {
  const ofTitle = formsOf(article.title ?? '');
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let before = new Set<string>();
  return sentencesOf(article.reading)
    .slice(0, sentencesRead)
    .flatMap(({ start, end, text }, at) => {
      const meant = withoutPlea(text);
      const own = formsOf(meant);
      const earlier = before;
      before = own;
      if (!asked.some(word => includesWord(own, word))) return [];
      const sentence = { article, start, end, text };
      const { factor, day, settled = [], antecedent } = judge({ ...sentence, text: meant }, own, asked);
      const isKnown = antecedent === undefined || antecedent.some(word => includesWord(earlier, word));
      const fits = isKnown ? factor : factor * withoutAntecedent;
      // `Jane Smith` is asked about where the sentence has only `Smith`.
      const named = formsOf(namedIn(article, start, end));
      const shares = asked.map(word => {
        if (own.has(word.form)) return word.weight;
        if (includesWord(own, word) || named.has(word.form)) return word.weight * inOtherWords;
        if (isOwn) return 0;
        if (includesWord(ofTitle, word) || settled.some(({ form }) => form === word.form))
          return word.weight * inTitle;
        return includesWord(earlier, word) ? word.weight * inSentenceBefore : 0;
      });
      const covered = shares.reduce((sum, share) => sum + share, 0) / whole;
      const lacksName = asked.some(({ word }, place) => shares[place] === 0 && /^\p{Lu}/u.test(word));
      const clear = flaws.reduce(
        (product, { factor, pattern }) => (pattern.test(text) ? product * factor : product),
        1,
      );
      // Whether something was done by or with someone is not answered by a sentence that leaves them to the context.
      const isIndirect =
        isYesOrNo && asked.some(word => /^\p{Lu}/u.test(word.word) && !includesWord(own, word));
      const score =
        covered * fits * clear * prominence(sentence, asked) * (isIndirect ? withoutName : 1) +
        (at < leadSentences ? leadBonus : 0) +
        0.1 * cosine(vector, unitVector(text));
      const lacksPredicate =
        isYesOrNo && asked.some(({ word }, place) => shares[place] === 0 && !/^\p{Lu}/u.test(word));
      const share = (lacksName ? withoutName : 1) * (lacksPredicate ? withoutPredicate : 1);
      const coverage = Math.min(1, covered * Math.min(1, fits) * share);
      return [{ ...sentence, coverage, score, ...(day !== undefined && { day }) }];
    });
}

/** The whole names of those whom a sentence mentions. */
function namedIn({ reading }: StoredArticle, start: number, end: number): string {
  return reading.people
    .filter(({ mentions }) => mentions.some(mention => isIn(mention, start, end)))
    .map(({ name }) => name)
    .join(' ');
}

/** `Pleaded not guilty` is no verdict: the words are blanked out, and all others keep their offsets. */
function withoutPlea(text: string): string {
  return text.replace(/\b(ple(?:a|ad|ads|aded|ading|d)) (?:not )?guilty\b/gi, (all, verb: string) =>
    verb.padEnd(all.length),
  );
}

/** A sentence that opens with another person is about that one: `Like Smith, Jones was …`. */
function prominence({ article, start, end, text }: JudgedSentence, asked: AskedWord[]): number {
  const mentioned = article.reading.people.flatMap(({ mentions }) =>
    mentions.filter(mention => mention.start >= start && mention.end <= end),
  );
  const isAsked = (name: string) => {
    const own = formsOf(name);
    return asked.some(word => !word.isVerb && includesWord(own, word));
  };
  if (!mentioned.some(mention => isAsked(mention.text))) return 1;
  const first = mentioned.reduce((a, b) => (b.start < a.start ? b : a));
  return first.start - start < text.length / 5 && !isAsked(first.text) ? 0.9 : 1;
}

function highest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, each) => (best === null || each.score > best.score ? each : best),
    null,
  );
}

/** Plans change: of those that give a day to come, the newest article's. */
function lastPlanned(candidates: Candidate[], best: Candidate): Candidate {
  const dated = candidates.filter(
    ({ day, coverage, article }) =>
      day !== undefined && coverage >= minCoverage && day >= (article.published ?? '').slice(0, day.length),
  );
  const first = highest(dated);
  if (first === null) return onLikeliestDay(candidates, best);
  const chosen = newest(dated, first, nearlyAsGood);
  return withinDay(candidates, chosen) ?? chosen;
}

/** Of the day that the candidates speak for most, weighed by how good they are; a plan speaks for its day too. */
function onLikeliestDay(candidates: Candidate[], best: Candidate): Candidate {
  const votes = new Map<string, Map<string, number>>();
  const good = candidates.filter(({ score }) => score >= best.score - nearlyAsGood);
  for (const candidate of good) {
    const { article, score } = candidate;
    const { day } = candidate;
    if (day?.length !== 10) continue;
    const ofDay = votes.get(day) ?? new Map<string, number>();
    const vote = score ** 4 * (isPlan(candidate) ? plannedVote : 1);
    votes.set(day, ofDay.set(article.id, Math.max(ofDay.get(article.id) ?? 0, vote)));
  }
  const weight = (ofDay: Map<string, number>) => [...ofDay.values()].reduce((sum, one) => sum + one, 0);
  const [likeliest] = [...votes].sort(([, a], [, b]) => weight(b) - weight(a));
  const ofLikeliest = candidates.filter(({ day }) => day !== undefined && day === likeliest?.[0]);
  const chosen = highest(ofLikeliest.filter(each => !isPlan(each))) ?? highest(ofLikeliest) ?? best;
  return withinDay(candidates, chosen) ?? chosen;
}

/** Where only a month or a year is given, the best answer with a day in it. */
function withinDay(candidates: Candidate[], { day }: Candidate): Candidate | null {
  if (day === undefined || day.length === 10) return null;
  return highest(
    candidates.filter(
      each => each.coverage >= minCoverage && each.day?.length === 10 && each.day.startsWith(day),
    ),
  );
}

const plannedVote = 0.7;
