import { foldedWords } from './fold.ts';

const empty = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'to',
  'in',
  'at',
  'and',
  'on',
  'his',
  'her',
  'their',
  'its',
  'former',
  'then',
  'current',
  'new',
  'acting',
  'outgoing',
  'incoming',
  'ex',
  'affairs',
  'mr',
]);

/** A wording of a role by which the same wording is known again: case and articles do not count. */
export function roleKey(text: string): string {
  return foldedWords(text)
    .filter(word => word !== 'the' && word !== 'a' && word !== 'an')
    .join(' ');
}

/** Whether two wordings can be one office: nearly all the words of the shorter stand in the longer. */
export function rolesAgree(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const smaller = Math.min(x.size, y.size);
  if (smaller === 0) return false;
  return [...x].filter(stem => y.has(stem)).length / smaller >= 0.7;
}

/** First five letters: Russia and Russian, minister and ministry's are one. */
function stems(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => !empty.has(word))
      .map(word => (word === 'us' || word === 'american' || word === 'america' ? 'unite' : word.slice(0, 5))),
  );
}
