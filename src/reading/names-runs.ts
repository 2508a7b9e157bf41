import type { NameIndex } from './names-knowledge.ts';
import { foldName } from './names-spelling.ts';
import type { Word } from './words.ts';

/** Words next to each other that may make a name; `to` is exclusive. */
export type Run = { from: number; to: number };

const particles = new Set(
  'de da do dos das del della di du la le van von der den ter ten zu bin bint ibn al el ul y'.split(' '),
);
const days =
  /^(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|july|august|september|october|november|december)$/;
const weekday = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** The runs of capitalised words, with the particles between them, that end at marks and at `'s`. */
export function nameRuns(words: Word[], index: NameIndex): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const goesOn =
      from >= 0 &&
      !!word &&
      word.sentence === words[at - 1]!.sentence &&
      (word.spaced || endsInStop(words[at - 1]!)) &&
      (isNameWord(word, index) || isParticleBefore(words, at));
    if (goesOn) continue;
    if (from >= 0) runs.push({ from, to: at });
    from = word && (isNameWord(word, index) || beginsName(words, at)) && word.text !== '.' ? at : -1;
  }
  return runs
    .flatMap(run => partedAtVerbs(run, words, index))
    .map(run => trimmed(run, words))
    .filter(run => run.to > run.from);
}

function isNameWord(word: Word, index: NameIndex): boolean {
  if (
    !word.capital &&
    (word.text === word.lower || !/^(al|el|ul|an|as|ash|az|ad|at|d)['’-]\p{Lu}/u.test(word.text))
  )
    return false;
  if (!/\p{L}/u.test(word.text) || /^I$|^I['’]/.test(word.text)) return false;
  if (/^(Mr|Mrs|Ms|Dr)$/.test(word.text)) return true;
  if (word.first && index.common.has(word.lower)) {
    return isGiven(word.text, index) || index.offices.has(word.lower) || index.modifiers.has(word.lower);
  }
  return !/^(the|a|an|and|but|or|of|in|on|at|to|for|from|by|with|he|she|it|we|they|this|that|these|those|his|her|their|its|our|my|your|if|when|while|as|what|who|why|how|so|not|no|yes|there|here|then|also|after|before|according|asked|one|i'm)$/.test(
    word.lower,
  );
}

/** `United Nations` at the beginning of a sentence: an everyday word that is part of a name by its neighbour. */
function beginsName(words: Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  return (
    word.capital &&
    word.pos === 'PROPN' &&
    /\p{L}{3}/u.test(word.text) &&
    !!next?.capital &&
    next.sentence === word.sentence &&
    next.spaced &&
    next.pos === 'PROPN'
  );
}

/** Whether a word is a given name, of a woman or a man. */
export function isGiven(text: string, index: NameIndex): boolean {
  const folded = foldName(text);
  if (index.female.has(folded) || index.male.has(folded)) return true;
  const [first, ...more] = folded.split('-');
  return more.length > 0 && (index.female.has(first!) || index.male.has(first!));
}

function endsInStop(word: Word): boolean {
  return /^\p{L}{1,4}\.$/u.test(word.text) || /^(\p{Lu}\.)+$/u.test(word.text);
}

function isParticleBefore(words: Word[], at: number): boolean {
  for (let next = at; next < at + 3; next++) {
    const word = words[next];
    if (!word || word.sentence !== words[at]!.sentence) return false;
    if (word.capital) return next > at;
    if (!particles.has(word.lower)) return false;
  }
  return false;
}

/** In a heading's capitals the verb stands inside the run: `Miller Says Brown …`. */
function partedAtVerbs(run: Run, words: Word[], index: NameIndex): Run[] {
  const parts: Run[] = [];
  let { from } = run;
  for (let at = run.from; at < run.to; at++) {
    const { lower } = words[at]!;
    const isVerb =
      index.speech.has(lower) &&
      /(s|ed)$/.test(lower) &&
      !index.surnames.has(lower) &&
      !isGiven(lower, index);
    if (!isVerb && !/-(based|born|area|turned|backed|led)$/.test(lower)) continue;
    parts.push({ from, to: at });
    from = at + 1;
  }
  return [...parts, { from, to: run.to }];
}

/** Days of the week and months beside a name are no part of it. */
function trimmed(run: Run, words: Word[]): Run {
  let { from, to } = run;
  while (to > from && days.test(words[to - 1]!.lower)) to--;
  while (from < to && weekday.test(words[from]!.lower)) from++;
  return { from, to };
}
