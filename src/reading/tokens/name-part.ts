import { isUnambiguousDateOrShort } from '../text/calendar.ts';

/** Function words, and the month that is hardly ever a name. */
const closedClass = new Set(
  (
    'the a an and but or nor of in on at to for from by with as if so yet he she it we they you i this that these those ' +
    'his her their its our my your who what when where why how while after before since until although though because ' +
    'there here then also both all some many most more each every any no not one two three four five six seven eight ' +
    'nine ten among about against between during under over through into another other such even only just mr mrs ms dr ' +
    'april'
  ).split(' '),
);

/** `Iran-backed`, `Israeli-occupied`: made of a name and none itself. */
const participle =
  /-(?:\p{Ll}{2,12}ed|backed|based|born|built|led|run|made|held|style|era|aligned|owned|wide)$/u;

/** Whether a capitalized word can be part of a name: it is neither a function word nor a day. */
export function canBeInName(text: string, lower: string): boolean {
  return (
    !isUnambiguousDateOrShort(lower) &&
    !closedClass.has(lower) &&
    !(text.includes('-') && participle.test(text))
  );
}
