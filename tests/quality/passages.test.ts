import { describe, expect, it } from 'vitest';
import type { Reading, ReadRole } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { articleOf, knowledge, type Passage, passages } from './passages.ts';

const readings = new Map(passages.map(passage => [passage, read(articleOf(passage), knowledge)]));

const calledBy = ({ text, called = text }: ReadRole) => called;

function quotesOf(reading: Reading, passage: Passage) {
  return reading.quotes.map((quote, at) => ({
    text: quote.text,
    speaker: quote.speaker?.name ?? null,
    ...(passage.quotes[at]?.words === undefined ? {} : { words: quote.speaker?.text }),
  }));
}

describe('a passage with one trap is read right:', () => {
  it.each(passages.map(passage => [passage.trap, passage] as const))('%s', (_, passage) => {
    const reading = readings.get(passage)!;
    expect(quotesOf(reading, passage)).toEqual(passage.quotes);
    for (const kind of ['organizations', 'places'] as const)
      if (passage[kind]) expect(reading[kind].map(({ name }) => name)).toEqual(passage[kind]);
    if (passage.people) expect(reading.people.map(person => person.name)).toEqual(passage.people);
    if (passage.events) {
      const nameOf = new Map(reading.people.map(person => [person.id, person.name]));
      const told = reading.events.map(({ date, text, people }) => ({
        date,
        text,
        people: people.map(id => nameOf.get(id)),
      }));
      expect(told).toEqual(passage.events);
    }
    for (const [name, roles] of Object.entries(passage.roles ?? {}))
      expect(reading.people.find(person => person.name === name)?.roles.map(calledBy)).toEqual(roles);
    for (const [name, roles] of Object.entries(passage.ended ?? {}))
      expect(
        reading.people
          .find(person => person.name === name)
          ?.roles.flatMap(role => (role.ended ? calledBy(role) : [])),
      ).toEqual(roles);
  });

  it('points with every offset at its text', () => {
    for (const [passage, reading] of readings) {
      const spans = [
        ...reading.quotes,
        ...reading.quotes.flatMap(quote => [quote.speaker, quote.cue].filter(part => part !== null)),
        ...reading.people.flatMap(person => [...person.mentions, ...person.roles]),
        ...reading.organizations.flatMap(({ mentions }) => mentions),
        ...reading.places.flatMap(({ mentions }) => mentions),
      ];
      for (const { start, end, text } of spans) expect(passage.text.slice(start, end)).toBe(text);
    }
  });
});

describe('over all passages', () => {
  const expected = passages.flatMap(passage => passage.quotes.map(quote => ({ passage, quote })));
  const found = expected.map(({ passage, quote }) => ({
    quote,
    read: readings.get(passage)!.quotes.find(other => other.text === quote.text),
  }));

  it('finds nearly every quote', () => {
    expect(found.filter(({ read }) => read).length / found.length).toBeGreaterThanOrEqual(0.98);
  });

  it('puts no words into the wrong mouth', () => {
    const wrong = found.filter(
      ({ quote, read }) => read?.speaker?.name && read.speaker.name !== quote.speaker,
    );
    expect(wrong).toEqual([]);
  });

  it('names nearly every speaker whom the text names', () => {
    const named = found.filter(({ quote }) => quote.speaker !== null);
    const told = named.filter(({ read }) => read?.speaker?.name);
    expect(told.length / named.length).toBeGreaterThanOrEqual(0.95);
  });
});
