import { isGivenName } from '../../names/gender.ts';
import { pushTo } from '../../system/lists-by-key.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { ReadPerson } from '../model/reading.ts';
import type { Word } from '../tokens/words.ts';
import { businessNouns, personNouns } from './lexicon.ts';

/** Words that mention someone by name, by their indexes, `to` exclusive. */
type Mention = { from: number; to: number };
type Text = { words: Word[]; index: NameIndex };

const legalForm =
  /^(plc|inc|ltd|llc|llp|corp|group|holdings|ag|gmbh|sa|nv|bv|spa|oyj|asa|&|motors|industries|partners)\.?$/i;
/** An apposition has no more words than this before its noun ends. */
const longestApposition = 8;

/**
 * Those of a list who are taken for people by their names, but whom the text shows to be companies and the like: `Ernst
 * Kessler, the fashion house, said`, `shares in Ernst Kessler`, `the retailer Ernst Kessler`. One sign of a person, and
 * none is.
 */
export function companiesAmong(text: Text, mentions: Map<ReadPerson, Mention[]>): Set<ReadPerson> {
  const found = new Set<ReadPerson>();
  const capitals = new Map<string, number[]>();
  for (const [at, { text: word, isCapitalized }] of text.words.entries())
    if (isCapitalized) pushTo(capitals, word, at);
  for (const [person, mentioned] of mentions) {
    const places = [...mentioned, ...unmentioned(text, capitals, mentioned)];
    const isShown = places.some(place => showsCompany(text, place));
    const isSure = isShown && places.some(place => isThing(text, place));
    if (isSure || (isShown && !places.some(place => showsPerson(text, place)))) found.add(person);
  }
  return found;
}

/** Where else the text has the words of the first mention, though not as someone’s: `shares in X`. */
function unmentioned({ words }: Text, capitals: Map<string, number[]>, mentioned: Mention[]): Mention[] {
  const [first] = mentioned;
  if (!first || first.to - first.from < 2) return [];
  const name = words.slice(first.from, first.to).map(({ text }) => text);
  const known = new Set(mentioned.map(({ from }) => from));
  return (capitals.get(name[0]!) ?? [])
    .filter(from => !known.has(from) && name.every((word, at) => words[from + at]?.text === word))
    .map(from => ({ from, to: from + name.length }));
}

function showsCompany(text: Text, place: Mention): boolean {
  return (
    isCalledSo(text, place) ||
    isApposed(text, place) ||
    isNamedBody(text, place) ||
    isOwned(text, place) ||
    isIt(text, place) ||
    isTrade(text, place) ||
    isThing(text, place) ||
    hasResults(text, place)
  );
}

/** What a company deals in, as the last word of its name: no surname is such a plural. */
const trades = new Set(
  `ferries foods homes airlines airways hotels breweries stores motors shipping logistics robotics electronics
  pharmaceuticals securities holdings industries enterprises technologies solutions telecom textiles cosmetics
  biosciences semiconductors aerospace properties developments`.split(/\s+/),
);

/** `NorthLine Ferries`, `Bellamy Foods` */
function isTrade({ words }: Text, { from, to }: Mention): boolean {
  return to - from > 1 && trades.has(words[to - 1]!.lower);
}

/** `X, which cut its rating, said`: the subject of a sentence, and no one who would be `who`. */
function isThing({ words }: Text, { from, to }: Mention): boolean {
  if (words[to]?.text !== ',' || words[to + 1]?.lower !== 'which') return false;
  const before = words[from - 1];
  const isSubject =
    words[from]!.isSentenceStart || before?.isSentenceStart || businessNouns.has(before?.lower ?? '');
  const verb = words[to + 2];
  return isSubject && (verb?.pos === 'VERB' || verb?.pos === 'AUX');
}

const results: ReadonlySet<string> = new Set(
  'profit profits loss losses revenue revenues sales earnings turnover dividend'.split(' '),
);

/** `X posted a loss of four million`, `Profit at X rose` */
function hasResults({ words }: Text, { from, to }: Mention): boolean {
  const [noun, link] = [words[from - 2]?.lower ?? '', words[from - 1]?.lower ?? ''];
  if (link === 'at' && /^(profits?|losses|revenues?|sales|earnings|turnover)$/.test(noun)) return true;
  if (!/^(posted|reported|booked|posts|reports)$/.test(words[to]?.lower ?? '')) return false;
  for (let at = to + 1; at < to + 9 && words[at] && !/^[.,;]$/.test(words[at]!.text); at++)
    if (results.has(words[at]!.lower)) return true;
  return false;
}

/** `the fashion label X`, but not `the label X founded` */
function isCalledSo({ words, index }: Text, { from, to }: Mention): boolean {
  const noun = words[from - 1];
  if (!noun || noun.sentence !== words[from]!.sentence || !businessNouns.has(noun.lower)) return false;
  const next = words[to];
  return next?.pos !== 'VERB' || index.speech.has(next.lower);
}

/** `X, the German fashion house that supplies it,`; not `X, the bank’s head`, nor `X, the bank said`. */
function isApposed({ words }: Text, { to }: Mention): boolean {
  if (words[to]?.text !== ',' || !/^(the|a|an)$/.test(words[to + 1]?.lower ?? '')) return false;
  let at = to + 2;
  const end = at + longestApposition;
  while (at < end && /^(NOUN|PROPN|ADJ|NUM)$/.test(words[at]?.pos ?? '')) at++;
  if (!businessNouns.has(words[at - 1]?.lower ?? '')) return false;
  return /^(,|\.|\)|that|which|of|behind|based|owned|founded|in|with)$/.test(words[at]?.lower ?? '');
}

const bodies: ReadonlySet<string> = new Set(
  'group charity campaign foundation trust network association society movement'.split(' '),
);

/** `The fans’ group, X, said`; not `The head of the group, X, said` */
function isNamedBody({ words }: Text, { from, to }: Mention): boolean {
  const noun = words[from - 2];
  if (words[from - 1]?.text !== ',' || words[to]?.text !== ',' || !noun) return false;
  if (!bodies.has(noun.lower) && !businessNouns.has(noun.lower)) return false;
  let at = from - 3;
  while (
    words[at]?.sentence === noun.sentence &&
    (/^(NOUN|ADJ|PROPN)$/.test(words[at]!.pos) || /^['’]s?$/.test(words[at]!.text))
  )
    at--;
  return /^(the|a|an)$/.test(words[at]?.lower ?? '') && words[at]!.isSentenceStart;
}

/** `shares in X`, `X shares`, `X Group` */
function isOwned({ words }: Text, { from, to }: Mention): boolean {
  const [before, link, next] = [words[from - 2]?.lower ?? '', words[from - 1]?.lower ?? '', words[to]];
  if (/^(shares?|stock|stake)$/.test(before) && /^(in|of)$/.test(link)) return true;
  const isTraded = next?.lower === 'shares' || next?.lower === 'stock';
  return isTraded || (next?.isCapitalized === true && legalForm.test(next.text));
}

/** `X and its owner`, `X cut its forecast`, `X said it would close nine shops`, `X said in its report`, `X said it was “pleased”` */
function isIt({ words, index }: Text, { from, to }: Mention): boolean {
  const lower = (at: number) => words[at]?.lower ?? '';
  if (
    /^(and|cut|closed|raised|lowered|trimmed|opened|sold|halted|recalled|launched)$/.test(lower(to)) &&
    lower(to + 1) === 'its'
  )
    return true;
  if (!index.speech.get(lower(to))?.bare) return false;
  if (lower(to + 1) === 'in' && lower(to + 2) === 'its') return true;
  const it = lower(to + 1) === 'that' ? to + 2 : to + 1;
  if (lower(it) !== 'it') return false;
  if (/^(would|will|had|has|plans)$/.test(lower(it + 1)) && doings.has(lower(it + 2))) return true;
  // After a person's name, `it` may mean their company; a full name shows a person.
  if (isGivenName(words[from]!.text, index) || !/^(was|is|had|has)$/.test(lower(it + 1))) return false;
  return words.slice(it + 2, it + 5).some(word => feelings.has(word.lower));
}

/** What no affair is that `it` may mean. */
const feelings: ReadonlySet<string> = new Set(
  `disappointed surprised pleased delighted saddened stunned shocked blindsided confident aware unaware proud grateful sorry
  committed determined dismayed relieved thrilled`.split(/\s+/),
);

/** What companies do, and no affair that `it` may mean does. */
const doings = new Set(
  `close cut shut open sell buy acquire hire recall launch invest pay refund review suspend appeal
  closed cut shut opened sold bought acquired hired recalled launched invested paid refunded reviewed suspended
  received agreed reached apologised apologized dismissed`.split(/\s+/),
);

function showsPerson({ words, index }: Text, { from, to }: Mention): boolean {
  const before = words[from - 1]?.lower ?? '';
  const isNamedSo = index.honorifics.has(before) || index.offices.has(before) || personNouns.has(before);
  if (isNamedSo && !businessNouns.has(before)) return true;
  const next = words[to];
  if (next?.text !== ',') return false;
  const behind = words[to + 1];
  if (!behind) return false;
  if (/^\d{1,3}$/.test(behind.text) || behind.lower === 'who' || behind.lower === 'whose') return true;
  const noun = /^(the|a|an|his|her|its|our|their)$/.test(behind.lower) ? words[to + 2] : behind;
  return noun !== undefined && index.offices.has(noun.lower) && !businessNouns.has(noun.lower);
}
