import type { EventRule } from './event-rule.ts';

/** What is counted over a time, noted on a day, or was the most in a month or a year, rather than happened then. */

/** A date that is a month, a year or more. */
const isPeriod = (value: string | null) => value !== null && !/^\d{4}-\d\d-\d\d/.test(value);

const amount =
  '(?:(?:about|around|some|nearly|almost|roughly|over|more than|less than|fewer than|up to|only|just|an estimated|as many as|a record|a total of) )*[$€£]?(?!(?:1[5-9]|20)\\d\\d\\b)\\d';
const change =
  '(?:by (?:an? |about |around |nearly |almost |more than )*(?:\\d|half|third|quarter|fifth|tenth))';

/** Verbs whose object is counted: `The port handled 11 million tonnes last year`. */
const counted = new RegExp(
  `\\b(?:built|produced|sold|exported|imported|shipped|carried|handled|counted|served|treated|dealt with|earned|spent|took in|received|employed|attracted|drew|welcomed|generated|harvested|caught|mined|registered|recorded|numbered|averaged|totall?ed|amounted to|came to|accounted for) ${amount}|\\b(?:grew|rose|fell|shrank|declined|dropped|increased|decreased) (?:${change}|(?:to )?${amount})|\\b(?!(?:1[5-9]|20)\\d\\d\\b)\\d[\\d.,]*(?: \\p{L}+){0,4} (?:lived|(?:was|were|had been) (?:enrolled|registered|treated|vaccinated|born|sold|built|seen|recorded|counted|employed|produced))\\b|\\b(?:took in|carried|received|employed) \\p{L}+ from \\d|\\d(?: percent|%)(?: of [^,;:]{1,40})? (?:was|were|had)\\b`,
  'iu',
);

/** `made a loss in`, `reported a small profit for` */
const ofResult =
  /\b(?:made|makes|posted|reported|booked) (?:an?|its) (?:\p{L}+ ){0,2}(?:loss|profit|surplus|deficit)\b[^,;:]*$/u;
const isFigure = /\d|\b(?:half|third|quarter|fifth|tenth)\b/;
const clauseEnd = /[,;:–—] | and | but /;

/** `the highest ever measured in`, `was the town’s first murder in`, but not `the first to swim it in` */
const extreme =
  /(?:\b(?:is|was|were|are|been) |^\s*)(?:the|its|their|one of the|an?|the [\p{L}-]+['’]s|\p{L}+['’]s) (?:[\p{L}-]+ )?(?:\p{L}+est|most|worst|best|first|last|second|third|only)\b(?! to\b| time\b)[^,;:]*$/u;
const isSuperlative =
  /^ (?:is|was|were|has been|had been)(?:,? [\p{L} ]{1,20},)? ?the (?:second |third )?(?:\p{L}+est|most|worst|best)\b/u;

/** `Shares closed at 40 crowns on`, `Oil fell 3 percent on`: what is noted every day. */
const ofMarket =
  /^[^,;:]{0,30}\b(?:shares|stocks?|oil|crude|gold|silver|copper|wheat|bonds|futures|index|dollar|euro|pound|yen|crown|franc|rouble|ruble|bitcoin)\b[^,;:]{0,40} (?:opened|closed|ended|fell|rose|gained|lost|traded|slipped|climbed|dropped|jumped|stood|was|were|is|are)\b[^,;:]{0,30}\d[^,;:]*$/i;
const stoodAt = /\bstood at\b|\b(?:was|were) at \d[\d.,]*(?: percent|%| points?)/;

/** The rules for a time at or over which something is measured. */
export const totalRules: EventRule[] = [
  {
    name: 'a total',
    applies: ({ date, clause, after }) => {
      if (!isPeriod(date.value)) return false;
      const near = `${clause}, ${after.split(clauseEnd, 1)[0]}`;
      return ofResult.test(clause) || (isFigure.test(near) && counted.test(near));
    },
  },
  {
    name: 'a figure of a day',
    applies: ({ clause }) => isFigure.test(clause) && (stoodAt.test(clause) || ofMarket.test(clause)),
  },
  {
    name: 'an extreme',
    applies: ({ date, clause, after }) =>
      isPeriod(date.value) &&
      (extreme.test(clause) || (/^\W*(?:The )?$/.test(clause) && isSuperlative.test(after))),
  },
];
