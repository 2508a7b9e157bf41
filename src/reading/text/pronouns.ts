/** The English pronouns in lower case: the one list of each class for all that reads or shows sentences. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const subjectPronouns = set('he she they it we i you');
/** Those that stand for several people who are not named. */
export const pluralPronouns = set('some many others most several few people');
export const thirdPersonObjects = set('him her them');
export const thirdPersonPossessives = set('his her their');
const demonstratives = set('this that these those');

const backward = new Set([
  ...'he she they it'.split(' '),
  ...thirdPersonPossessives,
  'its',
  ...demonstratives,
]);

/** Whether a text begins, after a quotation mark at most, with a pronoun that refers to something before it. */
export function beginsWithPronoun(text: string): boolean {
  const first = /^[“"]?(\p{L}+)/u.exec(text)?.[1];
  return first !== undefined && backward.has(first.toLowerCase());
}
