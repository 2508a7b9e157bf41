import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/reading/layout/parse-document.ts';
import { cleanBody, cleanSentence } from '../../../src/reading/tokens/clean-text.ts';
import { knowledge } from '../knowledge.ts';

const apart = (text: string, rest = {}) => parseDocument({ text, ...rest }, knowledge);
const body = (text: string) => cleanBody(apart(text));
const kinds = (text: string) => {
  const document = apart(text);
  return document.removed.map(({ start, end, kind }) => [kind, text.slice(start, end)]);
};

const prose =
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.\n\n' +
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.\n\n' +
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.';

describe('boilerplate', () => {
  test('around the body goes, the body stays whole', () => {
    const text = `Home\nNews\nSport\nContact\n\nCrane falls into harbour\n\n${prose}\n\nShare on Facebook\n\nLeave a Comment\n\nYour email address will not be published.\n\nNice article, I was there when it fell and it was very loud indeed.`;
    expect(body(text)).toBe(prose);
    expect(kinds(text)).toContainEqual(['title', 'Crane falls into harbour']);
    expect(kinds(text)).toContainEqual(['comments', 'Leave a Comment']);
  });

  test.each([
    'Read also: Storm closes the bridge to Westerby',
    'See also  Storm closes the bridge to Westerby',
    'Previous articlestorm closes the bridge to Westerby',
    'Next articleBridge closed',
    'Follow us on Telegram',
    'Source link',
    'Comments are closed.',
    'Image source:',
    'Subscribe to our newsletter.',
    'Advertisement',
  ])('inside the body goes: %s', line => {
    const [first, second, third] = prose.split('\n\n');
    expect(body(`${first}\n\n${second}\n\n${line}\n\n${third}`)).toBe(prose);
  });

  test('a list of related articles goes with its heading', () => {
    const [first, second, third] = prose.split('\n\n');
    const text = `${first}\n\n${second}\n\nRelated stories\n\nBridge to Westerby closed\n\nStorm warning for the coast\n\n${third}`;
    expect(body(text)).toBe(prose);
  });

  test('a picture’s credit takes its caption and description along', () => {
    const [first, second, third] = prose.split('\n\n');
    const text = `${first}\n\nA crane lying in shallow water.\n\nOsterby harbour on Monday morning.\n\nPhoto: Jan Vik / Kyst\n\n${second}\n\n${third}`;
    expect(body(text)).toBe(prose);
    expect(kinds(text).map(([kind]) => kind)).toEqual(['caption', 'caption', 'credit']);
  });

  test('a heading between paragraphs stays, and is one', () => {
    const [first, second] = prose.split('\n\n');
    const document = apart(`${first}\n\nShips wait outside\n\n${second}`);
    expect(document.paragraphs.map(paragraph => paragraph.kind)).toEqual(['text', 'heading', 'text']);
  });

  test('a paragraph that only speaks of such things stays', () => {
    const line =
      'She told the court that she had clicked on a link to share on Facebook the comments of a man whom she had never met before in all of her life, and that nobody at the company had ever asked her why she did it or who had told her to.';
    expect(body(`${prose}\n\n${line}`)).toContain(line);
  });

  test('a line that names the speaker of the paragraph before is kept as a credit', () => {
    const document = apart(
      `${prose}\n\nWe have never seen anything like it in this town. »\n\nA quote from Ines Dahl, harbour master.`,
    );
    expect(document.paragraphs.at(-1)!.kind).toBe('credit');
  });

  test('a short sentence that ends in a French mark is no link that leads on', () => {
    const line = 'All of them, yes, all of them. »';
    expect(body(`${prose}\n\n${line}\n\nA quote from Ines Dahl, harbour master.`)).toContain(line);
    expect(body(`${prose}\n\nMore from the islands »`)).toBe(prose);
  });
});

describe('above the body', () => {
  test('stand the title, twice, the author and the time', () => {
    const text = `Crane falls into Osterby harbour\n\nMarta Lindqvist\n09:31, 23 February\nCrane falls into Osterby harbour\n\n${prose}`;
    const document = apart(text);
    expect(document).toMatchObject({ title: 'Crane falls into Osterby harbour', byline: 'Marta Lindqvist' });
    expect(cleanBody(document)).toBe(prose);
    expect(document.published).toEqual({ date: null, basis: 'unknown' });
  });

  test('the site’s name is no title', () => {
    const text = `NordKyst\n\nComplete Coastal News\n\nCrane falls into Osterby harbour\n\nCrane falls into Osterby harbour\n\n${prose}`;
    expect(apart(text).title).toBe('Crane falls into Osterby harbour');
    expect(body(text)).toBe(prose);
  });

  test('a path with a cut-off copy of the title is no title', () => {
    const text = `Home LATEST NEWS Crane falls into Osterby harbour after | Coast...\n\nCrane falls into Osterby harbour after storm | Coast\n\n${prose}`;
    expect(apart(text).title).toBe('Crane falls into Osterby harbour after storm');
  });

  test('a whole day in the byline is the day of publication', () => {
    const text = `Crane falls into Osterby harbour\nBy Marta Lindqvist\nPublished 23 February 2021\n\n${prose}`;
    expect(apart(text)).toMatchObject({
      byline: 'Marta Lindqvist',
      published: { date: '2021-02-23', basis: 'text' },
    });
  });

  test.each([
    ['Published 23 February 2021\nUpdated 25 February 2021'],
    ['Updated 25 February 2021\nPublished 23 February 2021'],
    ['Published: February 23, 2021. Updated: February 25, 2021'],
    ['First published 2021-02-23, last modified 2021-02-25'],
  ])('the day of an update is kept next to it: %s', stamps => {
    const text = `Crane falls into Osterby harbour\nBy Marta Lindqvist\n${stamps}\n\n${prose}`;
    expect(apart(text).published).toEqual({ date: '2021-02-23', basis: 'text', updated: '2021-02-25' });
  });

  test('a dateline belongs to the body', () => {
    expect(body(`OSTERBY, Norway (NK) _\n\n${prose}`)).toContain('OSTERBY, Norway (NK) _');
  });

  test('the day handed in counts more than the text’s', () => {
    const text = `Crane falls into Osterby harbour\nPublished 23 February 2021\n\n${prose}`;
    expect(apart(text, { publishedAt: '2021-02-24T08:00' }).published).toEqual({
      date: '2021-02-24',
      basis: 'given',
    });
  });
});

describe('a notice of rights', () => {
  test.each([
    'It is not allowed to publish, quote or otherwise reproduce the information of the news agency NK without the written consent of NK AS.',
    '© 2021 NK. This material may not be published, broadcast, rewritten or redistributed.',
    'Reproduction of this article without permission is prohibited.',
  ])('is kept apart: %s', notice => {
    const text = `${prose}\n\n${notice}`;
    const { rights, removed } = apart(text);
    expect(rights?.text).toBe(notice);
    expect(text.slice(rights!.start, rights!.end)).toBe(notice);
    expect(removed.at(-1)!.kind).toBe('legal');
  });

  test('news about copying is none', () => {
    const line = 'The court said the book cannot be published before the trial of its author has ended.';
    expect(apart(`${prose}\n\n${line}`).rights).toBeNull();
  });
});

describe('glued words', () => {
  const clean = (text: string) => {
    const document = apart(`${prose}\n\n${text}`);
    return cleanSentence(text, {
      ...document.sentences.at(-1)!,
      ...shifted(document.sentences.at(-1)!, -prose.length - 2),
    });
  };
  const shifted = (sentence: ReturnType<typeof apart>['sentences'][number], by: number) => ({
    start: sentence.start + by,
    end: sentence.end + by,
    tokens: sentence.tokens.map(token => ({ ...token, start: token.start + by, end: token.end + by })),
  });

  test.each([
    ['The town and other harboursshe added, were in danger.', 'harbours she added'],
    ['They accused the captain ofstealing the crane.', 'of stealing'],
    ['There is no danger in our townhe said on the radio.', 'town he said'],
    ['The claims are unfoundedsaid the harbour master.', 'unfounded said'],
    ['We will repair it in accordance with the plan.he said.', 'plan. he said'],
    ['They were holding their handsNorwegian minister Ola Berg said.', 'hands Norwegian'],
    ['He blamed them for flooding the coast with armsintended for war.', 'arms intended'],
    ['The master of Osterby, Osterbywith whom nobody speaks, came.', 'Osterby with whom'],
    ['They called for strength in securityaccording to the adviser.', 'security according'],
  ])('are parted: %s', (text, parted) => {
    expect(clean(text)).toContain(parted);
  });

  test.each([
    'iPhone',
    'YouTube',
    'McDonald',
    'cyberattacks',
    'livestream',
    'Johannesburg',
    'healthcare',
    'Battlegroups',
    'Merkel',
    'Theodore',
  ])('%s is one word', word => {
    expect(clean(`They spoke of ${word} for an hour.`)).toContain(`of ${word} for`);
  });
});

describe('the author that the source names', () => {
  const text = `Crane falls into harbour\n\nBy Ola Berg\n\n${prose}`;

  test.each([
    ['Marta Lindqvist', 'Marta Lindqvist'],
    ['By Marta Lindqvist and Jan Vik', 'Marta Lindqvist and Jan Vik'],
    ['Марта Линдквист', 'Марта Линдквист'],
    // What names no one leaves the one that the text names.
    ['admin', 'Ola Berg'],
    ['desk@mail.example', 'Ola Berg'],
    ['https://mail.example/m', 'Ola Berg'],
    ['Harbour Mail', 'Ola Berg'],
    [' ', 'Ola Berg'],
  ])('%j is %j', (author, byline) => {
    expect(apart(text, { author, source: 'Harbour Mail' }).byline).toBe(byline);
  });
});

describe('sentences', () => {
  const sentences = (text: string) => apart(text).sentences.map(({ start, end }) => text.slice(start, end));

  test('go on after titles, initials and a quote’s mark', () => {
    expect(
      sentences('Maj. Gen. Ola Berg came to town. J. Vik was there with Lt. Dahl of the coast guard.'),
    ).toHaveLength(2);
    expect(sentences('“Is it over?” she asked the men. They said that it was over.')).toHaveLength(2);
  });

  test('keep the closing mark', () => {
    expect(sentences('“It is over. We are going home now.” The men were glad to hear of it.')[1]).toBe(
      'We are going home now.”',
    );
  });

  test('of a list begin after the bullet', () => {
    const text = `${prose}\n\n• The crane was forty years old and had been repaired twice.`;
    expect(sentences(text).at(-1)).toBe('The crane was forty years old and had been repaired twice.');
    expect(cleanBody(apart(text))).toBe(text);
  });
});
