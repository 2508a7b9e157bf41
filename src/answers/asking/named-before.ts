import { idIn } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { subjectsCalled } from '../parts/subject.ts';
import { bestSentence } from '../sentences/best-sentence.ts';
import { contentWords, namesWritten } from '../sentences/question-words.ts';

/** Whom a question means by a pronoun, with the words before it; a name in between would be the one meant. */
const pronoun =
  /^((?:and |but |so |or )?(?!(?:what|how) about )(?:(?:what|when|where|why|how|who|did|does|do|has|have|had|is|was|were|will|can|could|would|should|which|how (?:old|long|many|much|far)) ?)(?:[a-z’']+ ){0,4}?)(he|she|him|his|her|hers)\b(?! (?:who|that)\b)/i;

/** What the person named before said: `his quotes`, `show me her latest statements`, in each language. */
const ownQuotes =
  /^(?:and |but |show(?: me)? |give me )?(?:(?<his>his|його|его|seine)|her|hers|their|її|е[её]|ihre) (?:(?:latest|last|recent|other) )?(?:quotes?|statements?|words|comments|remarks|цитати|цитаты|слова|заяви|заявления|zitate|aussagen|äußerungen)$/iu;

/** `when did she resign`, asked after a question about one person: the question with that name; else as it was. */
export async function withNameFor(library: Library, words: string, before: Question): Promise<string> {
  const own = ownQuotes.exec(words);
  if (own !== null) {
    const speaker = await personAskedAbout(library, before, own.groups?.his === undefined ? 'she' : 'he');
    return speaker === null ? words : `${speaker} quotes`;
  }
  const found = pronoun.exec(words);
  if (found === null) return words;
  const [whole, start = '', called = ''] = found;
  const name = await personAskedAbout(library, before, /^h(?:e|im|is)$/i.test(called) ? 'he' : 'she');
  if (name === null) return words;
  const rest = words.slice(whole.length);
  const isPossessive = /^(?:his|hers)$/i.test(called) || (/^her$/i.test(called) && /^ \p{L}/u.test(rest));
  return `${start}${name}${isPossessive ? '’s' : ''}${rest}`;
}

type Pronoun = 'he' | 'she';

/** Someone whom a question names, and the words by which it does. */
type Named = { id: string; words: string };

/**
 * Whom a pronoun means after a question: of those whom it names the first whom news call so, else the first of whom it
 * is not known. Null if it names no one else.
 */
async function personAskedAbout(
  library: Library,
  before: Question,
  pronoun: Pronoun,
): Promise<string | null> {
  const named = await peopleNamedBy(library, before);
  const called = await Promise.all(named.map(({ id }) => pronounOf(library, id)));
  const first = (how: Pronoun | null) => named.find((_, at) => called[at] === how)?.words;
  return first(pronoun) ?? first(null) ?? null;
}

/** Whom a question names, the one first whom it is about. */
async function peopleNamedBy(library: Library, before: Question): Promise<Named[]> {
  if (before.kind === 'ask') {
    const named = await peopleNamedIn(library, before.question);
    if (named.length > 0) return named;
    const name = onlyName(before.question) ?? (await oneInAnswer(library, before.question));
    return name === undefined ? [] : personCalled(library, name);
  }
  const [name, about] =
    before.kind === 'who' || before.kind === 'quotes'
      ? [before.name, before.kind === 'quotes' ? before.about : undefined]
      : [subjectOf(before) ?? undefined];
  const all = [
    ...(name === undefined ? [] : await personCalled(library, name)),
    ...(about === undefined ? [] : await peopleNamedIn(library, about)),
  ];
  return all.filter(({ id }, at) => all.findIndex(other => other.id === id) === at);
}

/** Who is called so, by the whole name where no one else is; no one for what is no person. */
async function personCalled(library: Library, words: string): Promise<Named[]> {
  const id = idIn(words);
  const fits =
    id === undefined ? (await library.subjects.find(words)).fits : [await library.subjects.get(id)];
  const [first, ...others] = fits;
  if (first?.type !== 'person') return [];
  return [{ id: first.id, words: others.length === 0 ? first.name : words }];
}

/** Words of a question that come before whom it asks about and name no one. */
const onlyAsking =
  /^(?:(?:and|but|so|or|what|when|where|why|how|who|did|does|do|has|have|had|is|was|were|will|can|could|would|should|which|else|exactly|old|long|many|much|often|about|to|with) ?)+$/i;

/** Whether a question is about someone whom only a pronoun names. */
export function isOfSomeoneUnnamed(words: string): boolean {
  const [, start = ''] = pronoun.exec(words) ?? [];
  return onlyAsking.test(start) || ownQuotes.test(words);
}

/** The one person whom the answer to a question names; undefined if it names several or none. */
async function oneInAnswer(library: Library, question: string): Promise<string | undefined> {
  const best = await bestSentence(library, question);
  if (best === null) return undefined;
  const { start, end, article } = best;
  const named = article.reading.people.filter(({ mentions }) =>
    mentions.some(mention => mention.start >= start && mention.end <= end),
  );
  return named.length === 1 ? named[0]!.name : undefined;
}

/** More words of a question are not looked up. */
const mostWords = 8;

/** Whom the words of a question name, each once, with the words by which they are found. */
async function peopleNamedIn(library: Library, question: string): Promise<Named[]> {
  const named = new Map<string, { words: string; fits: number }>();
  for (const words of contentWords(question).slice(0, mostWords)) {
    const { fits, how } = await subjectsCalled(library, words);
    const [first] = fits;
    if (how !== 'name' || first?.type !== 'person') continue;
    const known = named.get(first.id);
    if (known === undefined || fits.length < known.fits) named.set(first.id, { words, fits: fits.length });
  }
  return [...named].map(([id, { words }]) => ({ id, words }));
}

/** How many of someone’s newest quotes are looked at for the pronoun with which news give them. */
const quotesRead = 60;

/** The pronoun with which quotes of a person are given, where the name is not repeated; null if none is. */
async function pronounOf(library: Library, id: string): Promise<Pronoun | null> {
  const { items } = await library.people.quotes(id, { limit: quotesRead, offset: 0 });
  const times = (pronoun: Pronoun) =>
    items.filter(({ speaker }) => speaker?.text.toLowerCase() === pronoun).length;
  const [he, she] = [times('he'), times('she')];
  return he === she ? null : he > she ? 'he' : 'she';
}

/** The one name of a question; undefined if it has several or none. */
export function onlyName(question: string): string | undefined {
  const names = namesWritten(question);
  return names.length === 1 ? names[0]![0] : undefined;
}

/** Whom or what a question is about, in its words; null if that is no name or words. */
export function subjectOf(question: Question): string | null {
  switch (question.kind) {
    case 'who':
      return question.name;
    case 'timeline':
    case 'latest':
      return question.about ?? null;
    case 'search':
      return question.words;
    case 'story':
      return question.story;
    default:
      return null;
  }
}
