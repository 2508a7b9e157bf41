import type { Reading } from '../../src/reading/model/reading.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = 'ba ko ri tan mel vor shi du pel gra nov las ter win osk jar fen ulm cho rud'.split(' ');
const people = 20_000;
const words = 30_000;
const perDay = 100;

/** A word for a number, always the same; few numbers share one. */
function wordOf(number: number): string {
  let left = number + 20;
  let word = '';
  for (; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length];
  return word;
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const nameOf = (person: number) =>
  `${capital(wordOf(person % 900))} ${capital(wordOf(1000 + (person % 7000)))}`;
const roleOf = (person: number) =>
  `${capital(wordOf(person % 150))} Minister of ${capital(wordOf(50 + (person % 90)))}`;

/**
 * An article of about 400 words made up from its number: eight people, six quotes, three events, words and
 * people as unevenly frequent as in news, four in ten articles on an event of the same days.
 */
export function inventedReading(number: number): Reading {
  const random = randomFrom(number * 7919 + 13);
  const frequent = (among: number) => Math.floor(among * random() ** 4);
  const day = new Date(Date.UTC(2030, 0, 1 + Math.floor(number / perDay))).toISOString().slice(0, 10);
  const event = random() < 0.4 ? Math.floor(number / 12) : 1_000_000 + number;
  const ofEvent = randomFrom(event * 31 + 7);
  const theme = Array.from({ length: 14 }, () => wordOf(Math.floor(words * ofEvent())));
  const cast = [
    ...new Set(
      Array.from({ length: 8 }, (_, at) => (at < 3 ? Math.floor(people * ofEvent() ** 4) : frequent(people))),
    ),
  ];

  let text = '';
  const reading: Reading = {
    reader: '1',
    id: `invented-${number}`,
    title: capital(`${theme.slice(0, 5).join(' ')} ${wordOf(frequent(words))}`),
    byline: null,
    language: 'en',
    published: { date: day, basis: 'given' },
    text: '',
    removed: [],
    rights: null,
    people: [],
    organizations: [],
    places: [],
    quotes: [],
    dates: [],
    events: [],
    topics: [{ id: `topic-${event % 12}`, label: `Topic ${event % 12}`, score: 1 }],
    summary: [],
    sentences: [],
    source: `Outlet ${number % 40}`,
  };
  const write = (words: string) => {
    const start = text.length;
    text += words;
    return { start, end: text.length, text: words };
  };
  cast.forEach((person, at) => {
    const name = nameOf(person);
    const start = text.length;
    const role = write(roleOf(person));
    write(' ');
    const full = write(name);
    const filler = Array.from({ length: 18 }, () =>
      random() < 0.25 ? theme[frequent(theme.length)]! : wordOf(frequent(words)),
    );
    write(` ${filler.join(' ')}.`);
    reading.sentences.push({ start, end: text.length });
    const sentence = { start, end: text.length, text: text.slice(start) };
    if (at < 3) reading.events.push({ ...sentence, date: day, precision: 'day', people: [`p${at}`] });
    if (at === 0) reading.summary.push(sentence);
    write(' ');
    const from = write('“').start;
    const quote = write(`${Array.from({ length: 12 }, () => wordOf(frequent(words))).join(' ')},`);
    write('” ');
    const short = write(name.split(' ')[1]!);
    write(' said.');
    reading.sentences.push({ start: from, end: text.length });
    write('\n\n');
    reading.people.push({
      id: `p${at}`,
      name,
      variants: [short.text],
      roles: [role],
      mentions: [full, short],
    });
    reading.quotes.push({
      ...quote,
      kind: 'direct',
      speaker: { ...short, name, person: `p${at}` },
      cue: null,
      rule: 'invented',
      confidence: 1,
    });
  });
  return { ...reading, text, input: text };
}
