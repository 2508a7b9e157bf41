import type { Document, Sentence, Span } from '../model/document.ts';
import type { ReadDate, ReadEvent, ReadQuote } from '../model/reading.ts';
import { deicticDay } from '../text/calendar.ts';
import { tenseAt } from '../tokens/tense/tense.ts';
import { isPeriod } from './event-rule.ts';

/** When an event took place. */
export type EventDay = Pick<ReadEvent, 'date' | 'precision' | 'until' | 'approximate' | 'planned'>;

const precisions: Record<number, EventDay['precision']> = { 10: 'day', 7: 'month', 4: 'year' };

/** After these a year is mentioned in passing: nothing is said to have happened in it. */
const inPassing =
  /(?:\b(?:since|from|by|until|than|of|the|before|after|to|and|for|between|like|an?|his|her|its|their)|['’]s)[\s-]$/i;

/** The same for decades: `since the 1990s`, but not `in the 1990s`. */
const outside = /\b(?:since|from|by|until|than|before|after|for|between)\s(?:the\s)?$/i;

/** After these a day belongs to another event: `since October 7`, `after the rebels’ October 7 attack`. */
const subordinating =
  /\b(?:[Bb]efore|[Aa]fter|[Ss]ince|[Aa]head of|[Pp]rior to|[Ff]ollowing|[Ii]n response to|[Ii]n the wake of)$/;

/** `left shortly after 9 a.m. on Thursday`: what follows is the hour. */
const atHour = /^\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m/;

/** Whether the text ends with such words, or with them and up to four words of a possessor. */
function isSubordinate(before: string): boolean {
  if (!/\s$/.test(before)) return false;
  const words = before.split(/\s+/);
  words.pop();
  const opens = () => subordinating.test(words.join(' '));
  if (opens()) return true;
  const last = words.pop() ?? '';
  if (/^(?:the|his|her|its|their)$/.test(last)) return opens();
  if (!/^[\p{L}.-]+['’]s?$/u.test(last)) return false;
  for (let passed = 0; passed <= 3; passed++) {
    if (opens()) return true;
    if (!/^[\p{L}.-]+$/u.test(words.pop() ?? '')) return false;
  }
  return false;
}

/** `since the attack on October 7`, `since confrontations between the two armies began on October 8`. */
const sinceThen =
  /(?<!\b(?:has|have|had) (?:long |ever )?)\b[Ss]ince\s(?!then\b|that\b|(?:last|early|late|mid-?|this|\d{4})\s|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,6}\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s|(?:he|she|it|they|we)['’]s?\b)[^,;:.–—“”]{1,100}\s(?:(?:on|of|in)\s|(?:began|started|broke out|erupted|ended)\s(?:last )?)$/;

/** `since a walkout that began in Tarn, Norlund, in 1998`: the words that only say where. */
const whereInBetween =
  /,\s(?:(?:in|near|at|off)\s(?:the\s)?)?[\p{L} ]{2,30},\s(?=(?:on|in)\s$)|,(?=\s(?:on|in)\s$)/gu;

/** Whether the day before which these words are is that of what something is measured from. */
function isSinceThen(before: string): boolean {
  if (sinceThen.test(before)) return true;
  return (
    /\bsince\s/.test(before) && sinceThen.test(before.replace(/\bSince\b/g, '').replace(whereInBetween, ' '))
  );
}

/** `weeks after the fire on May 5`: what the sentence reports is counted from that day. */
const countedFrom =
  /\b(?:(?:an?|one) (?:day|week|month|year|decade)|days|weeks|months|years|decades) (?:after|before|since) (?:the|an?|his|her|its|their|[\p{L}-]+['’]s?) [^,;:.“”]{1,60} (?:on|of|in) $/iu;

/** `ahead of the vote on November 5`, `before the election in May`: the day is that of what is still to come. */
const ofWhatFollows =
  /(?<!\b(?:hours?|minutes?) )\b(?:[Aa]head of|[Pp]rior to|[Bb]efore|[Uu]ntil(?! (?:his|her|its|their) (?:death|arrest|dismissal|resignation|retirement|removal|release|defeat|execution|capture|sale|closure|collapse)\b)|in the run-up to|in preparation for) (?!(?:the|an?) (?:[\p{L}]+ )?(?:judge|court|magistrates?|panel|committee|parliament|jury|crowd|audience|board|council)\b)(?:the|his|her|its|their|an?|this|next) (?:[\p{L}'’-]{1,20} ){1,4}(?:on|in) $/u;

/** `HELSINKI, April 15 (ANB) – `: when and where it was written; what happened has a day of its own. */
export function isOfDateline(input: string, { start, end }: ReadDate): boolean {
  if (!/^,?(?: \d{4})?,? ?(?:\([^()]{1,24}\) ?)?[-–—]{1,2}\s/.test(input.slice(end, end + 36))) return false;
  const line = input.slice(Math.max(input.lastIndexOf('\n', start - 1) + 1, start - 60), start);
  return /^\p{Lu}{3}[\p{Lu} .'’-]{0,24}(?:, \p{Lu}[\p{L}. ]{1,24})?,? $/u.test(line);
}

/** `since May last year`: the year belongs to the month. */
const isRestOfDay = (input: string, { start, text }: ReadDate) =>
  /\byear$/.test(text) &&
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?,?(?: of)? $/.test(
    input.slice(Math.max(0, start - 20), start),
  );

/** `I started here in 1981`, `We had nothing in`, `They told us last year`: a speaker’s own past, at a time that is not exact. */
const memory =
  /\b(?:I|[Yy]ou)(?: (?:[a-z]+ly|never|always|first|just|still|once|also))? (?!(?:['’]ll|will|shall|am|['’]m)\b)[a-z'’]+|\b[Ww]e (?:had|were|knew|thought|saw|felt|lived|used|met|lost|came|started|moved)\b|\b(?:told|asked|promised|gave|taught) (?:me|us)\b|\b[Mm]y [a-z]+/;
/** UTF-16 code units. */
const longestMemory = 120;
/** `We stood with you after the great fire on`: what someone speaks of lies further back. */
const ofPast =
  /\b(?:after|since|before|following|despite|about|of|from) (?:the|an?|that|those|his|her|their|your|our) (?:[\p{L}-]+ ){1,4}(?:on|of) (?:the )?$/u;

/** Whether a date can be the day of an event of its sentence. */
export function datesEvent(
  input: string,
  date: ReadDate,
  quoteOver: (offset: number) => ReadQuote | undefined,
): boolean {
  if (date.value === null) return false;
  if (isRestOfDay(input, date)) return false;
  const isLong = isPeriod(date);
  const before = input.slice(Math.max(0, date.start - 120), date.start);
  const isPassing = /\b(?:on|of)\s$/.test(before) && ofPast.test(before);
  if (isLong || isPassing || deicticDay.test(date.text)) {
    const quote = quoteOver(date.start + 1);
    if (quote && quote.end >= date.end) {
      const said = input.slice(Math.max(quote.start, date.start - longestMemory), date.start);
      if (!isLong || memory.test(said)) return false;
    }
  }
  return (
    (!isSubordinate(before) || atHour.test(date.text)) &&
    !isSinceThen(before) &&
    !ofWhatFollows.test(before) &&
    !countedFrom.test(before)
  );
}

/** The days of a sentence, each once; years only if it has nothing more exact. */
export function eventDays(document: Document, sentence: Sentence, dates: ReadDate[]): EventDay[] {
  if (dates.length === 0) return [];
  const { input } = document;
  const direct = dates.filter(date => !isOfNoun(input, date));
  const main = direct.filter(date => !isOfReported(input.slice(sentence.start, date.start)));
  const own = main.length > 0 ? main : direct;
  const named = () => dates.filter(date => datesSentence(input.slice(sentence.start, date.start)));
  // `has won in Monday’s vote, the board said Tuesday`: that it was said is not the news.
  const isOnlySaid = own.length > 0 && own.every(date => isOfSaying(input, sentence, date));
  const of = isOnlySaid ? named() : [];
  const found = (of.length > 0 ? of : own.length > 0 ? own : named()).filter(
    date =>
      !isYear(date) ||
      (dates.every(isYear) && (opensWithMeeting(input, sentence, date) || !isNamedInPassing(input, date))),
  );
  const told = document.published.date === null ? found : withoutSaying(document, sentence, found);
  return [...new Map(told.map(date => [date.value!, date])).values()].map(date => {
    const [from, until] = date.value!.split('/') as [string, string | undefined];
    return {
      date: from,
      precision: precisions[from.length]!,
      ...(until !== undefined && { until }),
      ...(date.approximate && { approximate: true as const }),
      ...(namedAs(told, date).some(each => isPlanned(document, sentence, each, from)) && {
        planned: true as const,
      }),
    };
  });
}

/** A day, and the words right before it that mean the same one: `today, April 23`. */
const namedAs = (dates: ReadDate[], date: ReadDate) =>
  dates.filter(({ value, end }) => value === date.value && date.start - end <= 2 && end <= date.end);

/** `Three were held on Sunday, the police said on Monday`: what was done before is the news, not that it was said. */
function withoutSaying({ input, published }: Document, sentence: Sentence, dates: ReadDate[]): ReadDate[] {
  const said = dates.findLast(date => isOfSaying(input, sentence, date));
  if (dates.length < 2 || !said) return dates;
  const others = dates.filter(date => date !== said);
  const isDone = ({ value }: ReadDate) =>
    /^\d{4}-\d\d(?:-\d\d)?$/.test(value!) && value! <= published.date!.slice(0, value!.length);
  const isSameDay = others.every(({ value }) => value === said.value);
  // `The mill will close on 1 August, the firm said on Tuesday`
  const isToCome = ({ value }: ReadDate) => value!.length === 10 && value! > published.date!;
  return (others.every(isDone) || others.every(isToCome)) && !isSameDay ? others : dates;
}

/** Whether a day at the end of a sentence is that of `…, the board said on Tuesday`. */
function isOfSaying(input: string, sentence: Sentence, { start, end }: ReadDate): boolean {
  return (
    (sentence.end - end <= 2 || input[end] === ',') &&
    /, (?:[\p{L}'’.-]{1,20} ){1,7}(?:said|announced|reported|confirmed|told reporters|said in a statement)(?: late| early)?(?: on)? $/u.test(
      input.slice(Math.max(sentence.start, start - 120), start),
    )
  );
}

const isYear = ({ value }: ReadDate) => /^\d{4}(?:\/\d{4})?$/.test(value!);

const isNamedInPassing = (input: string, { start, text }: ReadDate) => {
  // `In 1981 and 1994`
  const before = input.slice(Math.max(0, start - 24), start).replace(/\b\d{4},? and $/, '');
  return (
    (/^\d{4}$/.test(text) ? inPassing : outside).test(before) || (isStretch.test(text) && ofLife.test(before))
  );
};

/** `At the 2013 congress, the party said`, but not `In the 2013 film, a clerk` */
const opensWithMeeting = (input: string, sentence: Sentence, { start, end }: ReadDate) =>
  start - sentence.start <= longestOpening &&
  /^(?:At|In|During) (?:the|its|his|her|their|an?) $/.test(input.slice(sentence.start, start)) &&
  /^ (?!(?:film|movie|novel|book|play|series|show|song|album|drama|comedy|documentary|edition|version|model)\b)\p{Ll}/u.test(
    input.slice(end, end + 14),
  );
/** UTF-16 code units of `During their `. */
const longestOpening = 13;

/** `Anna Holm (1819–1882)` */
const isStretch = /^\d{4}\s?[-–—]/;
const ofLife =
  /(?:\(|(?<![\p{L}.])(?!(?:The|A|An|His|Her|Its|Their|In|During|From)\s)\p{Lu}[\p{L}.’'-]{0,20},?\s)$/u;

/** `Saturday’s attack`, `the October 7 attack`: the day identifies the attack. */
function isOfNoun(input: string, { start, end, text }: ReadDate): boolean {
  // `was freed on the 15th and jailed again`
  if (/^\d{1,2}\p{Ll}{2}$/u.test(text)) return false;
  const after = input.slice(end, end + 12);
  // `April’s earthquake`
  if (/['’]s$/.test(text) && /^\s/.test(after)) return true;
  if (/^['’]s\s/.test(after)) return true;
  return (
    /^\s+(?!(?:he|she|it|they|we|the|an?|his|her|its|their|some|many|and|but|when|as|that|who|which|with)\b)\p{Ll}/u.test(
      after,
    ) &&
    /(?:\b(?:the|a|an|his|her|its|their)(?:\s(?:deadly|brutal|[\p{L}]+-(?:led|backed|run)))?|\p{L}['’]s|s['’])\s+$/iu.test(
      input.slice(Math.max(0, start - 32), start),
    )
  );
}

const reportedNoun =
  '(?:remarks?|comments?|statements?|speech|address|interview|attacks?|strikes?|airstrikes?|shootings?|stabbings?|bombings?|killings?|murders?|deaths?|assaults?|raids?|blasts?|explosions?|crash|fire|invasion|protests?|clashes|meeting|rally|debate|announcement|decision|ruling|visit|call)';
/** `a claim about her remarks on Sunday`, `the man killed in the shooting on Sunday`, `in answer to an attack on Tarn on Friday` */
const ofReported = new RegExp(
  `\\b(?:that|about|over|to|for|after|following|of|from|killed in|wounded in|injured in|hurt in)\\s(?:the|an?|his|her|its|their|[\\p{L}-]+['’]s?)\\s(?:[\\p{Ll}-]+\\s){0,2}${reportedNoun}(?:\\s(?:in|at|near|against|on|with|of)(?:\\s(?:the|\\p{Lu}[\\p{L}'’.-]*)){1,4},?){0,2}\\s(?:on\\s)?$`,
  'u',
);

/** `lifted the rules imposed on March 15`, `under a law signed in May`: what was done to what the sentence is about. */
const ofObject =
  /\b(?:\p{Ll}{2,}ed|lifts|ends|drops|scraps|cuts?|overturns|extends|breaks|broke|revokes|repeals|rejects|upholds|upheld|suspends|struck|down|off|of|under|against|from|with|by|over|to) (?:the|an?|its|his|her|their|those|all) (?:[\p{Ll}-]+ ){1,3}(?:imposed|introduced|announced|adopted|signed|passed|raised|approved|agreed|issued|enacted|declared|proposed|unveiled|published|launched|brokered|negotiated|granted|awarded)(?: by [\p{L} ]{2,30})? (?:(?:early|late|back) )?(?:on|in)(?: the)? $/u;

/** Whether a day is that of what a sentence reacts to: what the sentence reports happened on another. */
const isOfReported = (before: string) => {
  const near = before.slice(-longestNoun);
  return ofReported.test(near) || ofObject.test(near);
};
/** UTF-16 code units. */
const longestNoun = 120;

/** `the nominee in the November election`: the day names the election, and says nothing of the sentence. */
const namesRace =
  /\b(?:nominee|candidate|contender|runner|hopeful|favou?rite|rival|challenger|opponent|stake|role|hand|interest|faith)s? in the$|\b(?:counts?|charges?|claims?|allegations?|findings?|figures?) in (?:the|an?|his|her|its|their)$/;

/** `won Sunday’s election` */
const decided =
  /\b(?:won|lost|swept|conceded|boycotted|topped|drew|survived|finished (?:first|second|third|last) in)$/;

/** `was struck following his part in Tuesday’s ceremony`, `accused of lying in Monday’s debate`: not when the sentence takes place. */
const ofOther =
  /\b(?:after|before|following|since|ahead of|prior to|despite|accused [^,;:]{0,40}\bof|over)\s[^,;:]{1,60}$/i;

/** A noun identified by its day dates the sentence if it opens the sentence or follows `in`, `during` or `at`. */
const datesSentence = (before: string) =>
  decided.test(before.trimEnd()) ||
  (!ofOther.test(before) &&
    !namesRace.test(before.trimEnd()) &&
    /(?:^|\b(?:[Ii]n|[Dd]uring|[Aa]t)\s+)(?:[Tt]he|[Aa]n?|\p{L}+['’]s)$|^$|\b(?:[Ii]n|[Dd]uring|[Aa]t)$/u.test(
      before.trimEnd(),
    ));

const willBe = /\b(?:will|(?:is|are) (?:expected|due|set|scheduled|to))\b(?![^.]*[”"])/;

/** UTF-16 code units of `the end of `. */
const longestEnd = 11;

/** After the day of publication, or on it with a verb that looks ahead. */
function isPlanned(document: Document, sentence: Sentence, date: Span, from: string): boolean {
  const tense = tenseAt(sentence, date);
  const isTonight =
    tense === 'present' && /^(?:tonight|this evening)$/i.test(document.input.slice(date.start, date.end));
  // `The court rises at the end of the month`
  const isEnd =
    from.length < 'YYYY-MM-DD'.length &&
    tense !== 'past' &&
    /\bend of (?:the|this) (?:month|year)$/.test(document.input.slice(date.start - longestEnd, date.end));
  // `will be buried in Osk after prayers are held on Thursday`
  const isWithPlan =
    tense === 'present' &&
    willBe.test(document.input.slice(Math.max(sentence.start, date.start - 200), date.start));
  const ahead = tense === 'future' || tense === 'planned' || isTonight || isEnd || isWithPlan;
  const published = document.published.date?.slice(0, from.length);
  return published === undefined ? ahead : from > published || (from === published && ahead);
}
