import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { SpanWithText } from '../model/reading.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import type { Mention } from './clusters.ts';
import { officeAt } from './names-parts.ts';

const longest = 14;

/** What the article calls somebody beside the name, each wording once, with offsets. */
export function rolesOf(
  mentions: Mention[],
  names: Names,
  document: Document,
  words: Word[],
  index: NameIndex,
): SpanWithText[] {
  const found = new Map<string, SpanWithText>();
  for (const mention of mentions) {
    const from = wordIndexAt(words, mention.start);
    const to = wordIndexAt(words, mention.end);
    for (const span of [
      roleBefore(words, from, names, index),
      roleAfter(words, behindBoth(words, to, names), names, index),
    ]) {
      if (!span) continue;
      const start = words[span.from]!.start;
      const end = words[span.to - 1]!.end;
      const text = document.input.slice(start, end);
      const key = text.replace(/\s+/g, ' ').toLowerCase();
      if (!found.has(key)) found.set(key, { start, end, text });
    }
  }
  return [...found.values()];
}

/** Where the names of people begin, by the index of the first word, each with where it ends, exclusive. */
export type Names = Map<number, number>;

type Range = { from: number; to: number };

/** `X and Y, leaders of …`: what both are stands behind the second. */
function behindBoth(words: Word[], to: number, names: Names): number {
  const end = words[to]?.lower === 'and' ? names.get(to + 1) : undefined;
  if (end === undefined || words[end]?.text !== ',') return to;
  const head = words.slice(end + 1, end + 4).find(word => /s$/.test(word.lower));
  return head ? end : to;
}

const mark = /^[,;:.!?“”"«»()–—-]$/;
/** What somebody is to somebody else tells nothing where it stands alone. */
const relation = /^(counterpart|colleague|ally|friend|rival|opponent|predecessor|successor)$/;
const link = /^(of|for|to|on|at|in|and|&)$/;

/** The office right before a name, or before a comma before it: `French Foreign Minister X`, `the bank's chief, X`. */
export function roleBefore(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const { sentence } = words[name]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  let to = name;
  while (
    inSentence(to - 1) &&
    index.honorifics.has(words[to - 1]!.lower) &&
    !index.offices.has(words[to - 1]!.lower)
  )
    to--;
  const isApart = inSentence(to - 1) && words[to - 1]!.text === ',';
  const behind = words[names.get(name) ?? name + 1];
  if (isApart && behind && inSentence(names.get(name) ?? name + 1) && !/^[,.;)–—]$/.test(behind.text))
    return null;
  if (isApart) to--;
  // `relatives of Miller, Brown and …` is a list.
  if (isApart && endsName(to - 1, names)) return null;
  // `the strategist for X` is somebody else.
  if (link.test(words[to - 1]?.lower ?? '')) return null;
  let from = to;
  // Everyday nouns belong to an office that stands apart once a link before them is met.
  let loose = false;
  let everyday = to;
  for (let at = to - 1; at >= to - longest && inSentence(at); at--) {
    const word = words[at]!;
    if (mark.test(word.text) || (/^(the|a|an)$/.test(word.lower) && !inOffice(words, at, to, index))) break;
    const isRole = isRoleWord(word, index);
    if (!isRole && !(isApart && /^(NOUN|ADJ)$/.test(word.pos))) break;
    if (at + 1 < to && words[at + 1]!.runTogether) break;
    loose = !isRole || (loose && !link.test(word.lower));
    if (!isRole && everyday === to) everyday = at;
    if (loose) continue;
    if (
      word.isSentenceStart &&
      index.common.has(word.lower) &&
      !isOfficeWord(word, index) &&
      word.pos !== 'PROPN'
    )
      break;
    if (
      word.lower === 'and' &&
      (endsName(at - 1, names) || !words[at - 1] || isOfficeWord(words[at - 1]!, index) === false)
    )
      break;
    from = at;
  }
  while (
    from < to &&
    (link.test(words[from]!.lower) ||
      isPossessive(words[from]!) ||
      /^(the|his|her|their|its)$/.test(words[from]!.lower))
  )
    from++;
  if (!isApart) from = behindOther(words, from, to, index);
  const head = headIn(words, from, to, index);
  if (!head || (relation.test(words[head.to - 1]!.lower) && head.to === to)) return null;
  if (
    everyday < to &&
    from <= everyday &&
    (head.to === to || !/^(the|a|an)$/.test(words[from - 1]?.lower ?? ''))
  )
    return null;
  const complement = words.slice(head.to, to);
  if (complement.length > 0 && !link.test(complement[0]!.lower)) return null;
  if (isApart && !words.slice(from, to).some(word => index.offices.has(word.lower))) return null;
  return { from, to };
}

/** `senators and President X`, `an adviser to President X`: whoever comes first is somebody else. */
function behindOther(words: Word[], from: number, to: number, index: NameIndex): number {
  for (let at = to - 2; at > from; at--) {
    const { lower } = words[at]!;
    if (!/^(and|to|for|of|with)$/.test(lower)) continue;
    const next = /^(the|his|her|their|its)$/.test(words[at + 1]!.lower) ? at + 2 : at + 1;
    const head = headIn(words, next, to, index);
    if (head?.to !== to) return from;
    const first = headIn(words, from, at, index);
    const isOne = first !== null && !/[^s]s$/.test(words[first.to - 1]!.lower);
    return lower === 'and' && isOne ? from : next;
  }
  return from;
}

function endsName(at: number, names: Names): boolean {
  for (let from = at; from > at - 5; from--) if (names.get(from) === at + 1) return true;
  return false;
}

/** Whether `the` stands inside a complement: `head of the Red Cross`. */
function inOffice(words: Word[], at: number, to: number, index: NameIndex): boolean {
  return at + 1 < to && link.test(words[at - 1]?.lower ?? '') && !index.offices.has(words[at + 1]!.lower);
}

function isPossessive(word: Word): boolean {
  return word.lower === "'s" || word.lower === "'";
}

function isOfficeWord(word: Word, index: NameIndex): boolean {
  return (
    index.offices.has(word.lower) ||
    index.modifiers.has(word.lower) ||
    index.demonyms.has(word.lower) ||
    index.places.has(word.lower)
  );
}

/** `On Monday President X`: the day is no part of the office. */
const dayName =
  /^(mon|tues|wednes|thurs|fri|satur|sun)days?$|^(january|february|april|june|july|august|september|october|november|december)$/;

function isRoleWord(word: Word, index: NameIndex): boolean {
  if (dayName.test(word.lower)) return false;
  if (/^(he|she|it|they|we|i|you|that|who|which|when|said|says)$/.test(word.lower)) return false;
  if (link.test(word.lower) || isPossessive(word) || /^(the|his|her|their|its)$/.test(word.lower))
    return true;
  if (word.isCapitalized) return word.pos !== 'PRON';
  return isOfficeWord(word, index) || /^\p{Ll}+-\p{Ll}+$/u.test(word.text) || word.lower === 'general';
}

/** The first office within a stretch. */
function headIn(words: Word[], from: number, to: number, index: NameIndex): Range | null {
  let head: Range | null = null;
  for (let at = from; at < to; at++) {
    if (link.test(words[at]!.lower) && head) break;
    const length = officeAt(words, at, to, index);
    if (length > 0) {
      head = { from: at, to: at + length };
      at += length - 1;
    }
  }
  return head;
}

/**
 * `Asked about Miller, the minister said …`, `for Miller, most experts say …`: whoever has a verb of his own is
 * somebody else. `Miller, adviser to the bank said` only lacks its comma.
 */
function hasOwnVerb(words: Word[], from: number, at: number, index: NameIndex): boolean {
  const [before, { lower, pos }, next] = [words[at - 1]!, words[at]!, words[at + 1]?.lower ?? ''];
  const arePeople = !before.isCapitalized && /[^s]s$/.test(before.lower);
  if (!arePeople && !/^(the|a|an)$/.test(words[from - 1]!.lower)) return false;
  if (/^(said|says|told|added|is|was|has|had)$/.test(lower)) return true;
  if (pos === 'AUX') return before.lower !== 'to';
  if (!index.speech.has(lower) || lower === 'accused' || /^(of|by|as|to)$/.test(next)) return false;
  return /(ed|[^s]s)$/.test(lower) || (arePeople && !lower.endsWith('ing'));
}

/** The office behind a comma: `X, spokesman for the secretary general,`. Without its article. */
export function roleAfter(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const sentence = words[name - 1]!.sentence;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  if (!inSentence(name) || words[name]!.text !== ',') return null;
  let from = name + 1;
  if (inSentence(from) && /^\d+$/.test(words[from]!.text) && words[from + 1]?.text === ',') from += 2;
  if (inSentence(from) && /^(the|a|an|now|then|who|is|was)$/.test(words[from]!.lower)) from++;
  if (inSentence(from) && /^(is|was|the|a|an)$/.test(words[from]!.lower)) from++;
  if (inSentence(from) && /^(the|a|an)$/.test(words[from]!.lower)) from++;
  // `who voted for Miller, is the first minister`: somebody else is.
  if (/^(is|was)$/.test(words[name + 1]?.lower ?? '')) return null;
  let to = from;
  let head = false;
  while (to < from + longest && inSentence(to)) {
    const word = words[to]!;
    if (mark.test(word.text) && !isPossessive(word)) break;
    if (
      /^(who|which|that|when|whose|said|says|told|added|is|was|has|had|with|from|where|as|but)$/.test(
        word.lower,
      )
    )
      break;
    const isPlain = !word.isCapitalized && !word.text.includes('-') && !index.modifiers.has(word.lower);
    if (word.pos === 'VERB' && head && isPlain && !index.offices.has(word.lower)) break;
    if (
      names.has(to) &&
      words[names.get(to)!]?.text !== "'s" &&
      !/^(of|for|to|with|by)$/.test(words[to - 1]!.lower)
    )
      return null;
    if (!head) {
      const length = officeAt(words, to, words.length, index);
      const isNoun =
        word.isCapitalized ||
        isOfficeWord(word, index) ||
        isPossessive(word) ||
        /^(NOUN|ADJ|PROPN|NUM)$/.test(word.pos);
      if (
        length > 0 &&
        !(
          words[to + length] &&
          isOfficeWord(words[to + length]!, index) &&
          !link.test(words[to + length]!.lower)
        )
      ) {
        head = true;
        to += length;
        continue;
      }
      if (!isNoun) return null;
    } else if (
      !/^(NOUN|ADJ|PROPN|NUM|ADP|DET|CCONJ|PART)$/.test(word.pos) &&
      !word.isCapitalized &&
      !word.text.includes('-') &&
      !isOfficeWord(word, index)
    )
      break;
    to++;
  }
  if (inSentence(to) && hasOwnVerb(words, from, to, index)) return null;
  // What was cut off at its greatest length ends before its last link.
  if (to === from + longest)
    for (let at = to - 1; at > from + 2; at--)
      if (link.test(words[at]!.lower)) {
        to = at;
        break;
      }
  while (to > from && (/^(ADP|CCONJ|DET|PUNCT)$/.test(words[to - 1]!.pos) || link.test(words[to - 1]!.lower)))
    to--;
  return head && to > from ? { from, to } : null;
}
