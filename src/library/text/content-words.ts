import { toLatin } from '../../names/fold.ts';
import { stemOnce } from '../../reading/text/stem.ts';
import { isEveryday, isFrequent } from './word-lists.ts';

/** An everyday word says less about an event than a name. */
const everydayWeight = 0.4;
const shortest = 3;
/** With more words than this, all are forgotten and read again. */
const mostWords = 50_000;
/** An apostrophe. */
const dropped = 1;

/** What a code of ASCII is in a word: the code of the letter, small, or of the digit; `dropped`; or 0, where a word ends. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) => {
  const [letter = ''] = /[a-z0-9]/.exec(String.fromCharCode(code).toLowerCase()) ?? [];
  return letter.charCodeAt(0) || (code === 0x27 || code === 0x60 ? dropped : 0);
});
const possessive = 's'.charCodeAt(0);
const underscore = '_'.charCodeAt(0);

/** Words by number. Each is compared letter by letter where it is in its text: a string is made of a new one only. */
export type ContentWords = {
  /** Puts the unit vector of a text behind what `stems` and `weights` hold already: each of its stems once. */
  appendUnitVector(text: string, stems: number[], weights: number[]): void;
  /** The stem of a number. */
  form(stem: number): string;
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
  /** The letters of the word that is being read. */
  let current = new Uint8Array(1 << 10);

  const isAt = (word: number, length: number): boolean => {
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
  const added = (hash: number, length: number): number => {
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
  const numberOf = (hash: number, length: number): number => {
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const word = slots[slot]! - 1;
      if (word < 0) return added(hash, length);
      if (hashes[word] === hash && isAt(word, length)) return word;
    }
  };

  return {
    /** Puts the numbers of the words of an ASCII text into `into`. */
    read(text: string, into: number[]): void {
      if (text.length > current.length) current = grown(current, text.length);
      const word = current;
      let [hash, length] = [0, 0];
      for (let at = 0; at <= text.length; at += 1) {
        const letter = letterAt(text, at);
        if (letter > dropped) {
          word[length] = letter;
          length += 1;
          // FNV-1a.
          hash = Math.imul(hash ^ letter, 0x01000193);
        } else if (letter === dropped) {
          if (letterAt(text, at + 1) === possessive && endsWord(text, at + 2)) at += 1;
        } else if (length > 0) {
          if (length >= shortest) into.push(numberOf(hash, length));
          hash = 0;
          length = 0;
        }
      }
    },
  };
}

/** What `inWord` says of the code at a place, 0 beyond the end. */
function letterAt(text: string, at: number): number {
  return at < text.length ? inWord[text.charCodeAt(at)]! : 0;
}

/** As `\b` does after a letter. */
function endsWord(text: string, at: number): boolean {
  return letterAt(text, at) <= dropped && text.charCodeAt(at) !== underscore;
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(2 * bytes.length, least));
  more.set(bytes);
  return more;
}
