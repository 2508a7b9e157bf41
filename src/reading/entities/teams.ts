import { isGivenName } from '../../names/gender.ts';
import { isListedSurname } from '../../names/surname.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  inSentence,
  isNamePart,
  isOpenName,
  isTaken,
  lowerText,
  runEnd,
  runStart,
} from './mentions/entity.ts';
import { senses } from './mentions/word-senses.ts';

/**
 * Teams are organizations under the names of places. The rules apply only to articles with scores; a team of a
 * country counts as the country.
 */
export const teamRules: EntityRule[] = [
  { name: 'nickname', find: nicknames },
  { name: 'club', find: clubs },
  { name: 'score', find: scoreRows },
  { name: 'opponent', find: opponents },
];

function team(from: number, to: number, rule: string): EntityMention {
  return { type: 'organization', from, to, kind: 'team', rule, isStrong: true };
}

function isLand(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const name = lowerText(words, from, to);
  return index.countries.has(name) || index.demonyms.has(name);
}

/** `San Diego Padres`, and in articles with scores `the Padres`. */
function nicknames(context: EntityContext): EntityMention[] {
  const { words, index, hasScores, taken, capitals, sensesAt } = context;
  const found: EntityMention[] = [];
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.nickname) || !isOpenName(context, at)) continue;
    const word = words[at]!;
    const next = inSentence(words, at + 1, word.sentence);
    if (isNamePart(next) && next.spacedBefore) continue;
    const from = runStart(words, at + 1);
    const place = lowerText(words, from, at);
    // `Victoria Coates` is someone, unless she has an article.
    const isName =
      at === from + 1 &&
      isGivenName(words[from]!.text, index) &&
      isListedSurname(word.text, index) &&
      words[from - 1]?.lower !== 'the';
    const isOfPlace =
      at > from &&
      !isName &&
      !index.demonyms.has(place) &&
      (index.places.has(place) || index.towns.has(place));
    const isAlone =
      hasScores && from === at && words[from - 1]?.lower === 'the' && !index.countries.has(word.lower);
    if ((isOfPlace || isAlone) && !isTaken(taken, from, at + 1)) found.push(team(from, at + 1, 'nickname'));
  }
  return found;
}

const clubPrefix =
  /^(?:fc|sc|ac|as|cska|sporting|real|inter|borussia|bayer|dynamo|dinamo|spartak|lokomotiv|atletico|racing|deportivo|olympique|hapoel|maccabi|beitar|fk|nk|rc|vfb|vfl|psv)$/;

/** `Real Madrid`, `FC Porto`. */
function clubs({ words, index, hasScores, taken }: EntityContext): EntityMention[] {
  if (!hasScores) return [];
  return words.flatMap((word, at) => {
    if (!clubPrefix.test(word.lower) || !word.isCapitalized || taken[at]) return [];
    const to = Math.min(runEnd(words, at), at + 3);
    return to - at >= 2 && !isTaken(taken, at, to) && !index.offices.has(words[at + 1]!.lower)
      ? [team(at, to, 'club')]
      : [];
  });
}

/** `Ulsan 2 Anyang 0`, `Ulsan 1 0 2 8 9 3`: rows of results and of a table of standings. */
function scoreRows(context: EntityContext): EntityMention[] {
  if (!context.hasScores) return [];
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isNamePart(words[at]) || taken[at]) continue;
    const to = runEnd(words, at);
    const { sentence } = words[at]!;
    const figures = figuresAfter(words, to, sentence);
    const before = inSentence(words, at - 1, sentence);
    const beginsRow = !before || /^[\d:;,.)-]+$/.test(before.text);
    const isPair =
      figures === 1 && (isScoredName(words, to + 1, sentence) || isScoredBefore(words, at, sentence));
    const isTeam =
      to - at <= 3 && ((beginsRow && (figures >= 3 || isPair)) || isInnings(words, to, sentence));
    if (isTeam && !isTaken(taken, at, to) && !isLand(words, at, to, index)) found.push(team(at, to, 'score'));
    at = to - 1;
  }
  return found;
}

/** `Norwich 259 and 207`, `Norwich 108-3`: what a cricket team has made. */
function isInnings(words: Word[], at: number, sentence: number): boolean {
  const near = (other: number) => inSentence(words, other, sentence)?.text ?? '';
  if (/^\d{2,3}-\d(?:dec)?$/.test(near(at))) return /^(?:|[.,;(])$/.test(near(at + 1));
  return (
    /^\d{2,3}(?:-\d)?$/.test(near(at)) && near(at + 1) === 'and' && /^\d{1,3}(?:-\d)?$/.test(near(at + 2))
  );
}

function figuresAfter(words: Word[], at: number, sentence: number): number {
  let count = 0;
  while (/^[\d./-]+$/.test(inSentence(words, at + count, sentence)?.text ?? '')) count++;
  return count;
}

/** Whether another name with a figure begins at `at`. */
function isScoredName(words: Word[], at: number, sentence: number): boolean {
  if (!isNamePart(inSentence(words, at, sentence))) return false;
  const to = runEnd(words, at);
  return to - at <= 3 && /^\d{1,3}$/.test(inSentence(words, to, sentence)?.text ?? '');
}

/** Whether a name with a figure ends before `at`. */
function isScoredBefore(words: Word[], at: number, sentence: number): boolean {
  return (
    /^\d{1,3}$/.test(inSentence(words, at - 1, sentence)?.text ?? '') &&
    isNamePart(inSentence(words, at - 2, sentence))
  );
}

const beats =
  /^(?:beat|beats|defeated|defeats|thrashed|blanked|edged|crushed|routed|downed|trounced|hammered|v)$/;
const results = /^(?:victory|win|match|defeat|game|draw|triumph|loss|semifinal|final|clash)$/;
const players =
  /^(?:striker|forward|midfielder|defender|goalkeeper|captain|coach|manager|batsman|bowler|all-rounder|opener|seamer|spinner|paceman|wicketkeeper|playmaker|winger|fullback|pitcher|outfielder|shortstop|quarterback|fans|supporters)$/;

/** `Essex beat Kent`, `their match against Yorkshire`, `Norwich striker Keith Holm`: towns that play. */
function opponents(context: EntityContext): EntityMention[] {
  if (!context.hasScores) return [];
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!isNamePart(word) || taken[at]) continue;
    const to = runEnd(words, at);
    const name = lowerText(words, at, to);
    const isTown = index.places.has(name) || index.towns.has(name);
    const isPlaying = isTown ? plays(words, at, to) : to - at <= 3 && playsClub(words, at, to);
    if (isPlaying && !isLand(words, at, to, index) && !isTaken(taken, at, to))
      found.push(team(at, to, 'opponent'));
    at = to - 1;
  }
  return found;
}

function plays(words: Word[], from: number, to: number): boolean {
  const near = (at: number) => inSentence(words, at, words[from]!.sentence)?.lower ?? '';
  if (/^(?:in|at|near|from)$/.test(near(from - 1))) return false;
  if (/^(?:rivals|hopefuls|strugglers|champions|leaders)$/.test(near(from - 1))) return true;
  if (beats.test(near(to)) || beats.test(near(from - 1)) || players.test(near(to))) return true;
  return /^(?:over|against|with|to)$/.test(near(from - 1)) && results.test(near(from - 2));
}

/** `Almirante Braga beat Deportivo Sandal`, `Unia drew with Lindley Rovers`: whatever plays a club is one. */
function playsClub(words: Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence)?.lower ?? '';
  const isLong = /^(?:lost|drew)$/.test(near(to)) && /^(?:to|with)$/.test(near(to + 1));
  if (isLong || beats.test(near(to))) return isClub(words, isLong ? to + 2 : to + 1);
  const end = beats.test(near(from - 1))
    ? from - 1
    : /^(?:lost to|drew with)$/.test(`${near(from - 2)} ${near(from - 1)}`)
      ? from - 2
      : from;
  return end < from && isClub(words, runStart(words, end));
}

/** Whether a run of names has a word at its beginning or end that only clubs have. */
function isClub(words: Word[], at: number): boolean {
  if (!isNamePart(words[at])) return false;
  const last = words[runEnd(words, at) - 1]!.lower;
  return runEnd(words, at) - at > 1 && (clubPrefix.test(words[at]!.lower) || clubEnd.test(last));
}

const clubEnd = /^(?:fc|afc|united|rovers|wanderers|athletic|albion|rangers)$/;
