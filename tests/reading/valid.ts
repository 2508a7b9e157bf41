import { type Reading, readingSchema, type Span } from '../../src/reading/model/reading.ts';
import type { Article } from '../../src/system/article.ts';

/** Every stretch of text that a reading points at with the words it claims for it. */
function evidence(of: Reading): (Span & { text: string; of: string })[] {
  const named = (of: string) => (span: Span & { text: string }) => ({ ...span, of });
  return [
    ...of.organizations.flatMap(({ mentions }) => mentions.map(named('organization'))),
    ...of.places.flatMap(({ mentions }) => mentions.map(named('place'))),
    ...of.people.flatMap(({ mentions }) => mentions.map(named('person'))),
    ...of.people.flatMap(({ roles }) => roles.map(named('role'))),
    ...of.quotes.map(named('quote')),
    ...of.quotes.flatMap(({ cue }) => (cue ? [named('cue')(cue)] : [])),
    ...of.quotes.flatMap(({ speaker }) => (speaker ? [named('speaker')(speaker)] : [])),
    ...of.dates.map(named('date')),
    ...of.events.map(named('event')),
    ...of.summary.map(named('summary')),
    ...of.sentences.flatMap(({ start, end, text }) =>
      text === undefined ? [] : [{ start, end, text, of: 'sentence' }],
    ),
    ...(of.rights ? [named('rights')(of.rights)] : []),
  ];
}

const bare = (text: string) => text.replace(/\s+/g, '');

/**
 * What is wrong with a reading of a text, in words; empty for a valid one: of the right shape, each stretch
 * within the text and holding the words claimed for it, lists in order, and nothing named that is not there.
 */
export function flawsOf(of: Reading, input: string): string[] {
  const shape = readingSchema.safeParse(of);
  return [
    ...(shape.success ? [] : [`shape: ${shape.error.message}`]),
    ...spanFlaws(of, input),
    ...overlaps(of),
    ...peopleFlaws(of),
  ];
}

function spanFlaws(of: Reading, input: string): string[] {
  const flaws: string[] = [];
  for (const { start, end, text, of: kind } of evidence(of)) {
    if (start >= end || end > input.length) flaws.push(`${kind} ${start}–${end} is not a span of the text`);
    else if (bare(input.slice(start, end)) !== bare(text))
      flaws.push(`${kind} ${start}–${end} is not "${text}"`);
  }
  for (const { start, end } of [...of.sentences, ...of.removed])
    if (start >= end || end > input.length) flaws.push(`${start}–${end} is not a span of the text`);
  return flaws;
}

function overlaps(of: Reading): string[] {
  const flaws: string[] = [];
  for (const [kind, list] of Object.entries({ quotes: of.quotes, sentences: of.sentences, dates: of.dates }))
    for (const [at, { start }] of list.entries())
      if (at > 0 && start < list[at - 1]!.end) flaws.push(`${kind} overlap at ${start}`);
  return flaws;
}

function peopleFlaws(of: Reading): string[] {
  const flaws: string[] = [];
  const people = new Map(of.people.map(person => [person.id, person.name]));
  if (people.size < of.people.length) flaws.push('two people have one id');
  for (const { speaker } of of.quotes) {
    if (!speaker) continue;
    if ((speaker.person === null) !== (speaker.name === null))
      flaws.push(`${speaker.text}: a name without a person`);
    if (speaker.person !== null && people.get(speaker.person) !== speaker.name)
      flaws.push(`the speaker ${speaker.name} is not among the people`);
  }
  for (const person of of.events.flatMap(event => event.people))
    if (!people.has(person)) flaws.push(`an event with ${person}, who is not among the people`);
  return flaws;
}

/** The text that the offsets of an article's reading refer to. */
export function inputOf(article: Article, reading: Reading): string {
  return reading.input ?? article.text;
}
