import type { Sentence } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import { afterLast } from '../text/within.ts';
import { type Tense, tenseAt } from '../tokens/tense/tense.ts';
import { commentRule } from './comments.ts';
import { type DateInSentence, type EventRule, isPeriod } from './event-rule.ts';
import { forecastRules } from './forecasts.ts';
import { noticeRules } from './notices.ts';
import { stateRules } from './states.ts';
import { totalRules } from './totals.ts';

/** UTF-16 code units before and after a date that are examined. */
const window = 160;

const supposing =
  /\b(?:if|unless|whether|as though|in case|in the event|provided that|assuming|suppose|supposing|imagine|were to|(?:could|would|might|should)(?:n['’]t| not| never| rather)? have)\b/i;
/** `Imagine that she had said, in May, …`: the whole sentence supposes. */
/** `If the board agrees, work will start on Monday` */
const conditional =
  /^["“‘]?(?:(?:But|And|Even) )?(?:If|Unless|Assuming|Provided|Should|(?:As|So) long as|Only if|Once|Otherwise|Failing)\b/;
const consequence = /\b(?:will|would|can|could|may|might|shall)\b/i;
/** `The fair will open on Saturday if the weather holds` */
const conditionBehind =
  /^(?: (?:morning|afternoon|evening|night))? (?:only )?(?:if|provided|providing|as long as|so long as)\b/;
const looksAhead: ReadonlySet<Tense> = new Set<Tense>(['present', 'planned', 'future']);
const supposedOpening =
  /^["“‘]?(?:(?:but|and|now|just|let us|try to) )?(?:imagine|suppose|picture|pretend|what if|if only)\b/i;
const wasExpected = /(?:\b(?:was|were)|^) (?:expected|due|scheduled|set|supposed|slated) to\b/i;
/** `dropped the show, which was to return on Monday` */
const wasTo = /\b(?:was|were) (?:to|due to|expected to|supposed to) [^.;:]{1,60}$/i;
const isBut = /^(?: (?:morning|afternoon|evening|night))?,? but\b/;
const counterfactual =
  /\bhad (?:been )?(?:planned|hoped|wanted|intended|meant|expected|supposed|scheduled|due|set) (?:to|for|on)\b|\bhad (?:expected|forecast|predicted|feared|foreseen)\b|\b(?:once|originally|initially) (?:expected|planned|hoped|intended|meant|scheduled|due|set) (?:to|for|on)\b|\b(?:was|were) supposed to\b/i;
/** `had hoped to print it with his old firm, Tarn and Sons, in`: the day is still that of what was hoped. */
const onlyMeant =
  /\bhad (?:planned|hoped|wanted|intended|meant|expected) to (?:(?!(?:but|until|before|after|when|then|said|told)\b)[^.;:“” ]+ ){1,20}$/i;
/** `hoped to win, but on Monday`: another clause. */
const turned = /\b(?:but|yet|instead)\b/i;
const plannedOpening =
  /^(?:originally )?(?:scheduled|due|expected|planned|slated|meant|supposed|intended) (?:to|for|on)\b/i;
const plannedFor = /\b(?:planned|scheduled|due|set|slated|called|arranged|booked) (?:for|on) (?:the )?$/i;
const calledOff =
  /\b(?:cancell?ed|postponed|called off|delay(?:ed|s)?|scrapped|abandoned|put off|dropped|moved|extended|rescheduled|pushed back)\b/i;
/** `won’t be going ahead as scheduled`, `did not take place` */
const notHeld =
  /\b(?:won['’]t|will not|wo not|(?:is|are|was|were|did|does|do)(?:n['’]t| not)|no longer|cannot|can['’]t) (?:now |longer |be |to )*(?:go(?:ing)? ahead|tak(?:e|ing) place|held|proceed(?:ing)?|happen(?:ing)?)\b/i;
/** `The fair will not open on Friday`, but not `will not open until Friday` */
const willNot = /\b(?:will not(?! only\b)|won['’]t)\b(?!.*(?:["”]|\b(?:until|till|before|but|and)\b))/i;
const unknown =
  /\b(?:no ?one|nobody) (?:knows|knew|will (?:ever )?forget|remembers|expected|thought)\b|\bit (?:is|was|became) (?:clear|obvious|plain|evident)\b|\b(?:not|un)(?: yet| entirely)? ?(?:clear|known|certain)\b|\bdo(?:es)?(?:n['’]t| not) know\b/i;
/** `In my view 2 May was a turning point`, `I believe that …`: someone's opinion, not what happened. */
const opinion =
  /^["“‘]?(?:In (?:my|our|his|her|their) (?:view|opinion)|To my mind|I (?:think|believe|suspect|doubt|suppose|guess|feel)|We (?:think|believe|suspect))\b/;
/** `Policy could turn looser in the second half of this year`, without a verb that says more behind it. */
/** `On Friday the court may rule` */
const opensWithDay = /^[\s"“‘]*(?:On|In|By|Next)?(?: the)? ?$/;
const mayBe = /^(?: week)?,? (?:\p{L}+ ){1,3}(?:could|may|might) (?!have\b|not\b)/u;
/** `is sure that the mayor can win in November` */
const canBe = /\b(?:can|cannot|can['’]t) (?:still )?\p{Ll}+ (?:\p{Ll}+ )?in $/u;
const modal = /\b(?:could|may|might) (?!have\b|not\b)/g;
const furtherVerb = /\b(?:is|are|was|were|will|said|told|had|has)\b/;
/** `Friday marks an opportunity for both`: what a day means to someone. */
const assessment =
  /^(?:['’]s (?:\p{Ll}+ ){1,3})?\s?(?:marks?|is|was|represents?|offers?|presents?) (?:an?|the) (?:\p{Ll}+ )?(?:opportunity|chance|test|reminder|sign|turning point|watershed|step forward|step back)\b/u;
/** `This will likely not be the last storm this year` */
const outlook =
  /\bwill (?:(?:likely|probably|surely|hardly) )?(?:not |never )?be (?:the|an?) (?:last|first|only|end|beginning|worst|best|biggest)\b/;
/** `inflation, 2.4 percent in February,`, `down from 9 in September`: a figure that another is measured by. */
const figure =
  /(?:,|\b(?:up|down|fell|fall|drop|dropped|rose|rise|change|changed) from|\bagainst|\bwith) (?:about |around |nearly |just |only )?[$€£]?\d[\d.,]*(?: ?(?:%|percent|per cent|points?|million|billion|crowns?|dollars?|euros?|pounds?)){0,3} (?:in|on|for) (?:the )?$/i;
const comparison =
  /\b(?:unlike|(?:as )?compared (?:with|to)|than|similar to|as|(?:records?|averages?|mean|norm|normal|usual) for)(?: (?:in|during|on|of))?(?: the(?: month of)?)?(?: (?:late|early|mid))?[ -]$/i;
/** `Sunday’s vote was a disgrace, many in Tarn feel.` */
const opinionBehind = /, (?:[\p{L}’'-]+ ){1,4}(?:thinks?|believes?|feels?)[.”"]*$/u;
const guess = /(?:^|\s)(?:perhaps|maybe|possibly|presumably|conceivably)\s/i;
/** `It remains to be seen`, `Analysts expect the bank to move on` */
const expectation =
  /\b[Ii]t remains to be seen|\b[Tt]he question is|\b(?:is|are) rumou?red|\b(?:[Aa]nalysts?|[Ee]conomists?|[Oo]bservers?|[Ee]xperts|[Cc]ommentators|[Tt]raders|[Pp]ollsters|[Bb]ookmakers|[Ss]ome|[Mm]any|[Mm]ost) (?:of them )?(?:believe|think|expect|predict|reckon|assume)s?\b/;
/** `That is, perhaps, the highest stake`, `was arguably the best day`, `had little relevance in 2024` */
const judgement =
  /\b(?:is|was|are|were),? (?:perhaps|arguably|probably|maybe|surely),? (?:the|an?)\b|\bha(?:s|d|ve) (?:little|no|much|some) (?:relevance|significance|importance|bearing|meaning)\b/;
/** `He hopes to be home by 1 July`: that is wished, not planned. */
const hope =
  /\b(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|dreams?|dreamed|dreamt|fears?|feared|worr(?:y|ies|ied)) (?:that|to|of|he|she|they|I|we)\b[^.;:“”]{0,80}$/i;
/** `This article was first published on 3 June 1986` */
const ofArticle =
  /^(?:this|the) (?:article|story|piece|report|column|review|interview|post) (?:was|is|has been|first|originally) [^.;:]{0,30}\b(?:published|printed|appeared|updated|corrected|amended)\b/i;
/** `demanded an answer by Friday` */
const wantedBy =
  /\b(?:demand(?:s|ed)?|want(?:s|ed)?|asks? for|asked for|calls? for|called for)\b.{1,60} by (?:the )?$/i;
/** `a pick for mayor in`, `who is up for re-election in` */
const standsIn =
  /\b(?:(?:candidate|nominee|pick|contender|hopeful|favou?rite|challenger|running mate)s?(?: (?:for|to) [^,;:]{1,40})?|(?:up for|seeking|seeks|facing|faces|bid for) re-?election) in $/;
const nameBefore =
  /\b(?:class|summer|winter|war|revolution|constitution|treaty|charter|law|act|crisis|vintage|edition|model|version)\s+of\s$/i;

/** `has promised to look at it again in`, `There are plans for a bridge in`: of no one day, and so of no one’s making. */
const promise =
  /\b(?:promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|vow(?:s|ed)?|aim(?:s|ed|ing)?|would like|intends?)\b/i;
/** What is promised begins not far behind the verb. */
const promised = /^[^.;:“”]{0,50}\b(?:to|that)\b/i;
const proposed = /\bthere (?:is|are) (?:no |some )?(?:plans?|talk|proposals?|calls?)\b/i;

function isPromise(clause: string): boolean {
  const verb = promise.exec(clause);
  const behind = verb ? clause.slice(verb.index + verb[0].length) : '';
  return (promised.test(behind) && !/[.;:“”]/.test(behind)) || proposed.test(clause);
}

/** `There was no vote on`, `Nothing was decided on` */
const nothing =
  /\b(?:there (?:is|was|were|will be) no (?:\p{L}+ )?|nothing (?:is|was|has been|had been|will be) )\p{L}+ (?:on )?$/iu;

/** The words of the sentence before the date. */
const wordsBefore = ({ text, sentence, date }: Pick<DateInSentence, 'text' | 'sentence' | 'date'>) =>
  text.slice(0, date.start - sentence.start);
/** Whether a sentence is nothing but a day. */
const isBare = (at: DateInSentence) =>
  !/\p{L}/u.test(wordsBefore(at)) && !/\p{L}/u.test(at.text.slice(at.date.end - at.sentence.start));
/** `Each year in May`, `held every summer, in June` */
const yearly =
  /\b(?:every|each) (?:year|month|week|weekend|spring|summer|autumn|fall|winter|season)(?:,? (?:on|in|at|around|during)(?: the)?(?: early| late)?)? $/i;

const habit =
  /\b(?:usually|normally|generally|as a rule|(?:once|twice|(?:three|four|five|six|several) times) an? (?:day|week|month|year)|(?:on|open|closed) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b/;
/** `is often cut off in January`, `have repeatedly failed this month` */
const isOften = ({ clause, date }: DateInSentence) =>
  /\b(?:often|regularly|frequently|always|rarely|seldom|sometimes)\b/.test(clause) ||
  (/^this /i.test(date.text) && /\brepeatedly\b(?!.* earlier $)/.test(clause));
/** `was moved from Monday to`: when it does not take place. */
const movedFrom =
  /\b(?:moved|postponed|put off|delayed|brought forward|rescheduled|changed|pushed back|switched|shifted)\b[^.;]{0,30} from (?:the )?$/;

/** `TARN, August 5.`: what is behind it is another sentence. */
const datelineAlone = /^\p{Lu}{2}[\p{Lu} .’'-]{1,38}, \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?\.?$/u;

/** What a date is in a sentence that reports nothing of it; any rule that applies rules the event out. */
const rules: EventRule[] = [
  { name: 'a day by itself', applies: isBare },
  { name: 'a dateline by itself', applies: ({ text }) => datelineAlone.test(text) },
  {
    name: 'a question',
    applies: ({ text, after }) => /\?["”’»)\]]*$/.test(text) || /^[^.!“”"]{0,120}\?/.test(after),
  },
  {
    name: 'a supposition',
    applies: ({ text, clause, sentence, date }) =>
      supposing.test(clause) ||
      supposedOpening.test(text) ||
      (conditional.test(text) && (consequence.test(clause) || looksAhead.has(tenseAt(sentence, date)))),
  },
  {
    name: 'a condition after the date',
    applies: ({ text, after, ...at }) =>
      (/\b(?:if|unless)\b/i.test(after) &&
        /\bwould\b/i.test(text) &&
        /^[^.;]{0,80}?\b(?:if|unless)\b/i.test(after)) ||
      (conditionBehind.test(after) && looksAhead.has(tenseAt(at.sentence, at.date))),
  },
  {
    name: 'an inverted condition',
    applies: ({ text }) =>
      /^["“]?(?:Had|Should|Were|Without|But for)\b/.test(text) && /\b(?:would|will)\b/.test(text),
  },
  {
    name: 'a plan that came to nothing',
    applies: ({ clause, after, ...at }) =>
      counterfactual.test(clause) ||
      onlyMeant.test(wordsBefore(at)) ||
      plannedOpening.test(clause) ||
      notHeld.test(clause) ||
      (clause.includes(' from ') && movedFrom.test(clause)) ||
      ((plannedFor.test(clause) || wasExpected.test(clause)) && calledOff.test(after)) ||
      (wasTo.test(clause) && (calledOff.test(at.text) || isBut.test(after))),
  },
  {
    name: 'something denied',
    applies: ({ clause, after }) =>
      /\b(?:never|den(?:y|ies|ied|ying))\b/i.test(clause) ||
      (/[Nn]o/.test(clause) && nothing.test(clause)) ||
      willNot.test(clause) ||
      /^ never\b/.test(after),
  },
  { name: 'something unknown', applies: ({ clause }) => unknown.test(clause) },
  {
    name: 'an opinion, or a guess',
    applies: ({ text, clause }) =>
      opinion.test(text) ||
      opinionBehind.test(text.slice(-60)) ||
      guess.test(clause) ||
      expectation.test(clause),
  },
  {
    name: 'a hope or a fear',
    applies: at => hope.test(wordsBefore(at)) && !turned.test(at.clause),
  },
  {
    name: 'a possibility',
    applies: at =>
      isPossibility(at) ||
      (isPeriod(at.date) && canBe.test(at.clause)) ||
      (opensWithDay.test(at.clause) && mayBe.test(at.after)),
  },
  {
    name: 'a comparison',
    applies: at => comparison.test(at.clause) || (/\d/.test(at.clause) && figure.test(wordsBefore(at))),
  },
  {
    name: 'every year',
    applies: at =>
      /\b(?:each|every)\s$/i.test(at.clause) ||
      habit.test(at.clause) ||
      (isPeriod(at.date) && isOften(at)) ||
      yearly.test(wordsBefore(at)),
  },
  {
    name: 'an assessment',
    applies: ({ text, after }) => assessment.test(after) || outlook.test(text) || judgement.test(text),
  },
  {
    name: 'a note on the article itself, or the day of a document',
    applies: ({ text, clause }) => ofArticle.test(text) || /\bdated $/.test(clause),
  },
  {
    name: 'a promise of no exact day',
    applies: at => isPeriod(at.date) && isPromise(at.clause),
  },
  { name: 'a deadline that someone sets', applies: ({ clause }) => wantedBy.test(clause) },
  {
    name: 'an election that someone stands in',
    applies: ({ clause }) => clause.endsWith(' in ') && standsIn.test(clause),
  },
  { name: 'part of a name', applies: ({ clause }) => nameBefore.test(clause) },
  ...forecastRules,
  ...stateRules,
  ...noticeRules,
  commentRule,
  ...totalRules,
];

/** Whether a sentence reports that something happened, or will, on a date in it, rather than asks or supposes it. */
export function reports(input: string, sentence: Sentence, date: ReadDate): boolean {
  const before = input.slice(Math.max(sentence.start, date.start - window), date.start);
  const at: DateInSentence = {
    sentence,
    date,
    text: input.slice(sentence.start, sentence.end),
    clause: afterLast(',;:“”', before),
    after: input.slice(date.end, Math.min(sentence.end, date.end + window)),
  };
  return !rules.some(({ applies }) => applies(at));
}

/** Whether a modal governs the date, with no other verb between them. */
function isPossibility({ clause }: DateInSentence): boolean {
  const found = [...clause.matchAll(modal)].at(-1);
  return found !== undefined && !furtherVerb.test(clause.slice(found.index + found[0].length));
}
