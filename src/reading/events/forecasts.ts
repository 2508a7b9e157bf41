import type { EventRule } from './event-rule.ts';

/** What no one decides: `Prices will rise`, `the flour will run out`. */
const courseVerb =
  '(?:(?:rise|fall|grow|shrink|peak|drop|climb|surge|soar|plunge|double|triple|decline|worsen|improve|recover|spread|slow|warm|cool|melt|die|collapse|run out|be (?:over|gone|dead|enough|too late))(?= (?:by|to|from|in|into|on|at|until|through|over|above|below|across|again|further|sharply|slightly|steadily|as|of|an?|\\d)|[ ,.;]*$)|(?:reach|exceed|surpass|hit)(?= (?:an? (?:record|high|low|peak)|nearly|about|around|almost|more|over|\\d)))';
const forecast = new RegExp(
  `\\b(?:will|shall|is going to|are going to|(?:is|are) (?:expected|likely|forecast|projected|predicted|set|bound) to|would) (?:\\p{Ll}+ly |not |never |also |still |soon )?${courseVerb}\\b`,
  'iu',
);
const demand =
  /\b(?:should|ought to|must (?:win|not|never|now|learn|understand|realize|realise|accept|stop))\b(?! (?:not )?have\b)/;

/** What is on the air: its day is that of the broadcast. */
const onAir =
  /\b(?:will air|airs|is to air|to be aired|will be (?:broadcast|aired|televised|streamed)|premieres|will premiere|episodes?|podcast|listen to|tune in|(?:new|first|second|third|fourth|fifth|final|last) (?:season|series) (?:starts?|begins?|premieres|launches|arrives|drops|lands|returns?))\b/i;
const ofShow =
  /\b(?:podcast|episode|broadcast|newsletter|(?:radio|TV|television|talk|news|weekly|daily|morning|breakfast|late-night|chat) (?:program(?:me)?|show)|(?:News|TV|Radio) show)(?: (?:on|in|of|for|from))? $/;

const toldShow =
  /\b(?:told|tells|(?:spoke|speaking) (?:to|on|with)|(?:asked|interviewed) (?:by|on))\b[^,;]{0,60}$/;

/** What is foreseen, demanded or shown rather than done or planned. */
export const forecastRules: EventRule[] = [
  { name: 'a forecast', applies: ({ clause }) => forecast.test(clause) },
  { name: 'a demand', applies: ({ clause }) => demand.test(clause) },
  {
    name: 'a broadcast',
    applies: ({ clause }) => onAir.test(clause) || (ofShow.test(clause) && !toldShow.test(clause)),
  },
];
