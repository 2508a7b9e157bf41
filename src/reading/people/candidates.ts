import { isGivenName } from '../../names/gender.ts';
import { isListedName } from '../../names/surname.ts';
import { innerParticles, particles, patronymicMarkers } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isUnambiguousDateOrShort, weekdays } from '../text/calendar.ts';
import { isCompoundAdjective, isPrefixed } from '../tokens/name-part.ts';
import { isNickname } from '../tokens/nicknames.ts';
import type { Word } from '../tokens/words.ts';
import { isVietnamese } from './before-name.ts';

/** Words next to each other that may make a name; `to` is exclusive. */
export type NameCandidate = { from: number; to: number };

/** The runs of capitalised words, with the particles between them, that end at marks and at `'s`. */
export function nameCandidates(words: Word[], index: NameIndex): NameCandidate[] {
  const runs: NameCandidate[] = [];
  let from = -1;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    if (from < 0 && word && !mayBeginName(words, at)) continue;
    const goesOn =
      from >= 0 &&
      !!word &&
      word.sentence === words[at - 1]!.sentence &&
      (word.spacedBefore ||
        endsInStop(words[at - 1]!) ||
        isPartedApostrophe(words, at) ||
        isGluedSurname(words, at, index)) &&
      (isNameWord(word, index) ||
        isParticleBefore(words, at) ||
        isPatronymicMarker(words, at) ||
        isPartedApostrophe(words, at) ||
        isFirstOfName(words, at, index));
    if (goesOn || (from >= 0 && isNickname(words, at, isParticleBefore, index))) continue;
    if (from >= 0) runs.push({ from, to: at });
    const begins =
      word &&
      (isNameWord(word, index) ||
        beginsName(words, at) ||
        isVietnamese(words, at, index) ||
        isLeadingParticle(words, at) ||
        opensWithParticles(words, at));
    from = begins && word.text !== '.' ? at : -1;
  }
  return runs
    .flatMap(run => splitAtVerbs(run, words, index))
    .map(run => trimmed(run, words))
    .filter(run => run.to > run.from);
}

/** Whether a name may begin at a word: most are in lower case, and the words after them too. */
function mayBeginName(words: Word[], at: number): boolean {
  const word = words[at]!;
  if (word.isCapitalized || words[at + 1]?.isCapitalized || words[at + 2]?.isCapitalized) return true;
  return word.text !== word.lower && smallArticle.test(word.text);
}

const leadingParticles = new Set(
  "'t ‘t de da dos van von der den ten ter al el bin di du del della zu af".split(' '),
);

/** `said de la Cruz`, `ten Brink agreed`: a surname that begins in lower case. */
function isLeadingParticle(words: Word[], at: number): boolean {
  return !words[at]!.isCapitalized && leadingParticles.has(words[at]!.lower) && isParticleBefore(words, at);
}

/** `Van der Berg`, `Van ’t Veer` at the beginning of a sentence. */
function opensWithParticles(words: Word[], at: number): boolean {
  const { isCapitalized, lower } = words[at]!;
  const next = words[at + 1];
  return (
    isCapitalized && particles.has(lower) && next?.isCapitalized === false && isParticleBefore(words, at + 1)
  );
}

/** `Vusal Said oglu`: the marker follows the father's name. */
function isPatronymicMarker(words: Word[], at: number): boolean {
  return patronymicMarkers.has(words[at]!.lower) && words[at - 1]!.isCapitalized;
}

/** `O' Brien`, `d' Angelo`, `'tHart`: the apostrophe of a surname whose spaces are lost or too many, or what it belongs to. */
function isPartedApostrophe(words: Word[], at: number): boolean {
  const [before, word, next, behind] = [words[at - 1]!, words[at]!, words[at + 1], words[at + 2]];
  if (next?.sentence !== word.sentence) return false;
  if (word.text === 'd')
    return isApostrophe(next) && !next.spacedBefore && behind?.isCapitalized === true && behind.spacedBefore;
  if (isApostrophe(before)) return gluedArticle.test(word.text);
  if (!isApostrophe(word)) return false;
  if (gluedArticle.test(next.text)) return word.spacedBefore && !next.spacedBefore;
  return !word.spacedBefore && /^[ODd]$/.test(before.text) && next.isCapitalized && next.spacedBefore;
}

const isApostrophe = ({ text }: Word) => text === "'" || text === '’' || text === '‘';
/** `tHart` of `’t Hart`. */
const gluedArticle = /^t\p{Lu}\p{Ll}{2}/u;

/** `AnnaMiller`, of an article that has `Miller` too. */
function isGluedSurname(words: Word[], at: number, index: NameIndex): boolean {
  const { runTogether, isCapitalized } = words[at]!;
  return runTogether && isCapitalized && isGivenName(words[at - 1]!.text, index);
}

/** `King Charles I`, but `Charles, I think`: the first of a name has a title, or the name ends there. */
function isFirstOfName(words: Word[], at: number, index: NameIndex): boolean {
  const [name, next] = [words[at - 1]!, words[at + 1]];
  if (words[at]!.text !== 'I' || !isGivenName(name.text, index)) return false;
  return index.honorifics.has(words[at - 2]?.lower ?? '') || /^[.,;)]$/.test(next?.text ?? '.');
}

/** What is in no name though it has a capital. */
const nameless = new Set(
  (
    'the a an and but or of in on at to for from by with he she it we they this that these those his her their its our ' +
    "my your if when while as what who why how so not no yes there here then also after before according asked one i'm"
  ).split(' '),
);

/** Adverbs and the like that begin a sentence, some of them given names somewhere. */
const openers = new Set(
  'even only once never still just perhaps maybe like unlike despite except nor yet soon now today instead thus both either'.split(
    ' ',
  ),
);

/** `al-Masri`, `d'Angelo`, the `hEidhin` of `Ó hEidhin`: a name of one word that begins in lower case. */
const smallArticle = /^(?:(?:al|el|ul|an|as|ash|az|ad|at|d|a)['’-]|['’‘]?t|h)\p{Lu}/u;

/** `I`, `I'm` */
const firstPerson = /^I(?:$|['’])/;
const addresses: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr']);

/** Family names of so many letters are words like `he`, `so` and `an`. */
const shortestFamily = 3;

function isNameWord(word: Word, index: NameIndex): boolean {
  if (!word.isCapitalized && (word.text === word.lower || !smallArticle.test(word.text))) return false;
  if (word.text.startsWith('I') && firstPerson.test(word.text)) return false;
  if (addresses.has(word.lower)) return true;
  if (isPrefixed(word) || (isCompoundAdjective(word.text) && !/-year-old$/.test(word.text))) return false;
  if (word.isSentenceStart && (openers.has(word.lower) || isAdverb(word, index))) return false;
  if (word.isSentenceStart && index.common.has(word.lower)) {
    return (
      isGivenName(word.text, index) ||
      (index.familyFirst.has(word.lower) && word.lower.length > shortestFamily) ||
      isPost(word, index)
    );
  }
  return !nameless.has(word.lower);
}

/** An office, or a word that goes with one: `deputy`, `county`. */
function isPost({ lower }: Word, { offices, modifiers }: NameIndex): boolean {
  return offices.has(lower) || modifiers.has(lower);
}

/** `Interestingly Miller agreed`: no part of a name; `Kelly` is tagged as an adverb too. */
function isAdverb({ pos, lower, text }: Word, index: NameIndex): boolean {
  return pos === 'ADV' && lower.endsWith('ly') && !isGivenName(text, index);
}

/** `United Nations` at the beginning of a sentence: an everyday word that is part of a name by its neighbour. */
function beginsName(words: Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  return (
    word.isCapitalized &&
    word.pos === 'PROPN' &&
    (/\p{L}{3}/u.test(word.text) || particles.has(word.lower)) &&
    !isCompoundAdjective(word.text) &&
    !isPrefixed(word) &&
    !!next?.isCapitalized &&
    next.sentence === word.sentence &&
    next.spacedBefore &&
    next.pos === 'PROPN'
  );
}

function endsInStop(word: Word): boolean {
  return /^\p{L}{1,4}\.$/u.test(word.text) || /^(\p{Lu}\.)+$/u.test(word.text);
}

/** `von und zu Hohenfels` */
const mostParticles = 3;

function isParticleBefore(words: Word[], at: number): boolean {
  for (let next = at; next <= at + mostParticles; next++) {
    const word = words[next];
    if (!word || word.sentence !== words[at]!.sentence) return false;
    if (word.isCapitalized) return next > at;
    if (isApostrophe(word) && gluedArticle.test(words[next + 1]?.text ?? '')) return next > at;
    if (word.text === 'in' && isApostropheArticle(words[next + 1])) continue;
    if (!particles.has(word.lower) && !(next > 0 && innerParticles.has(word.lower))) return false;
  }
  return false;
}

/** `in ’t Veld` */
function isApostropheArticle(word: Word | undefined): boolean {
  return word?.lower === "'t" || word?.lower === '‘t';
}

/** In a heading's capitals the verb is inside the run: `Miller Says Brown …`; an office parts whose it is from who holds it. */
function splitAtVerbs(run: NameCandidate, words: Word[], index: NameIndex): NameCandidate[] {
  let parts: NameCandidate[] | null = null;
  let { from } = run;
  for (let at = run.from; at < run.to; at++) {
    const isReporting = isReportingVerb(words[at]!, index);
    const isVerb = isReporting ? !isSurnameByUse(words, at, run, index) : isOfSentence(words, at, run, index);
    if (!isVerb && !isOfficeBeforeName(words, at, run, index)) continue;
    parts ??= [];
    if (isReporting || endsInName(words, { from, to: at }, isVerb, index)) parts.push({ from, to: at });
    from = isVerb ? at + 1 : at;
  }
  return parts === null ? [run] : [...parts, { from, to: run.to }];
}

/** `Miller`, not the `Clark County` or `Miller Deputy Policy` of an office: what is left of a run may be a name by its last word. */
function endsInName(words: Word[], { from, to }: NameCandidate, isVerb: boolean, index: NameIndex): boolean {
  const isGivenBefore = isVerb && to - from > 1 && isGivenName(words[to - 2]!.text, index);
  const isName = isGivenBefore || isListedName(words[to - 1]!.text, index);
  return isName && !words.slice(from, to).some(word => isPost(word, index));
}

function isReportingVerb({ lower }: Word, index: NameIndex): boolean {
  const isForm = lower.endsWith('s') || lower.endsWith('ed');
  return isForm && index.speech.has(lower) && !isListedName(lower, index);
}

/** `Ruth Miller Joins Growing List`, `MILLER IS FEELING …`, `Ruth Miller Beats Owen Brown`: an everyday word that no name has inside. */
function isOfSentence(words: Word[], at: number, { from, to }: NameCandidate, index: NameIndex): boolean {
  if (at === from || at >= to - 1) return false;
  const { lower, pos } = words[at]!;
  if (!index.common.has(lower) || isListedName(lower, index)) return false;
  const isBetween =
    at > from + 1 &&
    at < to - 2 &&
    isGivenName(words[at - 2]!.text, index) &&
    isGivenName(words[at + 1]!.text, index);
  if (pos === 'AUX' || lower === 'than') return true;
  // `the Lilac Falls Motel`, `Judicial Watch President Brown`
  const isOfThing = /^\p{Ll}/u.test(words[from - 1]?.text ?? '') || index.offices.has(words[at + 1]!.lower);
  if (pos === 'VERB') return !isOfThing && !isGivenName(words[at - 1]!.text, index);
  return isBetween && !isPost(words[at]!, index);
}

/** `Clark County Sheriff Joe Brown`: an office with two words or more before it, and a full name behind it. */
function isOfficeBeforeName(words: Word[], at: number, run: NameCandidate, index: NameIndex): boolean {
  if (at < run.from + 2 || at > run.to - 3) return false;
  const { lower } = words[at]!;
  return index.offices.has(lower) && !isGivenName(lower, index) && isGivenName(words[at + 1]!.text, index);
}

/** `Fiona Hopes, who …`, `Fiona Hopes was …`: the last word of a run behind a given name, and the sentence goes on in lower case. */
function isSurnameByUse(words: Word[], at: number, { from, to }: NameCandidate, index: NameIndex): boolean {
  if (at !== to - 1 || at === from || !isGivenName(words[at - 1]!.text, index)) return false;
  const [next, behind] = [words[to], words[to + 1]];
  if (!next || behind?.sentence !== words[at]!.sentence) return false;
  return next.text === ',' ? !behind.isCapitalized : /^(VERB|AUX)$/.test(next.pos) && !next.isCapitalized;
}

/** Days of the week and months next to a name are not part of it. */
function trimmed(run: NameCandidate, words: Word[]): NameCandidate {
  let { from, to } = run;
  while (to > from && isUnambiguousDateOrShort(words[to - 1]!.lower)) to--;
  while (from < to && weekdays.has(words[from]!.lower)) from++;
  while (to > from && !words[to - 1]!.isCapitalized && particles.has(words[to - 1]!.lower)) to--;
  return { from, to };
}
