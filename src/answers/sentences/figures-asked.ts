import { type Figure, figuresIn } from '../../library/text/figures.ts';
import { type Candidate, dayOf, minCoverage, nearlyAsGood, newest } from './candidate.ts';
import { askedWordsOf, formsOf, includesWord } from './question-words.ts';

/** What is asked for changes from one article to the next: how many, how much. */
export const asksForFigure = /^how (?:many|much)\b/i;
const shownOthers = 2;

/** `It follows an attack that killed …`: only clear after the sentence before. */
const pointsBack = /^(?:he|she|it|they|his|her|its|their|this|that|these|those)\b/i;

/** The same figure in a sentence that is clear by itself, of the newest article that has one as good; else as chosen. */
export function clearest(candidates: readonly Candidate[], chosen: Candidate): Candidate {
  if (!pointsBack.test(chosen.text)) return chosen;
  const figures = ({ text }: Candidate) => figuresIn(text).map(each => `${kindOf(each)} ${each.low}`);
  const own = figures(chosen);
  const clear = candidates.filter(
    each =>
      !pointsBack.test(each.text) &&
      each.coverage >= minCoverage &&
      each.score >= chosen.score - nearlyAsGood &&
      own.length > 0 &&
      own.every(figure => figures(each).includes(figure)),
  );
  return clear.length === 0 ? chosen : newest(clear, clear[0]!, nearlyAsGood);
}

/**
 * Of other articles the sentence of each that gives another number for what is asked.
 * @param question of whose names and nouns the sentence itself must have one: a title is of several figures
 */
export function otherFigures(
  candidates: readonly Candidate[],
  chosen: Candidate,
  question: string,
): Candidate[] {
  const nouns = askedWordsOf(question).filter(({ isVerb }) => !isVerb);
  const isOnThem = ({ text }: Candidate) => {
    const own = formsOf(text);
    return nouns.length === 0 || nouns.some(word => includesWord(own, word));
  };
  const counted = new Set(figuresIn(chosen.text).map(kindOf));
  const figures = ({ text }: Candidate) =>
    figuresIn(text)
      .filter(figure => counted.has(kindOf(figure)))
      .map(({ low, high }) => `${low} ${high}`);
  const shown = new Set(figures(chosen));
  const ids = new Set([chosen.article.id]);
  return candidates
    .filter(({ coverage, score }) => coverage >= minCoverage && score >= chosen.score - nearlyAsGood)
    .filter(isOnThem)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    .filter(candidate => {
      const own = figures(candidate);
      if (ids.has(candidate.article.id) || own.every(figure => shown.has(figure))) return false;
      ids.add(candidate.article.id);
      for (const figure of own) shown.add(figure);
      return true;
    })
    .slice(0, shownOthers);
}

/** Tolls count the same people in different words. */
const kindOf = ({ of, isToll }: Figure) => (isToll ? 'toll' : of);

const dying = /^(?:die[ds]?|dying|dead|deaths?|kill(?:s|ed|ing)?|toll)$/i;

/** Where something is said to have happened, with a few words that may come before the place. */
const somewhere = /\b(?:in|across|inside|within|invasion of)(?:\s[\p{L}-]{1,20}){1,4}/giu;

/**
 * How many died, asked of a place without an event: the highest toll, as the others are of one day or attack each. Null
 * if something else is asked, or no toll is given.
 */
export function wholeToll(
  candidates: readonly Candidate[],
  best: Candidate,
  question: string,
): Candidate | null {
  const asked = askedWordsOf(question);
  const died = asked.filter(({ word }) => dying.test(word));
  const places = asked.filter(({ word, isVerb }) => !isVerb && /^\p{Lu}/u.test(word));
  if (died.length === 0 || places.length === 0 || died.length + places.length < asked.length) return null;
  const tollOf = ({ text }: Candidate) =>
    Math.max(-1, ...figuresIn(text).flatMap(({ of, low }) => (of === 'dead' ? [low] : [])));
  const isThere = (text: string) =>
    [...text.matchAll(somewhere)].some(([phrase]) => {
      const own = formsOf(phrase);
      return places.some(({ form }) => own.has(form));
    });
  const good = candidates.filter(
    ({ coverage, score, text }) =>
      coverage >= minCoverage && score >= best.score - nearlyAsGood && isThere(text),
  );
  const most = Math.max(-1, ...good.map(tollOf));
  const whole = good.filter(each => tollOf(each) === most);
  return most < 0 ? null : newest(whole, whole[0]!, nearlyAsGood);
}
