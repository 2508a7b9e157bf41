import type { StoredArticle } from '../../library/model/types.ts';
import { contradict, type Figure, figuresIn } from '../../library/text/figures.ts';
import { cosine, unitVector } from '../../library/text/likeness.ts';
import { sentencesOf } from '../../library/text/sentences.ts';
import { type Clause, clauseAt } from './clauses.ts';

/** A sentence of an article with one figure of it, one day or one place. */
export type Claim = { article: StoredArticle; start: number; end: number; text: string };

/**
 * Two sentences of a story that give different figures, days or places for the same thing. `later`: the second was
 * published on a later day, so that it is what was known by then.
 */
export type Difference = { kind: 'differ' | 'later'; claims: [Claim, Claim] };

/** Only this many leading sentences of an article are compared: the rest is background. */
const sentencesCompared = 30;
/** Days and places are compared in this many. */
const openingCompared = 8;
const mostShown = 3;
/** How alike (cosine of content words) two sentences must be to speak of the same thing: for tolls, for other figures … */
const tollLikeness = 0.22;
const figureLikeness = 0.35;
/** … and if all that differs is a day or a place. */
const sameLikeness = 0.7;
const fewestSharedWords = 5;

/** `owner`: whose share it is. `clause` is made when it is first compared. */
type OwnedFigure = Figure & { owner: string; clause: () => Clause };
type Sentence = Claim & {
  /** Content words; made when they are first compared. */
  words: () => Map<string, number>;
  figures: OwnedFigure[];
  /** Days, and towns and sites, that the sentence names; one with a mere month or year looks back. */
  days: Set<string>;
  places: Set<string>;
  claimant: Set<string>;
  /** The day for which it says something, if it names one: `police said on Monday`. */
  reportedOn: string | undefined;
  isPlanned: boolean;
};

/**
 * Where the articles of a story give different figures, days or places for the same thing: at most three pairs, real
 * differences before updates. Whatever may be true together isn’t a difference: `at least nine` and `14`, `about 300`
 * and `310`, the tolls of two events.
 */
export function differencesIn(articles: readonly StoredArticle[]): Difference[] {
  const sentences = articles.map(sentencesWithFacts);
  const found = new Map<string, Difference & { likeness: number }>();
  const note = (key: string, difference: Difference & { likeness: number }) => {
    const known = found.get(key);
    const isBetter =
      known === undefined ||
      (known.kind === difference.kind ? difference.likeness > known.likeness : difference.kind === 'differ');
    if (isBetter) found.set(key, difference);
  };
  for (const [a, b] of comparable(sentences)) {
    const likeness = cosine(a.words(), b.words());
    if (likeness < tollLikeness || a.text === b.text || a.isPlanned !== b.isPlanned) continue;
    for (const { key, kind } of differing(a, b, likeness))
      note(key, { kind, claims: inOrder(a, b), likeness });
  }
  return [...found.values()]
    .sort((a, b) => Number(a.kind === 'later') - Number(b.kind === 'later') || b.likeness - a.likeness)
    .filter(({ claims }, i, all) => !all.slice(0, i).some(other => other.claims[0].text === claims[0].text))
    .slice(0, mostShown)
    .map(({ kind, claims }) => ({ kind, claims }));
}

function sentencesWithFacts(article: StoredArticle): Sentence[] {
  const { reading, cast } = article;
  const within = (mention: { start: number; end: number }, start: number, end: number) =>
    mention.start >= start && mention.end <= end;
  return sentencesOf(reading)
    .slice(0, sentencesCompared)
    .map(({ start, end, text }): Sentence => {
      const people = reading.people.flatMap(person =>
        person.mentions
          .filter(mention => within(mention, start, end))
          .map(mention => ({ id: cast.get(person.id)?.id ?? person.name, at: text.indexOf(mention.text) })),
      );
      const places = reading.places.filter(
        ({ kind, mentions }) =>
          (kind === 'town' || kind === 'site') && mentions.some(mention => within(mention, start, end)),
      );
      const days = reading.dates.filter(({ value, ...span }) => value !== null && within(span, start, end));
      const figures = figuresIn(text).map(figure => {
        const before = people.filter(({ at }) => at >= 0 && at < figure.at).sort((a, b) => b.at - a.at);
        return {
          ...figure,
          owner: figure.of.startsWith('%') ? (before[0]?.id ?? '') : '',
          clause: once(() => clauseAt(text, figure.at)),
        };
      });
      return {
        ...{ article, start, end, text, figures },
        words: once(() => unitVector(text.replace(/[\d.,%]+/g, ' '))),
        days: new Set(days.map(({ value }) => value!)),
        places: new Set(places.map(({ key, name }) => key ?? name)),
        claimant: claimantOf(text),
        reportedOn: days.find(day => saidOn.test(text.slice(0, day.start - start)))?.value ?? undefined,
        isPlanned: reading.events.some(event => event.planned && event.start === start),
      };
    })
    .filter(({ days }) => [...days].every(day => day.length === 10))
    .filter(({ figures, days, places }) => figures.length + days.size + places.size > 0);
}

const reporting = /\b(?:said|says|reported|claimed|announced)\b/g;
const longestClaimant = 60;
const saidOn = /\b(?:said|says|reported|claimed|announced|confirmed)(?: (?:early|late))?(?: on)? $/i;

/** The words for whoever a sentence says it from: `according to the coast guard`, `…, the mayor said.` */
function claimantOf(text: string): Set<string> {
  const [, cited] = /\baccording to ([^,.;]{3,60})/i.exec(text) ?? [];
  if (cited !== undefined) return new Set(unitVector(cited).keys());
  const verb = [...text.matchAll(reporting)].at(-1);
  if (verb === undefined) return new Set();
  const before = text.slice(Math.max(0, verb.index - longestClaimant), verb.index);
  return new Set(unitVector(before.slice(before.lastIndexOf(',') + 1)).keys());
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Pairs of sentences of two articles that give a figure of the same kind, or that say early on when or where. */
function comparable(articles: readonly Sentence[][]): Set<[Sentence, Sentence]> {
  const byKey = new Map<string, { at: number; sentence: Sentence }[]>();
  for (const [at, sentences] of articles.entries())
    for (const [place, sentence] of sentences.entries()) {
      const keys = sentence.figures.map(keyOf);
      if (place < openingCompared && sentence.days.size + sentence.places.size > 0) keys.push('opening');
      for (const key of new Set(keys)) byKey.set(key, [...(byKey.get(key) ?? []), { at, sentence }]);
    }
  const pairs = new Set<[Sentence, Sentence]>();
  for (const same of byKey.values())
    for (const [i, one] of same.entries())
      for (const other of same.slice(i + 1))
        if (other.at !== one.at) pairs.add([one.sentence, other.sentence]);
  return pairs;
}

function keyOf({ of, owner }: OwnedFigure): string {
  return `${of} ${owner}`;
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some(each => b.has(each));
}

function differing(a: Sentence, b: Sentence, likeness: number): { key: string; kind: Difference['kind'] }[] {
  const isElsewhere = disjoint(a.places, b.places);
  const isAnotherDay = disjoint(a.days, b.days);
  if (isElsewhere || isAnotherDay) {
    const shared = [...a.words().keys()].filter(word => b.words().has(word)).length;
    // Another day and another figure: two events.
    const isRecounted = a.figures.some(one => b.figures.some(other => contradict(one, other)));
    const isSame = likeness >= sameLikeness && shared >= fewestSharedWords && !isRecounted;
    const single = isElsewhere ? a.places.size + b.places.size : a.days.size + b.days.size;
    // Another day’s sentence may be on another event; only what is else word for word the same differs in it.
    return isSame && single === 2 && sameDay(a, b)
      ? [{ key: isElsewhere ? 'place' : 'day', kind: 'differ' }]
      : [];
  }
  return a.figures.flatMap(one => {
    const key = keyOf(one);
    const [other, ...more] = b.figures.filter(figure => keyOf(figure) === key);
    // With two of a kind in one sentence it isn’t clear which is meant.
    const isOnly = more.length === 0 && a.figures.filter(figure => keyOf(figure) === key).length === 1;
    if (other === undefined || !isOnly) return [];
    const kind = kindOf(a, one, b, other);
    const isEnough = likeness >= (one.isToll || one.owner !== '' ? tollLikeness : figureLikeness);
    return kind !== null && isEnough ? [{ key, kind }] : [];
  });
}

/** Whether two figures of one thing differ, or one of them came later. */
function kindOf(a: Sentence, one: OwnedFigure, b: Sentence, other: OwnedFigure): Difference['kind'] | null {
  if (one.clause().isForeseen !== other.clause().isForeseen) return null;
  // Tolls of two events have nothing else in common.
  if (one.isToll && disjoint(one.clause().words, other.clause().words)) return null;
  if (sameDay(a, b)) return contradict(one, other) && !one.isRough && !other.isRough ? 'differ' : null;
  const isDisputed = disjoint(a.claimant, b.claimant);
  if (!one.isToll && isDisputed && contradict(one, other) && !one.isRough && !other.isRough) return 'differ';
  const isFirst = dayOf(a) < dayOf(b);
  const [earlier, later] = isFirst ? [one, other] : [other, one];
  // What was said before the other report came out is no update of it.
  const [before, { reportedOn = '9' }] = isFirst ? [a, b] : [b, a];
  return one.isToll && later.low > earlier.low && reportedOn >= dayOf(before) ? 'later' : null;
}

function sameDay(a: Claim, b: Claim): boolean {
  return dayOf(a) === dayOf(b);
}

function dayOf({ article }: Claim): string {
  return article.published ?? '';
}

function inOrder(a: Sentence, b: Sentence): [Claim, Claim] {
  return dayOf(a) <= dayOf(b) ? [a, b] : [b, a];
}
