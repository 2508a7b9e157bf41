import type { Vocabulary } from './vocabulary.ts';

const mostWords = 4;
/** Each is looked up until one is known. */
const mostNames = 12;
/** What is left of a word without its ending has at least this many letters. */
const shortestStem = 3;

/**
 * The nominatives that a name in another case may stand for, longer endings first: `Лавровим` gives `Лавров`,
 * `Зеленського` `Зеленський`. Only of names in Cyrillic: an English or German `s` may well belong to the name.
 */
export function nominatives(name: string, { nameEndings }: Vocabulary): string[] {
  const words = name.trim().split(/\s+/);
  if (words.length > mostWords || !/^[\p{Script=Cyrillic}\s'’ʼ-]+$/u.test(name)) return [];
  const forms = words.map(word => [...nominativesOf(word, nameEndings), word]);
  let names = [''];
  for (const choices of forms)
    names = choices.flatMap(word => names.map(start => `${start} ${word}`.trim())).slice(0, mostNames);
  return names.filter(each => each !== words.join(' '));
}

function nominativesOf(word: string, endings: Vocabulary['nameEndings']): string[] {
  const found: string[] = [];
  for (let length = Math.min(5, word.length - shortestStem); length > 0; length -= 1)
    for (const nominative of endings.get(word.slice(-length).toLowerCase()) ?? [])
      found.push(word.slice(0, -length) + nominative);
  return found;
}
