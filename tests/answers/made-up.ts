import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, questionFrom } from '../../src/answers/asking/registry.ts';
import type { Page, View } from '../../src/answers/page/page.ts';
import { type ReadEvent, type Reading, readerVersion } from '../../src/reading/model/reading.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import { openLibrary } from '../../src/store.ts';
import { putEmptyLibrary } from '../library/scratch.ts';
import { messages } from '../rendering/pages.ts';

/** An article in short: every text must stand in a paragraph, and is found there. */
export type MadeUp = {
  id: string;
  title: string;
  day: string | null;
  /** Whether what it says contradicts that day. */
  doubted?: true;
  source?: string;
  url?: string;
  paragraphs: string[];
  people: { name: string; variants?: string[]; role?: string }[];
  organizations?: MadeUpName[];
  places?: MadeUpName[];
  /** `of`: whose words they are, if no person’s. */
  quotes: {
    text: string;
    by: string | null;
    as?: string;
    cue?: string;
    partial?: true;
    of?: 'organization' | 'document' | 'unnamed';
  }[];
  events?: ({ date: string; sentence: string; people?: string[] } & Pick<
    ReadEvent,
    'planned' | 'approximate' | 'until'
  >)[];
  topics?: string[];
  rights?: string;
  /** How many of its first sentences are its summary; two where nothing is said. */
  summary?: number;
};

/** An organization or place; its key is its name in lower case if not given. */
type MadeUpName = { name: string; variants?: string[]; key?: string; kind?: string };

/** A reading of a made-up article, as the reader would give it. */
function madeUp(article: MadeUp): Reading {
  const input = [article.title, ...article.paragraphs, ...(article.rights ? [article.rights] : [])].join(
    '\n\n',
  );
  const body = article.title.length;
  const at = (text: string, from = body) => {
    const start = input.indexOf(text, from);
    if (start < 0) throw new Error(`${article.id} has no “${text}”`);
    return { start, end: start + text.length, text };
  };
  const people = article.people.map(({ name, variants = [], role }, i) => ({
    id: `p${i + 1}`,
    name,
    variants,
    roles: role ? [at(role)] : [],
    mentions: [name, ...variants]
      .filter(variant => input.includes(variant, body))
      .map(variant => at(variant)),
  }));
  const named = ({ name, variants = [], key, kind }: MadeUpName) => ({
    name,
    ...(variants.length > 0 && { variants }),
    ...(kind && { kind }),
    key: key ?? name.toLowerCase(),
    mentions: [name, ...variants].flatMap(text =>
      [...input.matchAll(new RegExp(text, 'g'))].map(({ index }) => ({
        start: index,
        end: index + text.length,
        text,
      })),
    ),
  });
  const idOf = (name: string) => people.find(person => person.name === name)?.id ?? null;
  const sentences = article.paragraphs.flatMap(paragraph => {
    const { start } = at(paragraph);
    return [...paragraph.matchAll(/\S.*?[.!?]”?(?=\s|$)/g)].map(found => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
    }));
  });
  return {
    reader: readerVersion,
    id: article.id,
    title: article.title,
    byline: null,
    language: 'en',
    published: {
      date: article.day,
      basis: article.day ? 'given' : 'unknown',
      ...(article.doubted && { doubted: true }),
    },
    text: article.paragraphs.join('\n\n'),
    removed: [],
    rights: article.rights ? at(article.rights) : null,
    people,
    organizations: (article.organizations ?? []).map(named),
    places: (article.places ?? []).map(named),
    quotes: article.quotes.map(({ text, by, as, cue, partial, of }) => ({
      ...at(text),
      kind: partial ? 'partial' : 'direct',
      speaker:
        by || as ? { ...at(as ?? by!), name: by, person: by && idOf(by), ...(of && { kind: of }) } : null,
      cue: cue ? at(cue) : null,
      rule: cue?.startsWith('A quote') ? 'credit-line' : 'made-up',
      confidence: 1,
    })),
    dates: [],
    events: (article.events ?? []).map(({ date, sentence, people: there = [], ...rest }) => ({
      ...at(sentence),
      ...rest,
      date,
      precision: (['year', 'month', 'day'] as const)[date.split('-').length - 1]!,
      people: there.flatMap(name => idOf(name) ?? []),
    })),
    topics: (article.topics ?? []).map(label => ({ id: label.toLowerCase(), label, score: 1 })),
    summary: sentences
      .slice(0, article.summary ?? 2)
      .map(({ start, end }) => ({ start, end, text: input.slice(start, end) })),
    sentences,
    input,
    url: article.url ?? null,
    source: article.source ?? 'The Outlet',
  };
}

/** A library of its own in a temporary folder, with these articles in it. */
export async function libraryOf(...articles: MadeUp[]) {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  const file = join(folder, 'library.db');
  putEmptyLibrary(file);
  const library = openLibrary(file);
  for (const [i, article] of articles.entries()) {
    const outcome = await library.articles.add(madeUp(article), { now: 1_650_000_000_000 + i });
    if (outcome.outcome !== 'loaded') throw new Error(JSON.stringify(outcome));
  }
  const ask = async (command: string, view: Partial<View> = {}): Promise<Page> => {
    const question = questionFrom(command);
    if (question === null) throw new Error(`${command} asks nothing`);
    return answer(library, question, { page: 1, chat: 'private', ...view });
  };
  return {
    library,
    ask,
    /** The answer as plain text. */
    read: async (command: string, view: Partial<View> = {}) =>
      renderPlain(await ask(command, view), messages),
    close: () => {
      library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const harbour: MadeUp = {
  id: 'harbour',
  title: 'Okoro opens the new harbour of Lindholm',
  day: '2031-05-04',
  url: 'https://example.org/harbour',
  paragraphs: [
    'Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3. “This harbour will feed the island for a hundred years,” Okoro said. Fishermen waved from their boats.',
    'Mayor Pavel Brandt called it a “long and narrow road” to this day. “We owe the minister more than we can say,” he told reporters.',
    '“No ship of ours will ever land there,” a senior official said.',
  ],
  people: [
    { name: 'Ines Okoro', variants: ['Okoro'], role: 'Transport Minister' },
    { name: 'Pavel Brandt', role: 'Mayor' },
  ],
  quotes: [
    {
      text: 'This harbour will feed the island for a hundred years',
      by: 'Ines Okoro',
      as: 'Okoro',
      cue: 'said',
    },
    { text: 'long and narrow road', by: 'Pavel Brandt', cue: 'called', partial: true },
    { text: 'We owe the minister more than we can say', by: 'Pavel Brandt', as: 'he', cue: 'told' },
    { text: 'No ship of ours will ever land there', by: null, as: 'a senior official', cue: 'said' },
  ],
  events: [
    {
      date: '2031-05-03',
      sentence: 'Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3.',
      people: ['Ines Okoro'],
    },
  ],
  topics: ['Shipping'],
};

const strike: MadeUp = {
  id: 'strike',
  title: 'Teachers strike in all twelve provinces',
  day: '2031-06-12',
  source: 'The Provincial',
  paragraphs: [
    'Teachers went on strike on June 11. Finance Minister Dora Brandt refused to speak with them. “There is no money in the chest,” Dora Brandt said.',
    'Ines Okoro wished the teachers luck. “Whoever teaches our children must be paid,” Okoro wrote. “And paid before the winter comes to the hills and the valleys and the roads are closed again until the spring and nobody can say when they open,” she added.',
  ],
  people: [
    { name: 'Dora Brandt', role: 'Finance Minister' },
    { name: 'Ines Okoro', variants: ['Okoro'] },
  ],
  quotes: [
    { text: 'There is no money in the chest', by: 'Dora Brandt', cue: 'said' },
    { text: 'Whoever teaches our children must be paid', by: 'Ines Okoro', as: 'Okoro', cue: 'wrote' },
    {
      text: 'And paid before the winter comes to the hills and the valleys and the roads are closed again until the spring and nobody can say when they open',
      by: 'Ines Okoro',
      as: 'she',
      cue: 'added',
    },
  ],
  events: [{ date: '2031-06-11', sentence: 'Teachers went on strike on June 11.' }],
  topics: ['Education'],
  rights: 'No part of this text may be reproduced without the consent of The Provincial.',
};

/** Two articles, three people (two of one surname), five named quotes, one of an unnamed speaker, one notice. */
export const twoArticles = [harbour, strike];
