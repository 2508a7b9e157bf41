import type { DateContext, Groups } from './form.ts';
import { weekday } from './lexicon.ts';

/** Weekdays that are no days: names, what is printed or shown every week, and what happens on all of them. */

const papers =
  /^['’]?s?\s+(Times|Mirror|Telegraph|Express|Herald|Mail|Post|Independent|World|Star|People|Review|Night|School|Magazine|Agreement|Massacre|Show|Echo|Courier|Chronicle|Gazette|Tribune|Sun|Club|Project)\b/;

/** `the Sunday papers`, `the Friday edition`: what is printed or shown every week. */
const inPrint =
  /^\s+(?:papers?|newspapers?|editions?|supplements?|magazines?|tabloids?|columns?|talk\s+shows?|shows?)\b/;

const named =
  /\b(Sheffield|Black|Good|Bloody|Super|Bowl|holiday|Ash|Palm|Easter|Holy|Maundy|Shrove|Whit|Trinity|Mothering|Spy|Advent|Cyber|Giving|Fat|Casual|Taco|Man|Girl|The Mail on)\s+$/;

const until = '(?:\\s+(?:to|through|until)\\s+|\\s?[-–]\\s?)';
const listed = `${weekday}(?:,\\s+|,?\\s+(?:and|or)\\s+|${until})`;
const hours = ',?\\s+(?:from\\s+|between\\s+|at\\s+)?\\d';
/** What is so on these days of every week. */
const weekly =
  '\\b(?:[Oo]pen(?:s|ing)?|[Hh]ourly|[Dd]aily|[Nn]ightly|[Ww]eekly|[Ww]eekdays|works?|operates?|operating|commutes?|teach(?:es)?|every\\s(?:hour|half|few|\\d{1,2})|(?:a|per)\\s(?:day|week))\\b[^.;:]{0,30}';

type Use = { name: string; before?: RegExp; after?: RegExp };

/** Uses of a weekday, with or without a word such as `last`, that are no day. */
const names: Use[] = [
  { name: 'a feast, a club', before: named },
  { name: 'every week', before: /\b[Ee](?:very|ach)\s+$/ },
  { name: 'a paper, a show', after: papers },
  { name: 'a title', before: /[“"‘]$/, after: /^[”"’]/ },
  { name: 'a plural', after: /^s\b/ },
  { name: 'the first word of a name', before: /\b(?:[Tt]he|[Aa]n?)\s+$/, after: /^\s+\p{Lu}/u },
  { name: 'what is in print', before: /\b(?:the|his|her|their|our)\s+$/i, after: inPrint },
  {
    name: 'the first Sunday after, the last one before, the first Saturday of the season',
    before: /\b(?:first|second|third|fourth|fifth|final|penultimate|but one)\s+$/i,
    after: /^\s+(?:after|before|of|in|running|straight)\b/,
  },
];

/** `one open Friday`, `a rainy Sunday`: what a day is like, not which one it is. */
const kindOfDay =
  /\b(?:an?|one|another|any|some)\s+(?:open|free|spare|busy|quiet|typical|normal|ordinary|average|regular|single|rainy|sunny|cold|warm|hot|wet|grey|gray|foggy|snowy|windy|chilly|bright|dark|lazy|slow|perfect|memorable|fine|lovely|late|recent)\s+$/i;

/** Uses of a bare weekday that mean more than one, or any. */
const repeated: Use[] = [
  { name: 'Sunday mornings', after: /^\s+(?:morning|afternoon|evening|night)s\b/ },
  { name: 'a rainy Sunday', before: kindOfDay },
  {
    name: 'Sunday is a day of rest',
    after:
      /^ is (?:an?|the|their|our|his|her) (?:\p{Ll}+ )?day (?:of|for|off)\b(?! (?:the|his|her|its|their)\b)/u,
  },
  { name: 'one Sunday', before: /\b(?:one|some|any|no|another|most|alternate)\s+$/i },
  {
    name: 'on a Tuesday',
    before: /\ban?\s+$/i,
    after: /^(?:[.,;:)”"]|$|\s+(?:in|of|at|on|to|for|from|when|and|or|with|before|after|that|rather)\b)/,
  },
  {
    name: 'every Monday and Friday',
    before: new RegExp(`\\b(?:[Ee]very|[Ee]ach|most|alternate)\\s+(?:${listed}){1,6}$`),
  },
  {
    name: 'open Monday to Friday',
    before: new RegExp(`${weekly}$`),
    after: new RegExp(`^${until}${weekday}`),
  },
  { name: 'Monday to Friday, 9 a.m.', after: new RegExp(`^${until}${weekday}${hours}`) },
  { name: 'open Monday to Friday, its end', before: new RegExp(`${weekly}\\s${weekday}${until}$`) },
  {
    name: 'Monday to Friday, 9 a.m., its end',
    before: new RegExp(`${weekday}${until}$`),
    after: new RegExp(`^${hours}`),
  },
];

// What follows is looked at first: those patterns fail at once, while the ones that end before the day search for it.
const fits =
  ({ before, after }: Pick<DateContext, 'before' | 'after'>) =>
  (use: Use) =>
    (use.after?.test(after) ?? true) && (use.before?.test(before) ?? true);

/** Whether a weekday is no day in its context. */
export function isNoDay(g: Groups, context: DateContext): boolean {
  if (names.some(fits(context))) return true;
  return !g.w && (isNamedDay(context) || repeated.some(fits(context)));
}

/** `the Friday before the election`: counted from something whose day the words do not give. */
export function isCountedFrom({ before, after }: DateContext): boolean {
  return (
    /^\s+(?:before|after|following|preceding|prior\s+to|of)\s/.test(after) && /\b[Tt]he\s+$/.test(before)
  );
}

/** `on Forgiveness Sunday`: an ordinary noun, capitalized between a preposition and the day, makes it a feast. */
function isNamedDay({ before, isCommonNoun }: DateContext): boolean {
  const word =
    /\b(?:[Oo]n|[Oo]f|[Ff]or|[Tt]his|[Uu]ntil|[Ee]very|[Cc]alled|[Nn]amed)\s+(\p{Lu}\p{Ll}+)\s$/u.exec(
      before,
    )?.[1];
  return word !== undefined && isCommonNoun(word);
}
