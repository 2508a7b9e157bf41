import { memoize } from '../../system/memoize.ts';

/** What a foreign minister and a head of diplomacy have in common; it counts among the words of an office. */
export const diplomacy = 'diplomacy-head';

/** Short forms of offices, and offices of two names. */
const shortForms: readonly (readonly [form: RegExp, full: string])[] = [
  [/\bpm\b|\bpremier$/g, 'prime minister'],
  [/\bceo\b|\bchief executive officer\b/g, 'chief executive'],
];

/** An office in lower case with its short forms written out. */
function inFull(office: string): string {
  return shortForms.reduce((text, [form, full]) => text.replace(form, full), office);
}

/** The words of an office by which two wordings of it are compared: `the head of the Foreign Ministry` is the foreign minister. */
export const officeWords: (text: string) => readonly string[] = memoize(text =>
  expandMinistryTitle(
    inFull(text.toLowerCase())
      .replace(/^(?:head|chief) of (?:the )?(.+?) diplomacy$/, `$1 ${diplomacy}`)
      .replace(/^(?:top|chief) (.+) diplomat$/, `$1 ${diplomacy}`)
      .replace(
        /\bforeign minister\b|\bminister (?:of|for) (?:[a-z]+,? (?:and )?){0,4}foreign affairs\b|\bsecretary of state$/,
        `$& ${diplomacy}`,
      ),
  )
    .replace(/secretary[- ]general/g, 'secretary-general')
    .replace(/\bunited states\b|\bu\.s\.(?!\w)|\bamerican\b/g, 'us')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(word => word && !/^(the|of|for|s|a|an)$/.test(word)),
);

/** The head of a ministry is its minister, the head of a department its secretary. */
function expandMinistryTitle(office: string): string {
  const end = / (ministry|department)$/.exec(office);
  const at = office.indexOf('head of ');
  if (end === null || at < 0 || at + 'head of '.length >= end.index) return office;
  const of = office.slice(at, end.index).replace(/^head of (?:the )?/, '');
  return `${office.slice(0, at)}${of} ${end[1] === 'ministry' ? 'minister' : 'secretary'}`;
}
