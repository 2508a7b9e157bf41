import type { ReadEvent } from '../../reading/model/reading.ts';
import { dayOfAct, dayOfEvent, eventAsked } from './act-days.ts';
import { type Act, isOnlyAttempt } from './acts.ts';
import { hasPattern, measures } from './measures.ts';
import { ahead, isFixed, isForetold, isOnlyNamed, isToCome } from './only-said.ts';
import { type QuestionForm, questionForm } from './question-form.ts';
import { type AskedWord, askedVerbsIn, askedWordsOf, formsOf, includesWord } from './question-words.ts';
import { judgeReason } from './reasons.ts';
import { reportOf } from './roles.ts';
import { isAsked, isIn, type Judge, type JudgedSentence, namesIn, unfit } from './sentence.ts';
import { comesAhead, judgePerson } from './who-answers.ts';

/** The kinds of questions by their question word, the more specific first. */
const kinds: readonly { question: RegExp; judge: Judge }[] = [
  { question: /^who(?:m|se)?\b/i, judge: judgePerson },
  { question: /^(?:when|what (?:day|date|time|year))\b/i, judge: judgeDay },
  { question: /^(?:where|what (?:place|city|country|town))\b/i, judge: judgePlace },
  { question: /^why\b/i, judge: judgeReason },
  {
    question: /^how long\b/i,
    judge: hasPattern(
      /\b(?:\d[\d.,]{0,12}|an?|two|three|four|five|six|seven|eight|nine|ten)[ -](?:and a half )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i,
    ),
  },
  ...measures,
  {
    question:
      /^(?:how (?:many|much|old|far|high|large|big|tall|wide|deep|heavy|fast|hot|cold|strong)|what (?:number|percentage|share))\b/i,
    judge: judgeNumber,
  },
  { question: /^what(?:['’]s| is| are| was| were)\b/i, judge: judgeDefinition },
];

/** How well a sentence answers, and the day that it gives, which is its event's or that of the act asked about. */
export type Fit = {
  factor: number;
  day?: string;
  /** Words of the question that are settled: the rest of a name that the sentence has in part. */
  settled?: readonly AskedWord[];
  /** Words of the question that the sentence has a pronoun for. */
  antecedent?: readonly AskedWord[];
};

/**
 * How well a sentence answers a question of its kind, 0 to 1 and a little above; 1 where any sentence may. `own`: the
 * forms of its words.
 */
export function fitOf(
  question: string,
): (sentence: JudgedSentence, own: ReadonlySet<string>, asked: readonly AskedWord[]) => Fit {
  const kind = kinds.find(each => each.question.test(question));
  const form = questionForm(question);
  const event = form === null ? eventAsked(question) : null;
  return (sentence, own, asked) => {
    const past =
      (asksForPast.test(question) ? happened(sentence.text) : 1) * certainty(question, sentence, asked);
    if (form !== null) {
      const ofKind = kind?.judge(sentence, asked, question) ?? 1;
      const hasAct = includesWord(own, form.verb);
      const fit = hasAct
        ? fitOfAct(sentence, form, question, ofKind)
        : { factor: noAct * Math.min(ofKind, 1) };
      const isToCome = /^when (?:was|were|did)\b/i.test(question) && isOnlyPlan(sentence);
      return { ...fit, factor: fit.factor * past * (isToCome ? conditional : 1) };
    }
    if (event !== null) return fitOfEvent(sentence, event, asked);
    const day =
      eventDayOf(sentence) ?? (isNewsOf(sentence.text, asked, 'same') ? aboutDayOf(sentence) : undefined);
    const verb = asked.find(({ isVerb }) => isVerb);
    const lacksVerb = asksOfAct.test(question) && verb !== undefined && !includesWord(own, verb);
    const isOtherDay = asksForDay.test(question) && verb !== undefined && isMentioned(sentence.text, verb);
    return {
      factor:
        (kind?.judge(sentence, asked, question) ?? 1) *
        past *
        (lacksVerb ? conditional : 1) *
        (isOtherDay ? unfit : 1),
      ...(day !== undefined && !isOtherDay && { day }),
    };
  };
}

/** For a question when an event is: whether a sentence says so, rather than when something else was done. */
function fitOfEvent(sentence: JudgedSentence, event: string, asked: readonly AskedWord[]): Fit {
  const words = askedWordsOf(event);
  const named = words.length > 0 ? words : asked.slice(-1);
  const day = dayOfEvent(sentence, word => named.some(each => includesWord(formsOf(word), each)));
  return day === undefined ? { factor: unfit } : { factor: reported, day };
}

/** What an act in the sentence's first part counts, and one that is only mentioned. */
const reported = 1.1;
const leading = 150;
/** A sentence that names no such act may still say the same in other words. */
const noAct = 0.75;

/** For a question about an act: whether it is reported with these roles, and with the day that is asked for. */
function fitOfAct(sentence: JudgedSentence, form: QuestionForm, question: string, ofKind: number): Fit {
  const { article, start, end, text } = sentence;
  const { places, people, organizations, events } = article.reading;
  const textsOf = (entities: typeof places) => namesIn(entities, start, end).map(name => name.text);
  const named = { places: textsOf(places), names: [...textsOf(people), ...textsOf(organizations)] };
  const report = reportOf(text, form, named);
  // The word alone says neither yes nor no.
  const mayBeOther =
    /^(?:is|are)\b/i.test(question) || yesOrNo.test(question) || isOnlyAttempt(text, form.verb);
  if (report === null) return { factor: (mayBeOther ? unfit : noAct) * Math.min(ofKind, 1) };
  const isOnlyTried = asksForPast.test(question) && tried.test(text.slice(0, report.act.start));
  if (!report.isAsAsked || isOnlyTried) return { factor: unfit };
  const isAhead = /^who/i.test(question) && comesAhead(text, report.act.start);
  const factor = (report.act.start < leading ? reported : 1) * (isAhead ? unfit : 1);
  const words = [...form.agent, ...form.patient];
  // Also whom a leading pronoun stands for.
  const ofEvent = new Set(events.filter(each => each.end === end).flatMap(each => each.people));
  const ofPerson = (word: AskedWord) =>
    people.some(
      ({ id, name, mentions }) =>
        (ofEvent.has(id) || mentions.some(m => isIn(m, start, end))) && formsOf(name).has(word.form),
    );
  const resolved =
    report.isPronoun && report.act.kind !== 'doer' && !words.some(ofPerson)
      ? { antecedent: words }
      : { settled: words.filter(ofPerson) };
  if (/^who/i.test(question)) return { factor, ...resolved };
  if (/^where\b/i.test(question))
    return { factor: factor * (isPlaced(report.act, named.places, form) ? 1 : unfit), ...resolved };
  if (!/^when\b/i.test(question)) return { factor: factor * ofKind, ...resolved };
  const isDated = article.reading.dates.some(date => isIn(date, start, end));
  // `Police have arrested NAME, officials said on Monday`: the day of the news, whatever it was said on.
  const ofNews = perfectBefore.test(text.slice(0, report.act.start)) ? eventDayOf(sentence) : undefined;
  const day = isDated ? (dayOfAct(sentence, report.act) ?? ofNews) : eventDayOf(sentence);
  return day === undefined ? { factor: factor * unfit } : { factor, day, ...resolved };
}

/** `Tried to`, `a plot by NAME to`, `refused to`, in front of the verb for what did not happen, or is not said to have. */
const tried =
  /\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|plot(?:s|ted|ting)?|fail(?:s|ed|ing)?|plan(?:s|ned|ning)?|threat(?:s|en|ens|ened|ening)?|intend(?:s|ed|ing)?|conspir(?:e|ed|ing|acy)|refus(?:es|ed|ing|al)|declin(?:es|ed|ing)|urg(?:es|ed|ing)|ask(?:s|ed|ing)|demand(?:s|ed|ing)|call(?:s|ed|ing) (?:on|for)|want(?:s|ed)|pressur(?:es|ed|ing)|offer(?:s|ed|ing)|efforts?)\s(?:\p{L}{1,20}\s){0,3}to\s(?:\p{L}{1,20}\s)?$/iu;
const perfectBefore = /\b(?:has|have) (?:been |just |now |also ){0,2}$/;

/** `at a market`, but not `at the time`. */
const somewhere =
  /\b(?:in|at)\s(?:hospital|custody|church|home|sea)\b|\b(?:at|outside|near|inside)\s(?:an?|the|his|her|their|its)\s(?!time|end|age|moment|same|request|hands?|beginning|start|least|height|expense)\p{Ll}{3,}/u;

/** Whether the clause of an act says in which place: `killed in CITY`, `In CITY, NAME was killed`, `at a market`. */
function isPlaced({ before, after }: Act, places: readonly string[], form: QuestionForm): boolean {
  if (somewhere.test(after)) return true;
  return places
    .filter(place => ![...form.agent, ...form.patient].some(word => includesWord(formsOf(place), word)))
    .some(place => isWhere(before, place) || isWhere(after, place));
}

function isWhere(side: string, place: string): boolean {
  const at = side.indexOf(place);
  return (
    at >= 0 && /\b(?:in|at|near|outside|from|on)\s(?:[\p{L}’'.-]{1,30},?\s){0,4}$/iu.test(side.slice(0, at))
  );
}

const asksForPast =
  /^(?:when (?:was|were|did)|did|was|were|has|have|how many|who (?!will\b|leads?\b|is\b|are\b|runs\b)|where (?:was|were|did)|why did)\b/i;

function happened(text: string): number {
  return ahead.test(text) ? 0.85 : 1;
}

/** What a yes or no is asked of must not be a condition, and what is to come must not have been. */
function certainty(question: string, sentence: JudgedSentence, asked: readonly AskedWord[]): number {
  if (yesOrNo.test(question)) {
    const isOpen = /\b(?:if|whether|unless)\b/i.test(sentence.text);
    if (isOpen || isOnlyPlan(sentence) || isToCome(sentence.text, asked)) return conditional;
    return isOnlyNamed(sentence.text, asked) ? onlyNamed : 1;
  }
  // A forecast is answered by what is said to come, not by what may be or by what anything else makes likely.
  const hasVerb = asked.some(({ isVerb }) => isVerb);
  if (/^(?:will|who will)\b/i.test(question))
    return (hasVerb ? isForetold(sentence.text, asked) : isOnlyPlan(sentence)) ? 1 : unfit;
  if (/^when will\b/i.test(question)) {
    const isNamed = hasVerb && askedVerbsIn(sentence.text, asked).length > 0;
    const isComing = isNamed
      ? isForetold(sentence.text, asked) || isFixed(sentence.text, asked)
      : isPlan(sentence);
    return isComing || (!isNamed && ahead.test(sentence.text)) ? 1 : unfit;
  }
  return 1;
}
const asksForDay = /^(?:when\b|what (?:day|date))/i;
/** A clause that says of what or after what the sentence reports something else: `the captain of a ferry that sank`. */
const aside = /\b(?:that|which|who|after|since|before)\s(?:\p{L}+\s){0,3}$/iu;
const ownDay =
  /^(?:(?!\b(?:was|were|is|are|has|have|had|said|will)\b)[^,.;]){0,60}\b(?:on|in|by|before|early|late|last)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d{4})/;

/** Whether the act asked about is only mentioned in a clause without a day: the day of the sentence is not its day. */
function isMentioned(text: string, verb: AskedWord): boolean {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => includesWord(formsOf(word), verb));
  return (
    found.length > 0 &&
    found.every(
      ({ 0: word, index }) =>
        aside.test(text.slice(0, index)) && !ownDay.test(text.slice(index + word.length)),
    )
  );
}

const yesOrNo = /^(?:did|was|were|has|have|had)\b/i;
/** What was done or happened must be in the sentence. */
const asksOfAct = /^(?:(?:(?:when|why) )?(?:did|was|were|has|have|had)|when (?:will|does|is|are))\b/i;
const conditional = 0.65;
/** A verb reports what happened better than a noun for it: `NAME is meeting NAME`, `the meeting was requested`. */
const onlyNamed = 0.9;

/**
 * `NAME has resigned`, asked when NAME resigned: the news of the article’s day.
 * @param verb `same`: not only one that may report the same, as `has been reelected` does for a vote
 */
function isNewsOf(text: string, asked: readonly AskedWord[], verb: 'same' | 'alike' = 'alike'): boolean {
  const news = /\b(?:has|have) (?:been |just |now |also ){0,2}(\p{L}+)/u.exec(text)?.[1];
  if (news === undefined) return false;
  const own = formsOf(news);
  return asked.some(word => word.isVerb && (verb === 'same' ? own.has(word.form) : includesWord(own, word)));
}

function judgeDay({ article, end, text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const { events } = article.reading;
  const isDay = ({ date, planned, approximate }: ReadEvent) => date.length === 10 && !planned && !approximate;
  if (events.some(event => event.end === end && isDay(event))) return 1;
  if (isNewsOf(text, asked)) return 0.9;
  return /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|yesterday|today)\b/.test(
    text,
  )
    ? 0.9
    : unfit;
}

function judgePlace({ article, start, end, text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const named = namesIn(article.reading.places, start, end).some(({ text: name }) => !isAsked(name, asked));
  const preposition = /\b(?:in|at|near|outside|on|capital|from|off|toward) (?:the )?(?:\p{Ll}+ ){0,2}\p{Lu}/u;
  return preposition.test(text) ? (named ? 1 : 0.85) : unfit;
}

const number =
  /(?<![\d-])\b\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)t(?:een|y)|twenty|forty|(?:dozen|hundred|thousand|million|billion)s?)\b/i;

/** An ordinal counts those before it too: after `a third person has died` there are three. */
const oneMore =
  /\ba (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?!time|day|week|month|year|term|quarter|round|attempt|way|place|half|party|wave|phase|stage|floor)\p{Ll}{3,}/iu;

/** A number that is no part of a date. */
function judgeNumber(
  { article, start, end, text }: JudgedSentence,
  asked: readonly AskedWord[],
  question: string,
): number {
  const undated = article.reading.dates
    .filter(date => isIn(date, start, end))
    .reduce((rest, date) => rest.replace(date.text, ' '), text);
  const asksForPeople = /^how many people\b/i.test(question) && !asked.some(({ isVerb }) => isVerb);
  const counts = asksForPeople ? countOfPeople : number;
  return counts.test(undated) || oneMore.test(undated) ? 1 : unfit;
}

/** Where nothing else is said of the people, the number must be one of people: not `two Dutchmen` somewhere in it. */
const countOfPeople = new RegExp(
  `(?:${number.source})[\\d,.]{0,9}(?:\\s\\p{L}{1,15}){0,3}?\\s(?:people|persons|lives|passengers|crew|victims|residents|inhabitants|visitors|members|guests|men|women|children|students|workers|soldiers|prisoners|hostages|refugees)\\b`,
  'iu',
);

function judgeDefinition({ text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const defining = /^[^.]{0,60}?(?:\b(?:is|are|was|were)|,) (?:an?|the|one of)\b/i.exec(text);
  if (defining === null) return 0.8;
  return asked.some(word => includesWord(formsOf(defining[0]), word)) ? 1.15 : 0.9;
}

/** The day of the event that a sentence reports, or its month or year. */
function eventDayOf({ article, end }: JudgedSentence): string | undefined {
  const { events } = article.reading;
  const ofSentence = events.filter(each => each.end === end && !each.approximate);
  return (ofSentence.find(({ date }) => date.length === 10) ?? ofSentence[0])?.date;
}

/** The day near which an event of a sentence took place. */
function aboutDayOf({ article, end }: JudgedSentence): string | undefined {
  return article.reading.events.find(each => each.end === end && each.approximate)?.date;
}

/** Whether what a sentence reports is only planned. */
export function isPlan({ article, end }: JudgedSentence): boolean {
  return article.reading.events.some(each => each.end === end && each.planned === true);
}

function isOnlyPlan(sentence: JudgedSentence): boolean {
  const { article, end } = sentence;
  return isPlan(sentence) && article.reading.events.every(each => each.end !== end || each.planned === true);
}
