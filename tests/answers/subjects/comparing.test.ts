import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { questionFrom, questionText } from '../../../src/answers/asking/registry.ts';
import { loadKnowledge } from '../../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../../src/reading/read.ts';
import { libraryOf, type MadeUp } from '../made-up.ts';

const debate: MadeUp = {
  id: 'debate',
  title: 'Okoro and Brandt argue about the harbour toll',
  day: '2031-05-04',
  source: 'The Provincial',
  paragraphs: [
    '“We will not sign the harbour toll,” Ines Okoro said. “The harbour toll pays for the lighthouse,” Dora Brandt said.',
  ],
  people: [{ name: 'Ines Okoro' }, { name: 'Dora Brandt' }],
  quotes: [
    { text: 'We will not sign the harbour toll', by: 'Ines Okoro', cue: 'said' },
    { text: 'The harbour toll pays for the lighthouse', by: 'Dora Brandt', cue: 'said' },
  ],
};

const later: MadeUp = {
  id: 'later',
  title: 'A signature in August',
  day: '2031-08-20',
  source: 'Evening Post',
  paragraphs: [
    '“We will sign the harbour toll tomorrow,” Ines Okoro told a choir of shipwrights and their cousins.',
  ],
  people: [{ name: 'Ines Okoro' }],
  quotes: [{ text: 'We will sign the harbour toll tomorrow', by: 'Ines Okoro', cue: 'told' }],
};

let news: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  news = await libraryOf(debate, later);
});
afterAll(() => news.close());

test('two people side by side: the same story first, then the latest of each, all with day and source', async () => {
  const text = await news.read('/compare Okoro Brandt');
  expect(text).toMatch(/^Ines Okoro and Dora Brandt\n/);
  expect(text).toMatch(
    /On the same story: Okoro and Brandt argue.*\n“We will not sign the harbour toll”\n— Ines Okoro · said, 4 May 2031.* \[1\]\n\n“The harbour toll pays for the lighthouse”\n— Dora Brandt/,
  );
  expect(text).toMatch(
    /\nInes Okoro\n“We will sign the harbour toll tomorrow”\n— Ines Okoro · told, 20 Aug 2031/,
  );
  expect(text).toMatch(/→ Full story: \/story #/);
});

test('names may stand together or apart, with what it is about; a button asks the same again', async () => {
  for (const asked of [
    'Okoro Brandt on toll',
    'okoro and brandt about toll',
    'Ines Okoro, Dora Brandt on toll',
    'Okoro vs. Brandt on toll',
  ])
    expect(await news.read(`/compare ${asked}`), asked).toMatch(/^Ines Okoro and Dora Brandt on “toll”\n/);
  const [one, other] = await Promise.all(
    ['Okoro', 'Brandt'].map(async name => (await news.library.subjects.find(name)).fits[0]!.id),
  );
  const question = questionFrom(`/compare #${one} and #${other} on toll`)!;
  expect(questionText(question)).toBe(`/compare #${one} and #${other} on toll`);
  expect(questionText(await parseFreeText(news.library, 'compare Okoro with Brandt'))).toBe(
    '/compare Okoro and Brandt',
  );
});

test('who has said no more than what is shown of the same story has no section; two names need no command', async () => {
  expect(await news.read('/compare Okoro and Brandt')).not.toMatch(/\n\nDora Brandt\n/);
  for (const asked of [
    'Okoro or Brandt on the toll?',
    'Okoro vs Brandt about the toll',
    'Okoro versus Brandt on the toll',
  ])
    expect(questionText(await parseFreeText(news.library, asked)), asked).toBe(
      '/compare Okoro and Brandt on the toll',
    );
  for (const asked of ['war or peace', 'Okoro or nothing', 'toll or no toll on the harbour'])
    expect((await parseFreeText(news.library, asked)).kind, asked).not.toBe('compare');
});

test('two outlets are compared by what they report', async () => {
  const text = await news.read('/compare The Provincial and Evening Post on toll');
  expect(text).toMatch(/^The Provincial and Evening Post on “toll”\n/);
  expect(text).toMatch(/Evening Post · news outlet\n• 20 Aug 2031: .* \[\d\]/);
});

test('one name, an unknown one and the same twice say what to do', async () => {
  expect(await news.read('/compare Okoro and Zzyzx')).toMatch(/^I haven’t read anything about “Zzyzx”\./);
  expect(await news.read('/compare Okoro and Ines Okoro')).toMatch(/^Both names mean Ines Okoro\./);
  expect(await news.read('/compare Okoro and Brandt on whales')).toMatch(
    /I haven’t found any quotes by Ines Okoro on “whales”\./,
  );
});

test('two dated quotes that say different things, the earlier first and without a verdict', async () => {
  const text = await news.read('/changed Okoro on toll');
  expect(text).toMatch(/^Ines Okoro on “toll”, then and later\nQuotes from different days/);
  expect(text).toMatch(
    /“We will not sign the harbour toll”\n— .*4 May 2031(?:.|\n)*“We will sign the harbour toll tomorrow”\n— .*20 Aug 2031/,
  );
  expect(await news.read('/changed Brandt')).toMatch(
    /^I found no two quotes by Dora Brandt that say different things/,
  );
  expect(questionText(await parseFreeText(news.library, 'Did Okoro change her mind on the toll?'))).toBe(
    '/changed Okoro on the toll',
  );
});

test('a higher toll counts as later if it is of the same event and wasn’t said before the other', async () => {
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../../data/knowledge'));
  const storyOf = async (...texts: string[]) => {
    const own = await libraryOf();
    for (const [i, text] of texts.entries()) {
      const reading = read(
        {
          id: `day-${i}`,
          title: 'What is known so far',
          text,
          publishedAt: `2031-04-0${i + 2}`,
          source: `Paper ${i}`,
        },
        knowledge,
      );
      await own.library.articles.add({ ...reading, input: text }, { now: 1_650_000_000_000 });
    }
    const page = await own.read('/story #1');
    own.close();
    return page;
  };
  const first =
    'A tram derailed in Halvern near the old mill, and five people were injured, the fire brigade said.\n\nSchools stay closed.';
  expect(
    await storyOf(
      first,
      'The tram that derailed in Halvern near the old mill injured 12 people, the mayor said on Thursday.\n\nA hotline was opened.',
    ),
  ).toMatch(/Sources differ over time\n• A tram derailed(?:.|\n)*\nlater: The tram that derailed/);
  expect(
    await storyOf(
      first,
      'The fire brigade said on Tuesday 12 people were injured when the tram derailed in Halvern near the old mill.\n\nA hotline was opened.',
    ),
  ).not.toContain('later:');
});
