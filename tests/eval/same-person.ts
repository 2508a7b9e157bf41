/** Whether two names may be one person's, as `score.py` sees it. */

const title =
  /^(mr|mrs|ms|miss|dr|sen|rep|gov|gen|president|prime minister|secretary|senator|sir|lord|governor|minister)\.?\s+/;
const suffix = /,?\s+(jr|sr|ii|iii|iv)\.?$/;

function bare(name: string): string[] {
  let text = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^[ .,;:'"]+|[ .,;:'"]+$/g, '')
    .replace(/'s$/, '');
  while (title.test(text)) text = text.replace(title, '');
  return text.replace(suffix, '').split(' ').filter(Boolean);
}

/** @param isAmbiguous two people of the article bear the surname: then the surname is enough */
export function samePerson(one: string, other: string, isAmbiguous = false): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a.length === 0 || b.length === 0 || a.at(-1) !== b.at(-1)) return false;
  if (isAmbiguous || a.length === 1 || b.length === 1 || endsWith(a, b) || endsWith(b, a)) return true;
  const [x, y] = [a[0]!.replaceAll('.', ''), b[0]!.replaceAll('.', '')];
  return x.startsWith(y) || y.startsWith(x) || (x[0] === y[0] && (x.length <= 2 || y.length <= 2));
}

function endsWith(words: string[], end: string[]): boolean {
  return end.every((word, at) => word === words[words.length - end.length + at]);
}
