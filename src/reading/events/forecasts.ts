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

const weather =
  '(?:rain|rainfall|snow|snowfall|sleet|hail|frost|fog|sunshine|storms|thunderstorms?|showers|temperatures?|highs|lows|gusts|winds|clouds|drizzle|heat|heatwave)';
const isWeather = new RegExp(`\\b${weather}\\b`, 'i');
/** `Rain is forecast for`, `Heavy showers are likely on`, but not `Because of the snow the road will be closed on` */
const ofWeather = new RegExp(
  `^[^\\p{L}\\d-]{0,5}(?:and |but |while )?(?:(?!(?:because|due|after|despite|as|when|in|for|during)\\b)(?:[\\p{L}-]{1,30} ){0,3}${weather}\\b[^,;:]{0,50} (?:will|is|are|may|should)\\b)|\\b(?:expects?|expected|forecasts?|predicts?|predicted) (?:[\\p{L}-]+ ){0,3}${weather}\\b`,
  'iu',
);
const weatherAfter = new RegExp(
  `^,? (?:the )?(?:[\\p{L}-]+ ){0,2}${weather}\\b[^,;:]{0,40} (?:will|is|are|may|should)\\b`,
  'iu',
);
/** `It will be cooler on` */
const itWillBe =
  /\bit (?:will|should|is going to|is expected to|may) (?:(?:be|get|stay|become|turn|remain) (?:\p{L}+ ){0,2}(?:cold|warm|hot|cool|dry|wet|wind|sunn|cloud|mild|fog|rain|snow|frost|storm|chill)\p{L}*|rain|snow|freeze)\b/iu;

/** What the weather is expected to be. */
const weatherRule: EventRule = {
  name: 'the weather to come',
  applies: ({ text, clause, after, date }) =>
    (looksAhead.test(text) &&
      isWeather.test(text) &&
      (/^\W*(?:and |but )?(?:[Oo]n|[Ff]rom|[Bb]y)? ?$/.test(clause)
        ? weatherAfter.test(after)
        : ofWeather.test(clause))) ||
    (/\b[Ii]t /.test(clause) && date.value?.length === 10 && itWillBe.test(clause)),
};
const looksAhead =
  /\b(?:will|may|should|expects?|expected|forecasts?|likely|possible|predicts?|predicted|due)\b/;

/** What is foreseen, demanded or shown rather than done or planned. */
export const forecastRules: EventRule[] = [
  { name: 'a forecast', applies: ({ clause }) => forecast.test(clause) },
  weatherRule,
  { name: 'a demand', applies: ({ clause }) => demand.test(clause) },
  {
    name: 'a broadcast',
    applies: ({ clause }) => onAir.test(clause) || (ofShow.test(clause) && !toldShow.test(clause)),
  },
];
