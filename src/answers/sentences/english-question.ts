import type { AskedVerb, AskingWords } from '../../languages/asking-words.ts';
import { type Word, wordsIn } from '../../languages/lexicon.ts';
import type { Library } from '../page/library.ts';
import { type Phrase, translated } from './translated.ts';

/**
 * A question in English.
 * @property isSure whether its verb is known and its question word is one of no other kind of question
 */
export type EnglishQuestion = { question: string; isSure: boolean };

/** Question words of other kinds of questions too. */
const mayBeOther = new Set(['what', 'which', 'how', 'how long']);

/** A question word where a question begins, and the verb that was found after it. */
type Asked = { asking: AskingWords; word: string; from: number; verb: Found | null };
type Found = AskedVerb & { at: number; length: number; end?: number };

/** What is named before the verb and after it, in English, and the verb. */
type Parts = { before: Phrase[]; after: Phrase[]; verb: AskedVerb; isPassive: boolean };

/**
 * Who, when, where, why or how many, asked in a language other than English, as it is asked in English, in which most
 * news are: `Коли вбили NAME?` becomes `when was NAME killed`. Null if it is not such a question, or too little of it
 * is understood.
 */
export async function englishQuestion(library: Library, question: string): Promise<EnglishQuestion | null> {
  const { vocabulary } = library;
  if (vocabulary === undefined) return null;
  const asked = vocabulary.asking.flatMap(asking => askedAt(wordsIn(apart(question, asking)), asking));
  const found = asked.find(({ verb }) => verb !== null) ?? asked[0];
  if (found === undefined) return null;
  const { asking, word, from, verb } = found;
  const text = apart(question, asking);
  const words = wordsIn(text);
  // What someone said is no question for a sentence.
  if (word === 'what' && verb?.english === 'said') return null;
  const inEnglish = (some: Word[]) => translated(library, text, some, asking);
  if (verb === null) {
    // In Latin letters it may be English that looks like it: `was NAME a banker`.
    if (!asking.isForAll && !vocabulary.lexicons.includes(asking.lexicon)) return null;
    const phrases = await inEnglish(words.slice(from));
    const isSure = word === 'when' && phrases.every(({ kind }) => kind !== 'unknown');
    return isUnderstood(phrases) ? { question: withoutVerb(word, phrases), isSure } : null;
  }
  const before = await inEnglish(words.slice(from, verb.at));
  const after = await inEnglish(words.slice(verb.at + verb.length, verb.end));
  if (before.length + after.length === 0 && word !== 'how many' && word !== 'who') return null;
  const isPassive = words.slice(from).some(({ folded }) => asking.passive.has(folded));
  const parts = { before: nounPhrases(before), after: nounPhrases(after), verb, isPassive };
  return { question: asEnglish(word, parts), isSure: !mayBeOther.has(word) && verb.english !== 'said' };
}

/** `l’accord` as `l accord`. */
function apart(question: string, { elisions }: AskingWords): string {
  return elisions === null ? question : question.replace(elisions, '$1 ');
}

function askedAt(words: Word[], asking: AskingWords): Asked[] {
  const found = asking.words.find(({ form }) => form.every((each, place) => words[place]?.folded === each));
  if (found === undefined) return [];
  const from = found.form.length;
  return [{ asking, word: found.english, from, verb: verbIn(words, from, asking) }];
}

/** The longest form of a verb among the words; a particle may be at the end: `trat … zurück`. */
function verbIn(words: Word[], from: number, { verbs }: AskingWords): Found | null {
  let best: Found | null = null;
  for (let at = from; at < words.length; at += 1)
    for (const verb of verbs.get(words[at]!.folded) ?? []) {
      const { form } = verb;
      const last = words.length - 1;
      const isWhole = form.every((each, place) => words[at + place]?.folded === each);
      const isParted = form.length === 2 && last > at + 1 && words[last]!.folded === form[1];
      if ((isWhole || isParted) && form.length > (best?.form.length ?? 0))
        best = { ...verb, at, length: isWhole ? form.length : 1, ...(!isWhole && { end: last }) };
    }
  return best;
}

/** A word with the name that follows it is one: `governor Orrin`, `earthquake Orrin`. */
function nounPhrases(phrases: Phrase[]): Phrase[] {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (last?.kind === 'word' && !isPreposed(phrase))
      joined[joined.length - 1] = {
        ...phrase,
        english: `${last.english} ${phrase.english}`,
        isApart: last.isApart,
      };
    else joined.push(phrase);
  }
  return joined;
}

const isPreposed = ({ isApart, kind }: Phrase) => isApart && kind === 'word';

/** At least one word of the news, and hardly anything that is not known. */
function isUnderstood(phrases: Phrase[]): boolean {
  const unknown = phrases.filter(({ kind }) => kind === 'unknown').length;
  return phrases.some(({ kind }) => kind === 'word') && unknown * 3 <= phrases.length;
}

function withoutVerb(word: string, phrases: Phrase[]): string {
  if (word === 'when') {
    // Where it is comes apart: `the election in NAME`.
    const named = phrases.map(({ english, isApart }, at) => (at > 0 && isApart ? `in ${english}` : english));
    return `when is ${named.join(' ')}`;
  }
  const all = phrases.map(({ english }) => english).join(' ');
  if (word === 'who') return `who is the ${all}`;
  return word === 'how many' ? `how many ${all}` : `${word} is ${all}`;
}

function asEnglish(word: string, { before, after, verb, isPassive }: Parts): string {
  const [one, ...others] = [...before, ...after].map(({ english }) => english);
  const { english, form, isAct } = verb;
  const all = [one, ...others].join(' ');
  // `вбили`, `вбито`: done by people who are not named.
  const isImpersonal = isPassive || /(?:[лв]и|[нт]о)$/u.test(form[0]!) || before.length === 0;
  const namesNoOne = after.length === 0 || after[0]!.isApart;
  switch (word) {
    case 'who':
      return `who ${isPassive ? 'was ' : ''}${english} ${all}`.trim();
    case 'how many':
      return howMany(before, after, verb);
    case 'how much':
      return isAct ? `how much was ${all} ${english} for` : `how much did ${all} ${english}`;
    case 'what':
      return before.length === 0 ? `what ${english} ${all}` : `what did ${all} ${infinitive(english)}`;
    case 'which':
      return `which ${all} ${english}`;
    case 'whom':
      return isAct && namesNoOne && before.length === 0 && (isPassive || /(?:[лв]и|[нт]о)$/u.test(form[0]!))
        ? `who was ${english} in ${all}`
        : `who did ${all} ${infinitive(english)}`;
  }
  if (isAct && (isPassive || (others.length === 0 && isImpersonal))) return `${word} was ${all} ${english}`;
  return [word, 'did', one, infinitive(english), ...others].join(' ');
}

/** `how many children were killed in NAME`: of whom is said before the verb, if it is. */
function howMany(before: Phrase[], after: Phrase[], { english, isAct }: AskedVerb): string {
  const [first, ...others] = before;
  const isCounted = first?.kind !== undefined && first.kind !== 'name' && !first.isApart;
  const counted = isCounted ? first.english : 'people';
  const where = [...(isCounted ? others : before), ...after].map(each => each.english).join(' ');
  return `how many ${counted} ${isAct ? 'were ' : ''}${english}${where === '' ? '' : ` in ${where}`}`;
}

/** What follows `did`; forms that questions are understood with need not be right. */
function infinitive(past: string): string {
  return past === 'won' ? 'win' : past === 'lost' ? 'lose' : past === 'met' ? 'meet' : past;
}
