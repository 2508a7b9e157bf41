import type { Vocabulary } from './vocabulary.ts';

const mostWords = 4;
/** Each is looked up until one is known. */
const mostNames = 12;
/** What is left of a word without its ending has at least this many letters. */
const shortestStem = 3;

/** What is left of a name in Latin letters has at least this many: `Hans` is not a genitive. */
const shortestLatinStem = 4;

/**
 * The nominatives that a name in another case may stand for, longer endings first: `Лавровим` gives `Лавров`,
 * `Зеленського` `Зеленський`. Of names in Latin letters only with the endings of the reader's language: an English `s`
 * may well belong to the name, and so may a German one, so that these are for names that are not known as they are.
 */
export function nominatives(
  name: string,
  { nameEndings }: Pick<Vocabulary, 'nameEndings'>,
  latinEndings: Vocabulary['nameEndings'] = new Map(),
): string[] {
  const words = name.trim().split(/\s+/);
  if (words.length > mostWords) return [];
  if (/^[\p{Script=Cyrillic}\s'’ʼ-]+$/u.test(name)) return inOtherCases(words, nameEndings, shortestStem);
  if (latinEndings.size === 0 || !/^[\p{Script=Latin}\s.'’ʼ-]+$/u.test(name)) return [];
  // Only the last part of a name has the ending.
  const last = nominativesOf(words.at(-1)!, latinEndings, shortestLatinStem);
  return last.map(word => [...words.slice(0, -1), word].join(' '));
}

function inOtherCases(words: string[], endings: Vocabulary['nameEndings'], shortest: number): string[] {
  const forms = words.map(word => [...nominativesOf(word, endings, shortest), word]);
  let names = [''];
  for (const choices of forms)
    names = choices.flatMap(word => names.map(start => `${start} ${word}`.trim())).slice(0, mostNames);
  return names.filter(each => each !== words.join(' '));
}

function nominativesOf(word: string, endings: Vocabulary['nameEndings'], shortest: number): string[] {
  const found: string[] = [];
  for (let length = Math.min(5, word.length - shortest); length > 0; length -= 1)
    for (const nominative of endings.get(word.slice(-length).toLowerCase().replace('’', "'")) ?? [])
      found.push(word.slice(0, -length) + nominative);
  return found;
}
