import type { PersonName } from '../../names/name.ts';
import { nearlySame } from '../../names/spelling.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';

/** Whether the article says of two names that their bearers are relatives or names them in one breath: they are two people. */
export type Relatives = (a: PersonName, b: PersonName) => boolean;

type Named = { start: number; end: number; sentence: number; texts: string[]; titled: boolean };

const kin =
  'son|daughter|father|mother|brother|sister|wife|husband|widow|widower|nephew|niece|uncle|aunt|cousin|grandson|granddaughter|grandfather|grandmother|twin';
/** `X is the eldest son of Y`, `X, a brother of Y`. */
const kinOf = new RegExp(
  `^(?:, [^,;.]{1,40},|,)? ?(?:is|was)? ?(?:the|a|an)? ?(?:[\\p{Ll}-]{2,12} ){0,2}(?:${kin}) of (?:the )?(?:[\\p{L}.'’-]{2,20} ){0,4}$`,
  'u',
);
/** `X's son Y`, `X’s brother, Y`. */
const kinPossessive = new RegExp(`^['’]s (?:[\\p{Ll}-]{2,12} ){0,2}(?:${kin}),? $`, 'u');
/** `X and his grandson Y`, `X; his son, Y`. */
const kinBeside = new RegExp(
  `^[,;]? ?(?:and |with )?(?:his|her|their) (?:[\\p{Ll}-]{2,12} ){0,2}(?:${kin}),? $`,
  'u',
);
const maxGap = 90;
/** `born in May to the late X and Y`, `the daughter of X` */
const ofParents =
  /\b(?:born\b[^.;:]{0,80} to|son of|daughter of) (?:the late )?(?:\p{Lu}[\p{L}'’-]{1,20} and )?$/u;
const longestBirth = 130;

/** The relatives that an article names next to each other. */
export function findRelatives(mentions: Named[], { input }: Document, index: NameIndex): Relatives {
  const pairs: [PersonName, PersonName][] = [];
  const ordered = mentions.toSorted((a, b) => a.start - b.start);
  const parents = parentsAmong(ordered, input, index);
  for (const [at, mention] of ordered.entries()) {
    const next = ordered[at + 1];
    if (!next || next.sentence !== mention.sentence || next.start - mention.end > maxGap) continue;
    const gap = input.slice(mention.end, next.start).replace(/\s+/g, ' ');
    const isKin = kinOf.test(gap) || kinPossessive.test(gap) || kinBeside.test(gap);
    // What is in brackets may be the name of the same person once more.
    if (!isKin && (!mayBeSpeltAlike(mention, next) || gap.includes('(') || gap.includes('known as')))
      continue;
    const [a, b] = [mention, next].map(({ texts }) => index.parseName(texts.join(' ')));
    if (!a || !b || joined(a) === joined(b)) continue;
    // `Jan Holm asked Jan Holme`, `Mr Holm and Mr Holme`: other pairs are not taken for one anyway.
    const isFull = a.given.length > 0 && b.given.length > 0;
    const areBeside = (isFull || (mention.titled && next.titled)) && a.surname !== b.surname;
    if (isKin || (areBeside && nearlySame(a.surname, b.surname))) pairs.push([a, b]);
  }
  // `James Edward Miller … the son of Edward Miller`
  const isParent = (a: PersonName, b: PersonName) =>
    parents.has(joined(a)) && !parents.has(joined(b)) && a.given[0] !== b.given[0];
  return (a, b) =>
    (parents.size > 0 && (isParent(a, b) || isParent(b, a))) ||
    pairs.some(
      ([x, y]) => (names(x, a) && names(y, b) && joined(a) !== joined(b)) || (names(y, a) && names(x, b)),
    );
}

/** The names, as one word each, of those who are said to be someone’s parents. */
function parentsAmong(mentions: Named[], input: string, index: NameIndex): Set<string> {
  const parents = new Set<string>();
  for (const { start, texts } of mentions) {
    if (texts.length < 2 || !/(?:to|of|late|and) $/.test(input.slice(Math.max(0, start - 5), start)))
      continue;
    const form = index.parseName(texts.join(' '));
    if (form && ofParents.test(input.slice(Math.max(0, start - longestBirth), start)))
      parents.add(joined(form));
  }
  return parents;
}

/** Whether the last words of two names begin alike. */
function mayBeSpeltAlike(a: Named, b: Named): boolean {
  return a.texts.at(-1)![0] === b.texts.at(-1)![0];
}

/** Whether a name that an article writes, perhaps by surname alone, is this one. */
function names(written: PersonName, name: PersonName): boolean {
  return joined(written) === joined(name) || (written.given.length === 0 && written.surname === name.surname);
}

function joined({ words }: PersonName): string {
  return words.join('');
}

/** `Her father, Barry, nodded`: a relative, even where others are called so. */
export function isOfKin({ start, titled }: { start: number; titled: boolean }, input: string): boolean {
  return !titled && kinBefore.test(input.slice(Math.max(0, start - longestKin), start));
}

const kinBefore =
  /(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|['’]s) (?:[\p{Ll}-]{2,12} )?(?:son|daughter|father|mother|brother|sister|wife|husband|uncle|aunt|nephew|niece|cousin),? $/u;
const longestKin = 40;
