import { describe, expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** A quarrel over a tram line, with a claim that another made, and figures that differ. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-04-02',
    'Tram line of Halvern will cost more',
    'The tram line in Halvern will cost 48 million crowns, councillor Petra Vondrák said on Wednesday. “Someone signed for rails that no one has seen,” Vondrák said. Engineer Milo Fersk denied it. “Every rail is in the ground,” Fersk said.',
  ],
  [
    '2031-04-09',
    'Tram line dearer again',
    'The tram line in Halvern will cost 61 million crowns, auditors said on Wednesday. Mayor Ottla Grün called for calm. “We will ride this tram in May,” Grün said.',
  ],
  [
    '2031-04-20',
    'Grün steps down',
    'Mayor Ottla Grün resigned on Sunday over the tram line in Halvern. “I signed, and I am sorry,” Grün said. The tram line will open in September 2031, the council said.',
  ],
  [
    '2031-04-22',
    'Talks with former mayor',
    'Former mayor Ottla Grün met councillor Petra Vondrák on Tuesday. Engineer Milo Fersk, who was dismissed after the inquiry began, was not there.',
  ],
  [
    '2031-04-28',
    'Engineer dismissed',
    'Halvern dismissed engineer Milo Fersk on Saturday. “They needed a name,” Fersk said.',
  ],
];

const library = libraryOfNews('Halvern Echo', news);
const { answered } = conversationsOn(library, '2031-05-01');

describe('as people type', () => {
  test.each<[string, RegExp]>([
    ['whos petra vondrak', /^Petra Vondrák\n/],
    ['who is vondrak and what did she say?', /^Petra Vondrák\n/],
    ['when was fersk dismissed', /^26 Apr 2031: Halvern dismissed engineer Milo Fersk/],
    ['so i was wondering, when did grun resign', /^20 Apr 2031: Mayor Ottla Grün resigned/],
    ['when will the tram line open pls', /^Sep 2031: The tram line will open in September 2031/],
    [
      'how much will the tram line cost',
      /^The tram line in Halvern will cost 61 million.* · 9 Apr 2031\n\nOther figures\n• .*48 million.* · 2 Apr 2031\n/,
    ],
    ['when did grün resign and how much will the tram line cost', /^20 Apr 2031: .*\n\n.*61 million/],
    ['is grün still mayor?', /^Ottla Grün\nformer mayor/i],
    ['timeline of the tram disaster', /^Timeline: “tram” · key dates/],
    ['summarise the tram story', /^Timeline: “tram” · key dates|^[^“]*tram/i],
    ['who is involved in the tram affair', /^Quotes about “(?:the )?tram/],
    ['latest tram', /^Latest news: tram/],
    ['timeline grün', /^Timeline: Ottla Grün/],
    ['quotes fersk', /^Milo Fersk · \d quotes/],
    ['👍', /^You’re welcome/],
    ['😡', /^Sorry if that/],
  ])('%s', async (words, expected) => {
    expect(await answered([words])).toMatch(expected);
  });
});

describe('a claim to check', () => {
  test.each<[string, RegExp]>([
    [
      'Vondrak said someone signed for rails, right?',
      /^Petra Vondrák on “someone signed for rails” · 1 quote\n“Someone signed for rails/,
    ],
    ['did Fersk say that every rail is in the ground?', /^Milo Fersk on .*\n“Every rail is in the ground”/],
    [
      'Grün said every rail is in the ground, true?',
      /^I haven’t found any quotes by Ottla Grün on .*\n\nSaid by someone else\n“Every rail is in the ground”\n— Milo Fersk/,
    ],
    ['Grün said she’d signed, right?', /^Ottla Grün on “signed” · 1 quote\n“I signed, and I am sorry”/],
    [
      'is it true that Vondrák said every rail is in the ground',
      /^I haven’t found any quotes by Petra Vondrák on .*\n\nSaid by someone else\n“Every rail is in the ground”\n— Milo Fersk/,
    ],
  ])('%s', async (words, expected) => {
    expect(await answered([words])).toMatch(expected);
  });
});

describe('carrying on', () => {
  test.each<[string[], RegExp]>([
    [['who is Grün', 'what did she say about the tram'], /^Ottla Grün on “the tram”/],
    [['who is vondrak', 'what about her rails'], /^Petra Vondrák on “rails” · 1 quote/],
    [['when did Grün resign', 'source?'], /^Grün steps down\nHalvern Echo · 20 Apr 2031/],
    [['what did Grün say', 'sources?'], /^The numbers in brackets lead to the sources/],
    [['what did Grün say', 'is that true?'], /^I can’t check facts/],
    [['latest on the tram', 'and in april?'], /^Latest news: the tram · Apr 2031/],
    [
      ['how much will the tram line cost', 'and last week?'],
      /^I found no dated events for that|^Timeline: “.*tram/,
    ],
    [['what did Fersk say about rails', 'who else?'], /^Quotes about “rails”/],
    [['how much will the tram line cost', 'who else'], /^Quotes about “tram line/],
    [['who was dismissed', 'what did he say'], /^Milo Fersk · 2 quotes/],
  ])('%j', async (messages, expected) => {
    expect(await answered(messages)).toMatch(expected);
  });
});

describe('in other languages', () => {
  test.each<[string, string[], RegExp]>([
    ['de', ['ist Grün noch Bürgermeisterin?'], /^Ottla Grün\nformer mayor/i],
    ['uk', ['Ґрюн досі мер?'], /^Ottla Grün\nformer mayor/i],
    ['ru', ['Грюн всё ещё мэр?'], /^Ottla Grün\nformer mayor/i],
    ['de', ['danke dir vielmals'], /^Gern/],
    ['de', ['wer ist Vondrák', 'und Fersk?'], /^Milo Fersk\n/],
    ['uk', ['що сказав Ферск', 'джерело?'], /^Числа в дужках/],
    ['ru', ['кто такой Ферск', 'это правда?'], /^Проверять факты я не умею/],
    ['ru', ['правда, что Ферск сказал, что все рельсы в земле?'], /^Milo Fersk · 2 цитаты/],
    ['uk', ['Ферск сказав, що всі рейки в землі, правда?'], /^Milo Fersk · 2 цитати/],
    ['de', ['Fersk sagte, dass alle Schienen im Boden sind, oder?'], /^Milo Fersk · 2 Zitate/],
    ['de', ['stimmt das?'], /^Fakten prüfen kann ich nicht/],
    ['ru', ['что нового про трамвай', 'а в апреле?'], /^Последние новости: tram · апр. 2031/],
  ])('%s %j', async (language, messages, expected) => {
    expect(await answered(messages, language)).toMatch(expected);
  });
});
