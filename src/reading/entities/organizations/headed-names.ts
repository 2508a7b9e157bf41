import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import { isPossessiveEnding, type Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  isNamePart,
  isOfPortfolio,
  isOpenName,
  isTaken,
  lowerText,
  organization,
} from '../mentions/entity.ts';
import { siteHeads } from '../mentions/site-heads.ts';
import { senses } from '../mentions/word-senses.ts';
import { isBearer } from './bearers.ts';
import { isDescribedAsCompany } from './described.ts';
import { companySuffix } from './headed-words.ts';
import { leftEnd } from './left-end.ts';
import { rightEnd } from './right-end.ts';

/** Names of institutions that need no modifier. */
const aloneNames = /^(?:parliament|congress|senate|duma|knesset|bundestag|treasury|interpol)$/;
const maxWords = 9;

/** `… Ministry of Defence`, `… Stock Exchange`, `… Inc`: names by the word that heads them. */
export function headedNames(context: EntityContext): EntityMention[] {
  const { words, index, taken, capitals, sensesAt } = context;
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.organizationHead) || at < end || !isOpenName(context, at)) continue;
    const word = words[at]!;
    const kind = kindHere(words, at, index);
    if (kind === null) continue;
    const from = leftEnd(words, at, kind, context);
    const to = rightEnd(words, at, kind, context);
    const length = to - from;
    const isAlone = length === 1;
    if (isAlone && !(aloneNames.test(word.lower) && !(word.isSentenceStart && index.common.has(word.lower))))
      continue;
    if (length > maxWords || isTaken(taken, from, to) || index.places.has(lowerText(words, from, to)))
      continue;
    if (isEndOfOffice(words, from, index)) continue;
    // `Minister of Trade, Industry and Energy`
    if (isOfPortfolio(words, at, index)) continue;
    if (isBearer(words, from, to, index)) continue;
    // `the security company Tarn Lab`
    const isCompany = kind === 'body' && isDescribedAsCompany(words[from - 1], words[from]!);
    found.push(organization(from, to, isCompany ? 'company' : kind, 'headed'));
    end = to;
  }
  return found;
}

/** `heads of State and Government`, `Chief of Staff Anna Mills`: whether a name begins with the last word of an office. */
function isEndOfOffice(words: Word[], from: number, index: NameIndex): boolean {
  const [before, link, { lower }] = [words[from - 2]?.lower ?? '', words[from - 1]?.lower, words[from]!];
  return link === 'of' && index.offices.has(`${before.replace(/s$/, '')} of ${lower}`);
}

/** The kind of organization that a head and the word before it are for; `People’s Liberation Army` is a state's. */
function kindHere(words: Word[], at: number, index: NameIndex): OrganizationKind | null {
  const kind = headKind(words[at - 1], words[at]!, words[at + 1], index);
  if (kind === null || isPossessiveEnding(words[at - 2]?.text)) return kind;
  return kindsByModifier.get(`${words[at - 1]?.lower} ${words[at]!.lower}`) ?? kind;
}

/** Heads that with the word before them are of another kind than alone. */
const kindsByModifier: ReadonlyMap<string, OrganizationKind> = new Map(
  (
    [
      ['outlet', 'agency', 'press news telegraph telegraphic'],
      ['armed group', 'army', 'liberation resistance revolutionary rebel'],
      ['armed group', 'front', 'liberation resistance'],
      ['party', 'committee', 'national central'],
    ] as const
  ).flatMap(([kind, head, modifiers]) =>
    modifiers.split(' ').map(modifier => [`${modifier} ${head}`, kind] as const),
  ),
);

/** What makes a house a building. */
const houses =
  /^(?:government|state|opera|parliament|town|customs?|coach|guest|manor|lodge|farm|safe|beach|summer)$/;

function headKind(
  before: Word | undefined,
  word: Word,
  next: Word | undefined,
  index: NameIndex,
): OrganizationKind | null {
  if (word.lower === 'house' && houses.test(before?.lower ?? '')) return null;
  // `Norland’s Channel 12`
  if (word.lower === 'channel' && /^\d{1,2}$/.test(next?.text ?? '')) return null;
  // `Leibniz-Institute`
  const lower = word.lower.slice(word.lower.lastIndexOf('-') + 1);
  const kind = index.organizationWords.get(lower) ?? null;
  const last = kind ?? index.organizationHeads.get(lower) ?? null;
  const continues = next?.sentence === word.sentence && next.spacedBefore && isNamePart(next);
  if (last === null || !continues) return last;
  const isOfOffice = [index.offices, index.modifiers, index.honorifics].some(list => list.has(next.lower));
  // `Torva Co. Chairman`: the name ends there.
  if (isOfOffice && companySuffix.test(word.lower)) return last;
  if (kind === null) return null;
  // `Times Square`, `Holm International Airport`: a place.
  if (siteHeads.has(next.lower) && !index.organizationWords.has(next.lower)) return null;
  // `Press Secretary`, `Party Chairman`: an office.
  if (isOfOffice) return null;
  // The head is the last one of several: `Guard Corps Command`.
  if (index.organizationWords.get(next.lower) || index.organizationHeads.has(next.lower)) return null;
  return kind;
}
