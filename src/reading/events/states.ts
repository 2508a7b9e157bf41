import { tenseAt } from '../tokens/tense/tense.ts';
import { type DateInSentence, type EventRule, isPeriod } from './event-rule.ts';

const stateVerb =
  /\b(?:is|are|am|remains?|has|have|seems?|means?|knows?|lives?|exists?|works?|stands?|still)\b(?!\s+\w{1,30}ing\b)/i;
/** `Today the mill is a museum`, `Today, the village has 300 people`. */
const stateAfter =
  /^,? [^,.;]{1,60}? (?:(?:is|are|remains?) (?:an?|the|one|still|home|known|in|\d{1,9})|(?:has|have|houses?|lives?) (?:an?|the|no|more|only|about|some|many|few|\d{1,9}))\b/;
const nowadays = /^(?:today|now|this (?:year|month|week))$/i;
/** `Today, the minimum wage is about three crowns`, `today it carries 30,000`, `The situation in Tarn today does not show …`, `Once a port, today it …` */
const measuredToday =
  /^,? [^,.;]{1,60}? (?:is|are|remains?) (?:about|around|roughly|nearly|almost|more|less|fewer|over|under|worth|at)\b|^,? (?:it|they|he|she|there) \p{Ll}+s? (?:about |around |some |only |nearly |almost )?\d/u;
const ofToday =
  /\b(?:situation|world|society|life|market|conditions|economy|landscape|politics) (?:(?:in|of|for) (?:the )?(?:[\p{L}'’-]+ ){1,3})?$/iu;
const onceOpening = /^["“]?Once (?:an?|the|known|home|called)\b/;

/** Figures of a year: `The rate stood at 2.3`, `0.5 murders per 100,000 people`, `had 4,000 people`. */
const statistic =
  /\bstood at\b|\b(?:was|were) (?:(?:just|only|about|around|nearly|some|over|still|worth|aged) ){0,2}[$€£]?\d[\d.,]*(?!\p{L})|\bper (?:100,000|10,000|1,000|million|capita|head)\b|\bthere (?:was|were) (?:only |just |about |some |over |more than )?(?:\d|\p{Ll}{3,9} \p{Ll}+ (?:people|inhabitants))|\bhad (?:only |just |about |some |over |more than )?\d[\d,.]* (?:million )?(?:people|inhabitants|residents|members|workers|employees|troops|soldiers)\b|\b(?:average|median|mean|minimum) [^.;]{1,30}\b(?:was|were)\b/iu;

/** What holds on a day rather than happens on it; `The mayor speaks today` and `is meeting today` are events. */
function isState({ sentence, date, text, clause, after }: DateInSentence): boolean {
  if (!nowadays.test(date.text)) return false;
  if (onceOpening.test(text) || ofToday.test(clause)) return true;
  const tense = tenseAt(sentence, date);
  if (tense !== 'present' && tense !== 'open') return false;
  return (
    stateVerb.test(clause) || (clause.trim() === '' && (stateAfter.test(after) || measuredToday.test(after)))
  );
}

/** `This year is shaping up to be a good one`, `2019 was hard`: what a time was like. */
const isTime = /^(?:(?:this|last|next) (?:week|month|year|spring|summer|autumn|fall|winter)|\d{4})$/i;
/** `Tuesday was the hottest day of my life`, but not `Monday was marked by protests` */
const isWeekday = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const dayWas = /^ (?:is|was|will be) (?:an?|the|one of|another|my|our|so|very|remembered)\b/;
/** `The March order stands` */
const isInForce = /^ \p{Ll}+ (?:still )?(?:stands|remains|applies|holds|is in force|is still)\b/u;
const wasLike = /^ (?:is|was|has been|had been|will be|would be|looks|promises|seems|proved)\b/;

/** `Tarn was a port in`, but not `There was a fire in`, `She was the victim of a bomb in`, `It was a band formed in` */
const wasSo =
  /(?<!\bthere )\b(?:was|were|had been) (?:still |already |then )?(?:an?|the|its|his|her|their|one of)(?: (?!\p{L}+ed\b|(?:winners?|champions?|victims?|scene|site|target|first|second|third|last|start|beginning|end|founder)\b)[\p{L}'’-]+){1,8} (?:in|during) (?:the )?$/iu;

/** `In 1990 the valley was still a desert` */
const opensClause = /^\W*[Ii]n (?:the )?$/;
const wasStill =
  /^,? (?:[\p{L}’'-]+ ){1,4}(?:was|were) (?:still|already|then|just|only) (?:an?|the|its|his|her|their|home) /u;

/** What holds at a time rather than happens at it. */
export const stateRules: EventRule[] = [
  { name: 'a state', applies: isState },
  {
    name: 'what a time was like',
    applies: ({ date, clause, after }) =>
      /^\W*(?:(?:But|And|So|Yet) )?$/.test(clause) &&
      ((isTime.test(date.text) && wasLike.test(after)) || (isWeekday.test(date.text) && dayWas.test(after))),
  },
  {
    name: 'what is in force',
    applies: ({ clause, after }) => /^(?:The|An?|Its|His|Her|Their) $/.test(clause) && isInForce.test(after),
  },
  {
    name: 'what was so for a time',
    applies: ({ date, clause, after }) =>
      isPeriod(date) && (wasSo.test(clause) || (opensClause.test(clause) && wasStill.test(after))),
  },
  {
    name: 'a statistic',
    applies: ({ date, text }) => isPeriod(date) && statistic.test(text),
  },
];
