import { contradict, figuresIn } from '../../library/text/figures.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { cosine, unitVector } from '../../library/text/likeness.ts';
import { isFrequent } from '../../library/text/word-lists.ts';
import { stem } from '../../reading/text/stem.ts';
import type { QuoteGroup } from '../quoted/quote-groups.ts';

/** Two dated quotes of one speaker that say different things of one subject, the earlier first. */
export type Change = [earlier: QuoteGroup, later: QuoteGroup];

/** Only so many of the newest quotes are compared. */
const quotesCompared = 200;
const mostShown = 3;
/** How many content words two quotes must share besides the one that is denied in one of them, and how alike (cosine) figures’ sentences are. */
const fewestShared = 1;
const figureLikeness = 0.45;

const negation =
  /^(?:not|no|never|neither|nor|cannot|wont|dont|doesnt|didnt|isnt|arent|wasnt|werent|cant|couldnt|wouldnt|shouldnt|hasnt|havent|hadnt|without)$/;
/** What is said under a condition contradicts nothing that is said under another. */
const condition =
  /^(?:if|unless|until|till|when|whenever|once|before|after|provided|whether|while|as|without|maybe|perhaps)$/;
const we = /^(?:i|we|us|our|my|me)$/;
const others = /^(?:they|he|she|you|them|their|his|her|your|it)$/;
/** How far a negation reaches, in words. */
const reach = 4;

/** Words that say the opposite of each other, as stems. */
const opposites = new Map<string, Set<string>>();
for (const line of [
  'support oppose',
  'back oppose',
  'favor oppose',
  'favour oppose',
  'accept reject',
  'accept refuse',
  'approve reject',
  'agree refuse',
  'agree disagree',
  'welcome condemn',
  'praise condemn',
  'allow ban',
  'permit ban',
  'legalize ban',
  'raise cut',
  'raise lower',
  'raise reduce',
  'increase cut',
  'increase reduce',
  'expand shrink',
  'open close',
  'reopen close',
  'stay leave',
  'remain leave',
  'join leave',
  'join quit',
  'remain quit',
  'stay resign',
  'start stop',
  'continue stop',
  'continue end',
  'begin end',
  'keep abolish',
  'keep scrap',
  'build scrap',
  'build demolish',
  'trust distrust',
  'guilty innocent',
  'possible impossible',
  'safe dangerous',
  'safe unsafe',
  'legal illegal',
  'fair unfair',
  'ready unready',
  'confirm deny',
  'admit deny',
  'win lose',
  'friend enemy',
  'ally enemy',
  'necessary unnecessary',
  'acceptable unacceptable',
  'succeed fail',
  'success failure',
]) {
  const [one, other] = line.split(' ').map(stem) as [string, string];
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    opposites.set(a, (opposites.get(a) ?? new Set()).add(b));
}

type Said = {
  group: QuoteGroup;
  day: string;
  /** Stems of content words in order, each with whether it is denied and whether the speaker’s own side does it. */
  words: { stem: string; denied: boolean; subject: 'we' | 'others' | null; next: string | null }[];
  stems: Set<string>;
};

/**
 * Finds quotes of one speaker, of two days, of which one denies what the other says, says the opposite, or gives
 * another figure for it. Quotes under a condition, questions and those of other people’s doings are left out.
 * @param groups newest first
 */
export function changesAmong(groups: readonly QuoteGroup[]): Change[] {
  const said = groups.slice(0, quotesCompared).flatMap(saidIn);
  const found: { change: Change; shared: number }[] = [];
  for (const [later, earlier] of comparable(said)) {
    if (earlier.day === later.day) continue;
    const shared = [...later.stems].filter(word => earlier.stems.has(word)).length;
    if (shared === 0 || !(isReversed(earlier, later) || isRecounted(earlier, later))) continue;
    const isInOrder = earlier.day < later.day;
    found.push({ change: isInOrder ? [earlier.group, later.group] : [later.group, earlier.group], shared });
  }
  const shown: Change[] = [];
  for (const { change } of found.toSorted((a, b) => b.shared - a.shared)) {
    const isNew = shown.every(other => !change.some(one => other.includes(one)));
    if (isNew && shown.length < mostShown) shown.push(change);
  }
  return shown;
}

/** Pairs of which one denies a word of the other or says its opposite, or which both have figures of one kind. */
function comparable(said: readonly Said[]): [later: Said, earlier: Said][] {
  const byKey = new Map<string, Set<number>>();
  const pairs = new Map<string, [Said, Said]>();
  const meet = (at: number, key: string) => {
    for (const other of byKey.get(key) ?? []) pairs.set(`${other} ${at}`, [said[other]!, said[at]!]);
  };
  for (const [at, { words, group }] of said.entries()) {
    const own = words.map(({ stem: word, denied }) => `${denied ? '-' : '+'}${word}`);
    const figures = figuresIn(group.quote.text).map(({ of }) => `#${of}`);
    for (const { stem: word, denied } of words) {
      meet(at, `${denied ? '+' : '-'}${word}`);
      for (const opposite of opposites.get(word) ?? []) meet(at, `${denied ? '-' : '+'}${opposite}`);
    }
    for (const figure of figures) meet(at, figure);
    for (const key of [...own, ...figures]) byKey.set(key, (byKey.get(key) ?? new Set()).add(at));
  }
  return [...pairs.values()];
}

function saidIn(group: QuoteGroup): Said[] {
  const { quote } = group;
  const day = quote.article.published;
  const all = foldedWords(quote.text);
  if (day === null || quote.text.slice(-3).includes('?') || all.some(word => condition.test(word))) return [];
  const words: Said['words'] = [];
  let denials: number[] = [];
  let subject: 'we' | 'others' | null = null;
  for (const [at, word] of all.entries()) {
    if (we.test(word)) subject = 'we';
    else if (others.test(word) && words.every(({ subject: known }) => known === null)) subject ??= 'others';
    if (word === 'but' || word === 'and') denials = [];
    if (negation.test(word)) {
      denials.push(at);
      continue;
    }
    if (word.length < 3 || (isFrequent(word) && !opposites.has(stem(word)))) continue;
    const inReach = denials.filter(place => at - place <= reach);
    words.push({ stem: stem(word), denied: inReach.length % 2 === 1, subject, next: null });
    // Only what comes first after it is denied.
    denials = [];
  }
  for (const [at, word] of words.entries()) word.next = words[at + 1]?.stem ?? null;
  return [{ group, day, words, stems: new Set(words.map(word => word.stem)) }];
}

/** Whether one denies what the other says, or says the opposite, of the same thing. */
function isReversed(a: Said, b: Said): boolean {
  return a.words.some(one =>
    b.words.some(other => {
      const isDenied = one.stem === other.stem && one.denied !== other.denied;
      const isOpposite = (opposites.get(one.stem)?.has(other.stem) ?? false) && one.denied === other.denied;
      if (!isDenied && !isOpposite) return false;
      const sameSide = one.subject === null || other.subject === null || one.subject === other.subject;
      const sameObject = one.next === other.next || one.next === null || other.next === null;
      const shared = [...a.stems].filter(
        word => b.stems.has(word) && word !== one.stem && word !== other.stem,
      ).length;
      return (
        sameSide &&
        sameObject &&
        shared >= (one.next === null || other.next === null ? fewestShared + 1 : fewestShared)
      );
    }),
  );
}

/** Whether they give different figures for the same thing. */
function isRecounted(a: Said, b: Said): boolean {
  const figures = figuresIn(a.group.quote.text).filter(({ isRough }) => !isRough);
  const others = figuresIn(b.group.quote.text).filter(({ isRough }) => !isRough);
  const isOther = figures.some(one => others.some(other => contradict(one, other)));
  const plain = (said: Said) => unitVector(said.group.quote.text.replace(/[\d.,%]+/g, ' '));
  return isOther && cosine(plain(a), plain(b)) >= figureLikeness;
}
