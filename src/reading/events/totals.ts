import { type EventRule, isPeriod } from './event-rule.ts';

/** What is counted over a month or a year, or was the most in it, rather than happened in it. */

const amount =
  '(?:(?:about|around|some|nearly|almost|roughly|over|more than|less than|fewer than|up to|only|just|an estimated|as many as|a record|a total of) )*[$€£]?(?!(?:1[5-9]|20)\\d\\d\\b)\\d';
const change =
  '(?:by (?:an? |about |around |nearly |almost |more than )*(?:\\d|half|third|quarter|fifth|tenth))';

/** Verbs whose object is counted: `The port handled 11 million tonnes last year`. */
const counted = new RegExp(
  `\\b(?:built|produced|sold|exported|imported|shipped|carried|handled|counted|served|treated|dealt with|earned|spent|took in|received|employed|attracted|welcomed|generated|harvested|caught|mined|registered|recorded|numbered|averaged|totall?ed|amounted to|came to|accounted for) ${amount}|\\b(?:grew|rose|fell|shrank|declined|dropped|increased|decreased) (?:${change}|(?:to )?${amount})|\\b(?!(?:1[5-9]|20)\\d\\d\\b)\\d[\\d.,]{0,15}(?: \\p{L}{1,30}){0,4} (?:lived|(?:was|were|had been) (?:enrolled|registered|treated|vaccinated|born|sold|built|seen|recorded|counted|employed|produced))\\b|\\b(?:took in|carried|received|employed) \\p{L}+ from \\d|\\d(?: percent|%)(?: of [^,;:]{1,40})? (?:was|were|had)\\b`,
  'iu',
);

/** `made a loss in`, `reported a small profit for` */
const ofResult =
  /\b(?:made|makes|posted|reported|booked) (?:an?|its) (?:\p{L}+ ){0,2}(?:loss|profit|surplus|deficit)\b[^,;:]{0,200}$/u;
const isFigure = /\d|\b(?:half|third|quarter|fifth|tenth)\b/;
const clauseEnd = /[,;:–—] | and | but /;

/** `the highest ever measured in`, `was the town’s first murder in`, but not `the first to swim it in` */
const extreme =
  /(?:\b(?:is|was|were|are|been) |^\s*)(?:the|its|their|one of the|an?|the [\p{L}-]+['’]s|\p{L}+['’]s) (?:[\p{L}-]{1,30} )?(?:\p{L}{1,20}est|most|worst|best|first|last|second|third|only)\b(?! to\b| time\b)[^,;:]{0,200}$/u;
const isSuperlative =
  /^ (?:is|was|were|has been|had been)(?:,? [\p{L} ]{1,20},)? ?the (?:second |third )?(?:\p{L}+est|most|worst|best)\b/u;

/** `had been seen two million times by`, `has attracted 9,000 views by` */
const watched =
  /\b(?:viewed|seen|shared|watched|liked|streamed|downloaded|played) [^,;:]{1,30} times\b|\d(?: million| billion)? (?:views|likes|followers|clicks|downloads)\b/;

/** The rules for a time that something is measured over. */
export const totalRules: EventRule[] = [
  {
    name: 'a total',
    applies: ({ date, clause, after }) => {
      if (!isPeriod(date)) return false;
      const near = `${clause}, ${after.split(clauseEnd, 1)[0]}`;
      return ofResult.test(clause) || (isFigure.test(near) && counted.test(near));
    },
  },
  {
    name: 'how often something was seen',
    applies: ({ clause }) => clause.endsWith(' by ') && watched.test(clause),
  },
  {
    name: 'an extreme',
    applies: ({ date, clause, after }) =>
      isPeriod(date) &&
      (extreme.test(clause) || (/^\W*(?:The )?$/.test(clause) && isSuperlative.test(after))),
  },
];
