import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestPages, type FreshStory } from '../../src/answers/digest/digest.ts';
import { overviewFrom, overviewText } from '../../src/answers/digest/window.ts';
import type { ArticleRef } from '../../src/library/model/types.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import { article, messages, telegram } from '../rendering/pages.ts';

const options = {
  day: '2022-03-01',
  about: [],
  first: false,
  preview: false,
  total: 1,
  length: 'full' as 'full' | 'short' | 'headlines',
};

const quote = (from: ArticleRef, text: string, start = 1000): FreshStory['quotes'][number] => ({
  article: from,
  start,
  end: start + text.length,
  text,
  kind: 'direct',
  speaker: {
    name: 'Ada Lovelace',
    person: { id: '7', name: 'Ada Lovelace' },
    text: 'the countess',
    start: 0,
    end: 12,
  },
  cue: 'wrote',
  rule: 'test',
  confidence: 1,
});

const story = (id: string, more: Partial<FreshStory> = {}): FreshStory => {
  const from = article(id);
  return {
    story: {
      id: `s${id}`,
      title: `Story ${id}`,
      articles: [{ ...from, duplicates: [] }],
      first: '2022-02-23',
      last: '2022-02-23',
    },
    fresh: [from],
    summary: [{ article: from, start: 0, end: 20, text: `What happened in ${id}.` }],
    quotes: [quote(from, 'It might act upon other things besides number')],
    lead: { article: from, start: 0, end: 20, text: `What happened in ${id}.` },
    update: false,
    sources: 1,
    met: { topics: [], people: [], words: [] },
    ...more,
  };
};

test('a digest gives each story in its own words, with its source', () => {
  const [page] = digestPages([story('a')], { ...options, about: ['Engines', 'Ada Lovelace'] });
  expect(renderPlain(page!, messages)).toBe(`News: Engines, Ada Lovelace · 1 Mar 2022

Story a
What happened in a. [1]

“It might act upon other things besides number”
— Ada Lovelace (“the countess”) · wrote [1]

Sources
[1] The Outlet, Title of a, 23 Feb 2022

→ Story a: /story #sa`);
});

test('a first digest and a preview say what they are, and how many stories are left out', () => {
  const [page] = digestPages([story('a')], { ...options, first: true, preview: true, total: 4 });
  const text = renderPlain(page!, messages);
  expect(text).toContain('Your first digest, with the latest matching stories.');
  expect(text).toContain('Preview – you’re not subscribed yet.');
  expect(text).toContain('3 more matching stories');
});

test('a quote that the summary already contains is not repeated', () => {
  const from = article('a');
  const told = 'the engine might compose elaborate pieces of music';
  const [page] = digestPages(
    [
      story('a', {
        summary: [{ article: from, start: 0, end: 90, text: `She said “${told}”.` }],
        quotes: [quote(from, told, 10)],
      }),
    ],
    options,
  );
  expect(renderPlain(page!, messages).split(told).length).toBe(2);
});

test('a story of several articles names how many and cites them, and so does one without words of its own', () => {
  const several = story('a', { fresh: ['a', 'b', 'c'].map(id => article(id)) });
  expect(renderPlain(digestPages([several], options)[0]!, messages)).toContain('3 articles [1][2][3]\n');
  const bare = story('a', { summary: [], quotes: [] });
  expect(renderPlain(digestPages([bare], options)[0]!, messages)).toContain('Story a\n1 article [1]\n');
});

test('a long quote from an article that limits reproduction is not shown', () => {
  const [page] = digestPages([story('a', { quotes: [quote(article('a'), 'word '.repeat(26))] })], {
    ...options,
    limited: new Set(['a']),
  });
  expect(renderPlain(page!, messages)).toContain(
    'A quote of 26 words is not shown: the publisher limits reproduction.',
  );
});

test('a digest without news is one line', () => {
  expect(digestPages([], options).map(page => renderPlain(page, messages))).toEqual(['Nothing new.']);
});

test('what does not fit goes on in numbered parts, divided between stories, each with its own sources', () => {
  const stories = Array.from({ length: 12 }, (_, i) =>
    story(`${i}`, {
      summary: [{ article: article(`${i}`), start: 0, end: 9, text: 'Sentence '.repeat(40) }],
    }),
  );
  const pages = digestPages(stories, { ...options, total: 12 });
  const texts = pages.map(page => telegram(page).map(message => message.text));
  expect(pages.length).toBeGreaterThan(1);
  for (const [i, parts] of texts.entries()) {
    expect(parts.length).toBe(1);
    expect(parts[0]).toMatch(new RegExp(`^News · 1 Mar 2022 \\(${i + 1}/${pages.length}\\)\n`));
    expect(parts[0]).toContain('\n[1] The Outlet');
  }
  for (const each of stories)
    expect(texts.flat().filter(text => text.includes(`\n${each.story.title}\n`)).length).toBe(1);
});

test('every part of any digest is one message', () => {
  const words = fc
    .tuple(fc.constantFrom('word ', 'x', '😀 ', 'слово '), fc.oneof(fc.nat(60), fc.nat(1500)))
    .map(([text, count]) => text.repeat(count) || 'x');
  const any = fc.record({
    title: words,
    source: words,
    sentence: words,
    words,
    fresh: fc.integer({ min: 1, max: 30 }),
  });
  const lengths = fc.constantFrom('headlines' as const, 'short' as const, 'full' as const);
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), lengths, (list, length) => {
      const stories = list.map(({ title, source, sentence, words, fresh }, i) => {
        const all = Array.from({ length: fresh }, (_, n) => article(`${i}-${n}`, { title, source }));
        const told = story(`${i}`);
        return {
          ...told,
          story: { ...told.story, title },
          fresh: all,
          summary: [sentence, sentence].map((text, n) => ({
            article: all[n % fresh]!,
            start: 0,
            end: 1,
            text,
          })),
          quotes: [quote(all[0]!, words), quote(all.at(-1)!, words)],
        };
      });
      const pages = digestPages(stories, {
        ...options,
        about: ['word '.repeat(100)],
        first: true,
        preview: true,
        total: 99,
        length,
        window: { key: '0123456789abcdef', since: 0, after: 1, upTo: 2 },
      });
      for (const page of pages) expect(telegram(page).length).toBe(1);
    }),
    { numRuns: 100, seed: 9 },
  );
});

test('headlines are titles, numbered, with how many sources report them', () => {
  const [page] = digestPages(
    [story('a', { fresh: ['x', 'a'].map(id => article(id)), sources: 2 }), story('b', { update: true })],
    {
      ...options,
      total: 4,
      length: 'headlines',
      window: { key: '0123456789abcdef', since: 0, after: 1, upTo: 2 },
    },
  );
  const text = renderPlain(page!, messages);
  expect(text).toContain('[1] Title of a\nThe Outlet, 23 Feb 2022\n2 sources');
  expect(text).toContain('[2] Title of b\nThe Outlet, 23 Feb 2022\nUpdate:');
  expect(page!.buttons.map(row => row.length)).toEqual([2, 1, 1]);
  expect(page!.buttons.at(-2)![0]!.action).toEqual({
    kind: 'choose',
    data: 'd.more.0123456789abcdef.0.1.2.2',
  });
});

test('in full, a story has more sentences and quotes', () => {
  const told = (length: 'short' | 'full') => {
    const sentences = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((text, n) => ({
      article: article('a'),
      start: n * 20,
      end: n * 20 + 9,
      text: `${text} came.`,
    }));
    const [page] = digestPages([story('a', { summary: sentences })], { ...options, length });
    return renderPlain(page!, messages);
  };
  expect(told('short')).not.toContain('Gamma came.');
  expect(told('full')).toContain('Delta came.');
});

const short = { ...options, length: 'short' as const };
const window = { key: '0123456789abcdef', since: 0, after: 1, upTo: 2 };

test('a short digest is one message: headline, sentence, outlets and day of each story', () => {
  const stories = [
    story('a', { fresh: ['a', 'b'].map(id => article(id, { source: `The ${id}` })), sources: 2 }),
    story('b', { update: true }),
  ];
  const [page, ...more] = digestPages(stories, { ...short, total: 5, window });
  expect(more).toEqual([]);
  expect(renderPlain(page!, messages)).toBe(`News · 1 Mar 2022
Top 2 of 5 stories

1. Story a
What happened in a.
The a, The b · 2 articles · 23 Feb 2022

2. Update: Story b
What happened in b.
The Outlet · 23 Feb 2022

→ More on 1
→ More on 2
→ 3 more stories ›
→ Why these?`);
});

test('in a short digest a person who was asked for comes with their own words', () => {
  const [page] = digestPages([story('a', { met: { topics: [], people: ['7'], words: [] } })], short);
  const text = renderPlain(page!, messages);
  expect(text).toContain('Ada Lovelace: “It might act upon other things besides number”');
  expect(text).not.toContain('What happened in a.');
});

test('the data of a short digest’s buttons name its window, story and day, and fit into a button', () => {
  const overview = {
    window: { key: '0123456789abcdef', since: 1_600_000, after: 1_600_000, upTo: 1_679_615 },
    stories: 10,
    day: '2022-03-01',
    first: true,
  };
  const text = overviewText(overview, 9);
  expect(overviewFrom(text)).toEqual({ ...overview, story: 9 });
  expect(`c|d.close.${text}`.length).toBeLessThanOrEqual(64);
  for (const forged of ['', 'x', text.slice(1), text.replace('f', 'g'), `${text}.1`])
    expect(overviewFrom(forged)).toBeNull();
});
