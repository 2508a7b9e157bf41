import { toLatin } from '../../names/fold.ts';
import { stemOnce } from '../../reading/text/stem.ts';
import { isEveryday, isFrequent } from './word-lists.ts';
import { grown, scanWords } from './word-scan.ts';

/** An everyday word says less about an event than a name. */
const everydayWeight = 0.4;
const shortest = 3;
/** With more words than this, all are forgotten and read again. */
const mostWords = 50_000;
/** Words by number. Each is compared letter by letter where it is in its text: a string is made of a new one only. */
export type ContentWords = {
  /** Puts the unit vector of a text behind what `stems` and `weights` hold already: each of its stems once. */
  appendUnitVector(text: string, stems: number[], weights: number[]): void;
  /** The stem of a number. */
  form(stem: number): string;
  /** How many stems there are: their numbers are below. */
  stems(): number;
};

let known: ReturnType<typeof createContentWords> | undefined;

/**
 * The content words that are known so far, those that say something about an event. Numbers hold within what one call
 * gives: a later call may start again.
 */
export function contentWords(): ContentWords {
  if (known === undefined || known.size() > mostWords) known = createContentWords();
  return known;
}

function createContentWords() {
  const forms: string[] = [];
  const stemNumbers = new Map<string, number>();
  /** Of each stem where it was put last. */
  const places: number[] = [];
  /** Of each word the number of its stem and what it weighs, 0 if it says nothing about an event. */
  const [stemOf, weightOf]: [number[], number[]] = [[], []];
  const spellings = createSpellings(word => {
    const weight = isFrequent(word) ? 0 : isEveryday(word) ? everydayWeight : 1;
    const form = stemOnce(word);
    const number = stemNumbers.get(form) ?? forms.length;
    if (number === forms.length) {
      stemNumbers.set(form, number);
      forms.push(form);
      places.push(-1);
    }
    stemOf.push(number);
    weightOf.push(weight);
  });
  const found: number[] = [];

  return {
    size: () => stemOf.length,
    form: (stem: number) => forms[stem]!,
    stems: () => forms.length,
    appendUnitVector(text: string, stems: number[], weights: number[]): void {
      const start = stems.length;
      found.length = 0;
      spellings.read(toLatin(text), found);
      for (const word of found) {
        const weight = weightOf[word]!;
        if (weight === 0) continue;
        const stem = stemOf[word]!;
        const place = places[stem]!;
        if (place >= start && place < stems.length && stems[place] === stem) weights[place] = weight;
        else {
          places[stem] = stems.length;
          stems.push(stem);
          weights.push(weight);
        }
      }
      let squares = 0;
      for (let at = start; at < weights.length; at += 1) squares += weights[at]! * weights[at]!;
      const norm = Math.sqrt(squares);
      for (let at = start; at < weights.length; at += 1) weights[at]! /= norm;
    },
  };
}

/**
 * Numbers words in the order in which they are first seen, by a hash table of their letters. What is a word is what
 * `foldedWords` gives; shorter ones are left out.
 * @param add is given each new word
 */
function createSpellings(add: (word: string) => void) {
  /** The letters of all words one after another; those of word w end at ends[w]. */
  let letters = new Uint8Array(1 << 14);
  const [ends, hashes]: [number[], number[]] = [[], []];
  /** By hash a word's number and one more, 0 if none has it; of two that want one place the second takes the next. */
  let slots = new Int32Array(1 << 12);

  const isAt = (word: number, length: number, current: Uint8Array): boolean => {
    const start = word === 0 ? 0 : ends[word - 1]!;
    if (ends[word]! - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (letters[start + at] !== current[at]) return false;
    return true;
  };
  const place = (hash: number, word: number) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = word + 1;
  };
  const added = (hash: number, length: number, current: Uint8Array): number => {
    const [word, start] = [ends.length, ends.at(-1) ?? 0];
    if (start + length > letters.length) letters = grown(letters, start + length);
    letters.set(current.subarray(0, length), start);
    ends.push(start + length);
    hashes.push(hash);
    if (2 * ends.length > slots.length) {
      slots = new Int32Array(2 * slots.length);
      hashes.forEach(place);
    } else place(hash, word);
    add(String.fromCharCode(...current.subarray(0, length)));
    return word;
  };
  const numberOf = (hash: number, length: number, current: Uint8Array): number => {
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const word = slots[slot]! - 1;
      if (word < 0) return added(hash, length, current);
      if (hashes[word] === hash && isAt(word, length, current)) return word;
    }
  };

  let numbers: number[] = [];
  const keep = (hash: number, length: number, current: Uint8Array) => {
    if (length >= shortest) numbers.push(numberOf(hash, length, current));
  };

  return {
    /** Puts the numbers of the words of an ASCII text into `into`. */
    read(text: string, into: number[]): void {
      numbers = into;
      scanWords(text, keep);
    },
  };
}
