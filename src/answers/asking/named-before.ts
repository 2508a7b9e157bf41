import { idIn } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { subjectsCalled } from '../parts/subject.ts';
import { bestSentence } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

/** Whom a question means by a pronoun, with the words before it; a name in between would be the one meant. */
const pronoun =
  /^((?:and |but |so |or )?(?!(?:what|how) about )(?:(?:what|when|where|why|how|who|did|does|do|has|have|had|is|was|were|will|can|could|would|should|which|how (?:old|long|many|much|far)) ?)(?:[a-z’']+ ){0,4}?)(he|she|him|his|her|hers)\b(?! (?:who|that)\b)/i;

/** `when did she resign`, asked after a question about one person: the question with that name; else as it was. */
export async function withNameFor(library: Library, words: string, before: Question): Promise<string> {
  const found = pronoun.exec(words);
  if (found === null) return words;
  const name = await personAskedAbout(library, before);
  if (name === null) return words;
  const [whole, start = '', called = ''] = found;
  const rest = words.slice(whole.length);
  const isPossessive = /^(?:his|hers)$/i.test(called) || (/^her$/i.test(called) && /^ \p{L}/u.test(rest));
  return `${start}${name}${isPossessive ? '’s' : ''}${rest}`;
}

async function personAskedAbout(library: Library, before: Question): Promise<string | null> {
  const asked =
    before.kind === 'who' || before.kind === 'quotes'
      ? before.name
      : before.kind === 'ask'
        ? ((await oneKnown(library, before.question)) ?? (await oneInAnswer(library, before.question)))
        : (subjectOf(before) ?? undefined);
  if (asked === undefined) return null;
  const id = idIn(asked);
  const subject =
    id === undefined ? (await library.subjects.find(asked)).fits : [await library.subjects.get(id)];
  const [first, ...others] = subject;
  if (first?.type !== 'person') return null;
  return others.length === 0 ? first.name : asked;
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

/** The one person whom a question names, by the words that do, also in lower case; null if it names several or none. */
async function oneKnown(library: Library, question: string): Promise<string | null> {
  const name = onlyName(question);
  if (name !== undefined) return name;
  const known: string[] = [];
  for (const word of contentWords(question).slice(0, 6)) {
    const { fits, how } = await subjectsCalled(library, word);
    if (how === 'name' && fits.length === 1 && fits[0]!.type === 'person') known.push(word);
  }
  return known.length === 1 ? known[0]! : null;
}

/** The one name of a question; undefined if it has several or none. */
export function onlyName(question: string): string | undefined {
  const names = namesIn(question);
  return names.length === 1 ? names[0]![0] : undefined;
}

/** The names in a question, but for its first word, as matches. */
export const namesIn = (question: string) => [
  ...question.matchAll(/(?<=\s)\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*)*/gu),
];

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
