import { foldName } from '../../names/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type NameIndex, nameIndex } from '../knowledge/name-index.ts';
import type { Document, Sentence } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import { monthNames, parts } from '../text/calendar.ts';
import { withPlainBlanks } from '../text/lines.ts';
import { tenseAt } from '../tokens/tense/tense.ts';
import { contradictsPublication, withoutCounted, wrongAboutAhead } from './doubt.ts';
import { type DateContext, type DateForm, matchesOf, type Resolved } from './forms/form.ts';
import { type DateForms, dateForms } from './forms/forms.ts';
import { countedFromEvents } from './from-events.ts';
import { ownDay, type Stamp, stampBefore, stampsOf } from './own-days.ts';
import { PassageTracker } from './passage.ts';
import { qualified } from './qualifiers.ts';
import { type FoundDate, reconcileDates, shareDay } from './reconcile.ts';
import { countedFromSpeech } from './spoken-days.ts';
import { tenseInContext } from './tense-around.ts';

/** A sentence without any of these contains no date. By first letters, which takes half the time. */
const trigger =
  /\d|d(?:ays?|ecades?)\b|[Tt]o(?:day|night)|tomorrow|y(?:esterday|ears?\b)|night\b|mo(?:rning|nths?)\b|a(?:fternoon|utumn)\b|evening\b|w(?:eeks?|inter)\b|quarter\b|ties\b|s(?:pring|ummer)\b|fall\b|J(?:anuary|u(?:ne|ly))|February|Ma(?:rch|y)|A(?:pril|ugust)|September|October|N(?:ovember|ew Year|ight)|D(?:ay|ecember)|Christmas|Thanksgiving|Halloween|Juneteenth/;

/** The sentences of a wire report that carry the news: the first, and a second because a dateline may be split off as one. */
const openingSentences = 2;
/** `OSTERBY —`, `DAR ES SALAAM, Tanzania (AP) _` */
const wireDateline = /^\p{Lu}{2}[\p{Lu}\p{Ll} .,'’-]{1,60}(?:\([^)\n]{2,30}\)\s?)?\s?(?:--|[—–_]|\)|-\s)/u;

/** UTF-16 code units of a sentence that are searched: bounds the work on text without punctuation. */
const longestSentence = 10_000;

/** The dates of an article, and whether they contradict its day of publication. */
export type FoundDates = { dates: ReadDate[]; isPublicationDoubted: boolean };

/**
 * The dates of the body, in order. If the day of publication is unknown, or what the article reports contradicts it, a
 * day without a year and a weekday stay unresolved: their `value` is null. If the article was only written some days
 * before that, weekdays alone do.
 */
export function findDates(document: Document, knowledge: Knowledge): FoundDates {
  const { date: published } = document.published;
  const found = datesFrom(document, knowledge, ownDay(document) ?? published);
  const isWrong = published !== null && contradictsPublication(found, document, published);
  const isLate = published !== null && !isWrong && wrongAboutAhead(found, document, published);
  const dates = isWrong ? datesFrom(document, knowledge, null) : isLate ? withoutCounted(found) : found;
  return {
    dates: reconcileDates(countedFromSpeech(countedFromEvents(dates, document), document)),
    isPublicationDoubted: isWrong || isLate,
  };
}

/** The dates of the body, counted from a day if it is known. */
function datesFrom(document: Document, knowledge: Knowledge, anchor: string | null): FoundDate[] {
  const names = nameIndex(knowledge);
  const source: Source = {
    document,
    anchor,
    surnames: monthSurnames(document.input, names),
    isCommonNoun: word => isCommonNoun(word, names),
    forms: dateForms(knowledge.months),
    passages: new PassageTracker(document),
    stamps: anchor === null ? [] : stampsOf(document),
  };
  const found: FoundDate[] = [];
  let last: { value: string; sentence: number } | null = null;
  const opening = wireDateline.test(document.input.slice(document.paragraphs[0]?.start))
    ? openingSentences
    : 0;
  for (const [index, sentence] of document.sentences.entries()) {
    source.passages.enterSentence(sentence);
    const previous = last !== null && index - last.sentence <= 1 ? last.value : null;
    const own = datesIn(source, sentence, index < opening, previous);
    found.push(...withSharedYear(own, document.input));
    const value = own.findLast(date => date.value && !date.value.includes('/'))?.value;
    if (value) last = { value, sentence: index };
  }
  return found;
}

/** What the dates of an article are read from. */
type Source = {
  document: Document;
  anchor: string | null;
  surnames: Set<string>;
  isCommonNoun(word: string): boolean;
  forms: DateForms;
  passages: PassageTracker;
  stamps: Stamp[];
};

/** The dates of a sentence, in order. */
function datesIn(source: Source, sentence: Sentence, opening: boolean, previous: string | null): FoundDate[] {
  const { document, passages, surnames } = source;
  const end = Math.min(sentence.end, sentence.start + longestSentence);
  const text = withPlainBlanks(document.input.slice(sentence.start, end));
  if (!trigger.test(text)) return [];
  const found: FoundDate[] = [];
  const own = stampBefore(source.stamps, sentence.start) ?? source.anchor;
  let last = previous;
  for (const match of nonOverlapping(text, source.forms)) {
    const span = { start: sentence.start + match.start, end: sentence.start + match.end };
    const before = text.slice(Math.max(0, match.start - 200), match.start);
    const after = text.slice(match.end, match.end + 40);
    const tense = tenseInContext(tenseAt(sentence, span), before, after);
    const resolved = match.resolve({
      anchor: passages.documentDayAt(sentence, span.start) ?? own,
      tense,
      before,
      after,
      previous: last,
      opening,
      surnames,
      passage: passages.passageAt(sentence),
      isCommonNoun: source.isCommonNoun,
    });
    if (!resolved) continue;
    const date = qualified(before, after, {
      ...span,
      text: document.input.slice(span.start, span.end),
      ...resolved,
    });
    const current: FoundDate = { ...date, tense };
    const preceding = found.at(-1);
    if (preceding) {
      const between = document.input.slice(preceding.end, date.start);
      if (either.test(between)) preceding.approximate = current.approximate = true;
      shareDay(preceding, current, between, after);
    }
    found.push(current);
    // `“We met on 4 April,” says a letter written on 6 April 2011`: its words don’t count from today.
    if (passages.add(date, sentence, before))
      for (const quoted of found)
        if (quoted.basis !== 'explicit' && passages.isQuoted(sentence, quoted.start)) quoted.value = null;
    if (date.value && !date.value.includes('/')) last = date.value;
  }
  return found;
}

/** `June 20 or 21`: one of two days. */
const either = /^,? or (?:on )?$/;

/** Two days that share a year have at most this much between them, in UTF-16 code units. */
const longestShared = 40;

/** Gives a day the year of the next one where only that has it: `arrested on March 3 and released on April 5, 2019`. */
function withSharedYear(dates: FoundDate[], input: string): FoundDate[] {
  const shared = [...dates];
  for (let at = dates.length - 2; at >= 0; at--) {
    const [date, next] = [shared[at]!, shared[at + 1]!];
    const hasYear = next.basis === 'explicit' || next !== dates[at + 1];
    if (!hasYear || date.basis !== 'year-inferred' || !mayShareYear(date, next, input)) continue;
    const [year] = parts(next.value!);
    const isEarlier = date.value!.slice(5) <= next.value!.slice(5);
    shared[at] = { ...date, value: `${isEarlier ? year : year - 1}-${date.value!.slice(5)}` };
  }
  return shared.map((date, at) => after(date, shared[at - 1], input));
}

/** Whether two days, or two months, are named so that the year of the second is that of the first. */
function mayShareYear(date: FoundDate, next: FoundDate, input: string): boolean {
  const between = input.slice(date.end, next.start);
  if (date.value?.length !== next.value?.length) return false;
  return date.value?.length === 10 ? isListed(between) : date.value?.length === 7 && listsMonth.test(between);
}

/** `in May and October 2021`, `in March and again in July 2019` */
const listsMonth = /^(?:,|,?\s(?:and|or)(?:\sagain)?)\s(?:in\s)?$/;

/** The end of a span whose year only its beginning has: `from 27 December 2021 until 5 January`. */
function after(date: FoundDate, start: FoundDate | undefined, input: string): FoundDate {
  const isEnd =
    date.basis === 'year-inferred' &&
    date.value?.length === 10 &&
    start?.basis === 'explicit' &&
    start.value?.length === 10 &&
    /^,?\s(?:until|till|to|through)\s$/.test(input.slice(start.end, date.start));
  if (!isEnd) return date;
  const [year] = parts(start.value!);
  const isLater = date.value!.slice(5) >= start.value!.slice(5);
  return { ...date, value: `${isLater ? year : year + 1}-${date.value!.slice(5)}` };
}

/** Whether two days with these words between them are named together. */
function isListed(between: string): boolean {
  return (
    between.length <= longestShared && !/[.;:]/.test(between) && /\b(?:and|or|to|until)\b|[,&]/.test(between)
  );
}

/** Whether a capitalized word is an ordinary noun and no one's name. */
function isCommonNoun(word: string, { common, surnames, female, male }: NameIndex): boolean {
  const lower = foldName(word);
  return common.has(lower) && !surnames.has(lower) && !female.has(lower) && !male.has(lower);
}

type Match = { start: number; end: number; rank: number; resolve(context: DateContext): Resolved | null };

/** The matches of all forms without overlaps: the earlier match wins, and of two at one offset the longer. */
function nonOverlapping(text: string, { requirements, groups }: DateForms): Match[] {
  const has: (boolean | undefined)[] = new Array(requirements.length);
  const mayHave = (requirement: number) => (has[requirement] ??= requirements[requirement]!.test(text));
  const all: Match[] = [];
  for (const { requirement, forms } of groups) {
    if (!mayHave(requirement)) continue;
    for (const { form, required, rank } of forms) {
      if (!required.every(mayHave)) continue;
      for (const match of matchesOf(form, text)) all.push(matchOf(match, form, rank));
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const kept: Match[] = [];
  for (const match of all) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}

function matchOf(match: RegExpExecArray, form: DateForm, rank: number): Match {
  const { start, end } = evidence(match);
  return { start, end, rank, resolve: context => form.resolve(match.groups ?? {}, context) };
}

/** The span of the date itself, without a preposition that the pattern needed to recognize it. */
function evidence(match: RegExpExecArray): { start: number; end: number } {
  const lead =
    /^(?:in|since|until|till|during|of|by|from|through|before|after|for|than|to|and|between|the|year|come|back\s+in)[\s-]+|^\(/i.exec(
      match[0],
    );
  const close = match[0].startsWith('(') || endsSentence(match[0]) ? 1 : 0;
  return { start: match.index + (lead?.[0].length ?? 0), end: match.index + match[0].length - close };
}

/** Whether a full stop behind a month is that of the sentence, as the month is not abbreviated. */
function endsSentence(match: string): boolean {
  return match.endsWith('.') && monthNames.includes(match.slice(0, -1).split(/\s/).at(-1)!.toLowerCase());
}

/** Longer than any title or given name with the space after it. */
const longestName = 40;

/** Month names that follow a title or a given name somewhere in the text, and so are surnames. */
function monthSurnames(input: string, { female, male }: NameIndex): Set<string> {
  const named = /\b(March|April|May|June|August)\b/g;
  const wordBefore = /(?<!\p{L})(\p{L}+)\.?\s$/u;
  const titles = /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lady|Lord|Sir|Minister|President|Secretary|Senator)$/;
  const isName = (word: string) =>
    titles.test(word) || (/^\p{Lu}/u.test(word) && (female.has(foldName(word)) || male.has(foldName(word))));
  return new Set(
    [...input.matchAll(named)].flatMap(({ 0: month, index }) => {
      const before = wordBefore.exec(input.slice(Math.max(0, index - longestName), index))?.[1];
      return before !== undefined && isName(before) ? [month] : [];
    }),
  );
}
