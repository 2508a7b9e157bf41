import type { Reading } from '../../reading/model/reading.ts';
import { calendarWords } from '../../reading/text/calendar.ts';
import { stem } from '../../reading/text/stem.ts';
import { foldedWords } from '../text/fold.ts';
import { headingOf, sentencesOf } from '../text/sentences.ts';
import { isEveryday, isFrequent } from '../text/word-lists.ts';

/** News puts the point first; later words are background that other stories share. */
const wordsRead = 450;
/** How many words of the body are its lead, and how many of them may name who and where. */
const leadWords = 60;
const namedWords = 80;
/** What the best place of a word in an article counts. */
const placeWeights = { heading: 2, lead: 1.6, body: 1 };
/** Two reports of one event give the same figures, and few others do. */
const figureWeight = 2;
/** How many words of an article are compared. */
const longest = 90;

/**
 * The prior for word frequencies: as if the library held this many imagined articles, with an everyday word in one
 * of thirty and any other in one of three hundred. A small one lets the words that all of a small library's articles
 * share lose their weight soon.
 */
const imagined = 100;
const everydayShare = 1 / 30;
const otherShare = 1 / 300;

/** What an article is compared by: stems of its words, weighted by count and place, and those that name who and where. */
export type Profile = {
  terms: [stem: string, weight: number][];
  /** Stems of the names in the heading and the first sentences. */
  names: string[];
  /** Those of them that are in the heading. */
  heading: string[];
  /** Stems of the other informative words of the heading. */
  title: string[];
  /** Those of the names that name people, and those that name neither people nor organizations: mostly places. */
  people: string[];
  places: string[];
  /** Of the people there, as far as both are known, the stem of the surname and the folded given name. */
  fullNames: [surname: string, given: string][];
  /** The figures there, such as `2400` for "2,400"; no dates. */
  figures: string[];
};

/** Words with their weights, the heaviest first; the squares of the weights add up to 1. */
export type Vector = [word: string, weight: number][];

/** How many articles of the library contain a stem, and how many articles there are. */
export type Frequencies = { articles: number; articlesWith(stem: string): number };

/** By what an article is compared with others: its words, names, places and figures. Words are folded. */
export function profileOf(reading: Reading): Profile {
  const heading = foldedWords(headingOf(reading));
  const sentences =
    reading.sentences.length > 0 ? sentencesOf(reading).map(({ text }) => text) : [reading.text];
  const body = foldedWords(sentences.join(' ').slice(0, wordsRead * 12)).slice(0, wordsRead);
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  const note = (word: string, place: number) => {
    if (word.length < 3 || !isInformative(word)) return;
    const form = stem(word);
    counts.set(form, (counts.get(form) ?? 0) + 1);
    places.set(form, Math.max(places.get(form) ?? 0, place));
  };
  for (const word of heading) note(word, placeWeights.heading);
  for (const [at, word] of body.entries()) note(word, at < leadWords ? placeWeights.lead : placeWeights.body);
  const isName = nameTest(reading, sentences);
  const lead = [...heading, ...body.slice(0, namedWords)];
  const named = lead.filter(isName);
  const [people, organizations] = [wordsOf(reading.people), wordsOf(reading.organizations)];
  const stemsIn = (isMeant: (word: string) => boolean) => [...new Set(named.filter(isMeant).map(stem))];
  const figures = figuresIn(reading, sentences);
  return {
    terms: [
      ...[...counts].map(([form, count]): [string, number] => [
        form,
        (1 + Math.log(count)) * places.get(form)!,
      ]),
      ...figures.map((figure): [string, number] => [figure, figureWeight]),
    ],
    names: [...new Set(named.map(stem))],
    heading: [...new Set(heading.filter(isName).map(stem))],
    title: [
      ...new Set(heading.filter(word => word.length > 2 && isInformative(word) && !isName(word)).map(stem)),
    ],
    people: stemsIn(word => people.has(word)),
    places: stemsIn(word => !people.has(word) && !organizations.has(word)),
    fullNames: reading.people
      .map(({ name }) => foldedWords(name))
      .filter(words => words.length > 1 && named.includes(words.at(-1)!))
      .map(words => [stem(words.at(-1)!), words[0]!]),
    figures,
  };
}

/** The folded words by which people, organizations or places are mentioned. */
function wordsOf(entities: readonly { mentions: readonly { text: string }[] }[]): Set<string> {
  return new Set(entities.flatMap(({ mentions }) => mentions.flatMap(({ text }) => foldedWords(text))));
}

/** The figures of the heading and the lead: a number of one digit that is in no result, a year and what belongs to a date are none. */
function figuresIn(reading: Reading, sentences: string[]): string[] {
  const dated = new Set(reading.dates.flatMap(({ text }) => text.match(/\d+/g) ?? []));
  const lead = `${headingOf(reading)} ${sentences.join(' ').split(/\s+/, namedWords).join(' ')}`;
  const scores = (lead.match(score) ?? []).map(found => found.replace(/[^\d]/, '-'));
  const found = (lead.match(/\d[\d.,]*/g) ?? [])
    .map(figure => figure.replace(/[.,]$/, '').replace(/[.,](?=\d{3}(?!\d))/g, ''))
    .filter(figure => figure.length > 1 && !/^(?:19|20)\d\d$/.test(figure) && !dated.has(figure));
  return [...new Set([...scores, ...found])];
}

/** The result of a match or a vote: `3–1`. */
const score = /(?<![\d.,–-])\d{1,3}[–-]\d{1,3}(?![\d.,–-]?\d|-\p{L})/gu;

function isInformative(word: string): boolean {
  return !/^\d+$/.test(word) && !isFrequent(word) && !calendarWords.has(word);
}

/** Whether a folded word is a name in this article: the reader found it, or it is capitalized inside sentences only. */
function nameTest(
  { people, organizations, places }: Reading,
  sentences: string[],
): (word: string) => boolean {
  const named = wordsOf([...people, ...organizations, ...places]);
  const capitalized = new Set<string>();
  const lower = new Set<string>();
  // The first word of a sentence, and of a quotation inside it, is capitalized whatever it is.
  for (const sentence of sentences)
    for (const [, word = ''] of sentence.matchAll(/[\p{L}\p{N},;)’'-]\s+(?=(\p{L}[\p{L}\p{N}]*))/gu)) {
      const [folded] = foldedWords(word);
      if (folded !== undefined) (/^\p{Lu}/u.test(word) ? capitalized : lower).add(folded);
    }
  return word =>
    word.length > 1 &&
    isInformative(word) &&
    (named.has(word) || (capitalized.has(word) && !lower.has(word)));
}

/** Weights the terms of a profile by their rarity (TF-IDF). */
export function vectorOf({ terms }: Profile, frequencies: Frequencies): Vector {
  const weighed = terms.map(([form, weight]): [string, number] => [
    form,
    weight * rarityOf(form, frequencies),
  ]);
  weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const kept = weighed.slice(0, longest);
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
  return kept.map(([form, weight]) => [form, weight / length]);
}

/** The inverse document frequency of a stem, 0 or more. */
export function rarityOf(form: string, { articles, articlesWith }: Frequencies): number {
  const share = isEveryday(form) ? everydayShare : otherShare;
  return Math.max(0, Math.log((articles + imagined) / (articlesWith(form) + share * imagined)));
}

/** The cosine similarity of two articles' words, 0 to 1. */
export function cosineOfWords(a: ReadonlyMap<string, number>, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of b) sum += weight * (a.get(word) ?? 0);
  return sum;
}
