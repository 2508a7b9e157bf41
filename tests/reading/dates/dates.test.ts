import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

/** A Wednesday. */
const published = '2021-06-16';

function datesOf(text: string, publishedAt: string | undefined = published): Record<string, string | null> {
  const { dates } = read({ text, ...(publishedAt ? { publishedAt } : {}) }, knowledge);
  for (const date of dates) expect(text.slice(date.start, date.end)).toBe(date.text);
  return Object.fromEntries(dates.map(date => [date.text, date.value]));
}

const without = (text: string) => {
  const { dates } = read({ text }, knowledge);
  return Object.fromEntries(dates.map(date => [date.text, date.value]));
};

describe('whole dates', () => {
  test.each([
    ['The mayor was elected on March 3, 2019, by a small majority.', 'March 3, 2019', '2019-03-03'],
    ['The bridge was opened on 3 March 2019 by the mayor.', '3 March 2019', '2019-03-03'],
    ['The bridge was opened on the 3rd of March, 2019 by the mayor.', '3rd of March, 2019', '2019-03-03'],
    ['The town burned down on Sunday, Sept. 12, 1999, they said.', 'Sunday, Sept. 12, 1999', '1999-09-12'],
    ['The file is dated 2018-11-30 and signed by the mayor.', '2018-11-30', '2018-11-30'],
    ['The letter was dated 30.11.2018 and signed by the mayor.', '30.11.2018', '2018-11-30'],
    ['The letter was dated 11/30/2018 and signed by the mayor.', '11/30/2018', '2018-11-30'],
    ['Elle a dit « le 22 février 2020 » in her letter to the mayor.', '22 février 2020', '2020-02-22'],
    ['They wrote of 11 апреля 2020 in the letter to the mayor.', '11 апреля 2020', '2020-04-11'],
  ])('%s', (text, words, value) => {
    expect(datesOf(text)).toHaveProperty([words], value);
  });

  test('that can be read two ways have no value', () => {
    expect(datesOf('The letter was dated 03/04/2018 and signed by the mayor.')).toEqual({
      '03/04/2018': null,
    });
  });

  test('that do not exist are none', () => {
    expect(datesOf('The letter was dated February 31, 2018 by mistake.')).not.toHaveProperty([
      'February 31, 2018',
    ]);
  });
});

describe('without the year, the day of publication decides', () => {
  test.each([
    ['The council met on June 2 to discuss the bridge.', 'June 2', '2021-06-02'],
    ['The council met on Dec. 30 to discuss the bridge.', 'Dec. 30', '2020-12-30'],
    ['The council will meet on January 9 to discuss the bridge.', 'January 9', '2022-01-09'],
    ['The bridge was closed in early May after the storm.', 'early May', '2021-05'],
    ['The bridge was closed in November after the storm.', 'November', '2020-11'],
    ['The council, which is to meet in November, will decide.', 'November', '2021-11'],
    ['The bridge was closed last March after the storm.', 'March', '2021-03'],
    ['The fair was long ago. In March, the bridge was closed.', 'March', '2021-03'],
    ['The fair lasted from May 3 to 5 this time.', 'May 3 to 5', '2021-05-03/2021-05-05'],
  ])('%s', (text, words, value) => {
    const found = datesOf(text);
    const key = Object.keys(found).find(known => known.includes(words))!;
    expect(found[key]).toBe(value);
  });
});

describe('weekdays go by the tense of their verb', () => {
  test.each([
    ['The council met on Monday to discuss the bridge.', '2021-06-14'],
    ['The council will meet on Monday to discuss the bridge.', '2021-06-21'],
    ['On Wednesday, the council voted on the bridge.', '2021-06-16'],
    ['As ministers prepare for their meeting on Thursday, the mayor spoke.', '2021-06-17'],
    ['The mayor, who is to speak on Sunday, has been ill.', '2021-06-20'],
    ['“It is over,” the mayor told reporters on Sunday.', '2021-06-13'],
    ['The talks will take place before the meeting between both mayors on Friday.', '2021-06-18'],
    ['The mayor has scheduled a news conference Friday about the bridge.', '2021-06-18'],
    ['They postponed until Tuesday any decision on the bridge.', '2021-06-22'],
    ['The council met last Friday to discuss the bridge.', '2021-06-11'],
    ['The council meets next Friday to discuss the bridge.', '2021-06-25'],
    ['The attack on Monday is the worst that the town has seen.', '2021-06-14'],
    ['The mayor said Friday’s vote had been the right one for the town.', '2021-06-11'],
    ['The council says its meeting in Osterby on Monday ended the quarrel.', '2021-06-14'],
    ['Until Monday, they had not spoken of the bridge.', '2021-06-14'],
    ['Since Thursday, the town has talked of nothing else.', '2021-06-10'],
    ['The bridge is inspected on Friday as it is every year.', '2021-06-18'],
    ['The mayor could not be reached Tuesday for an answer.', '2021-06-15'],
    ['The mayor is expected to have left on Saturday for the coast.', '2021-06-12'],
    ['The talks, which resume on Friday, have been long.', '2021-06-18'],
    ['The mayor is ill; on Friday the council meets without her.', '2021-06-18'],
    ['All trains have been cancelled for Thursday by the town.', '2021-06-17'],
    ['The mayor did not say why, in an answer to the council Tuesday.', '2021-06-15'],
  ])('%s', (text, value) => {
    expect(Object.values(datesOf(text))).toEqual([value]);
  });
});

test('a weekday whose verb does not decide is the one named elsewhere in the article', () => {
  const text =
    'The bridge holds. It is the last thing that people say about Sunday’s vote. The town will vote on Sunday.';
  const { dates } = read({ text, publishedAt: published }, knowledge);
  expect(dates.map(({ value }) => value)).toEqual(['2021-06-20', '2021-06-20']);
});

test('in the first sentence a weekday of six days ago is tomorrow, as of an article dated ahead', () => {
  const { dates } = read(
    { text: 'OSTERBY — The mayor resigned Thursday.', publishedAt: published },
    knowledge,
  );
  expect(dates.map(({ value }) => value)).toEqual(['2021-06-17']);
});

describe('words that hang on the day of publication', () => {
  test.each([
    ['The bridge was closed yesterday after the storm.', 'yesterday', '2021-06-15'],
    ['The mayor will speak before tomorrow’s meeting of the council.', 'tomorrow', '2021-06-17'],
    ['The bridge was closed three days ago after the storm.', 'three days ago', '2021-06-13'],
    ['The bridge was closed 10 days ago after the storm.', '10 days ago', '2021-06-06'],
    ['The bridge was closed two months ago after the storm.', 'two months ago', '2021-04'],
    ['The bridge was closed last year after the storm.', 'last year', '2020'],
    ['The bridge was closed last week after the storm.', 'last week', null],
  ])('%s', (text, words, value) => {
    expect(datesOf(text)).toEqual({ [words]: value });
  });

  test('and on the day named before', () => {
    expect(datesOf('The mayor fell ill on May 3, 2020. Two days later, she was back at work.')).toEqual({
      'May 3, 2020': '2020-05-03',
      'Two days later': '2020-05-05',
    });
  });

  test('or on the dateline’s', () => {
    const text =
      'OSTERBY, June 15 (NK) -- The mayor said today that the bridge would be closed for the whole summer.';
    expect(datesOf(text)).toMatchObject({ today: '2021-06-15' });
  });
});

describe('without a day of publication nothing is guessed', () => {
  test.each([
    'The council met on June 2 to discuss the bridge.',
    'The council met on Monday to discuss the bridge.',
    'The bridge was closed in November after the storm.',
    'The bridge was closed yesterday after the storm.',
    'The bridge was closed last year after the storm.',
  ])('%s', text => {
    expect(Object.values(without(text))).toEqual([null]);
  });

  test('and what says its year keeps it', () => {
    expect(without('The bridge was built in 1987 and closed in May 2003.')).toEqual({
      '1987': '1987',
      'May 2003': '2003-05',
    });
  });
});

describe('no date are', () => {
  test.each([
    'Mr. March and Ms. May met Mr. August in the lobby.',
    'He told the Sunday Times that he was glad.',
    'Shops were full on Black Friday as they are every year.',
    'They marched through the town, and they may march again.',
    'Osterby won 3-2 against Westerby and paid $2010 for the party.',
    'There were 2019 people at the fair, 2.019 more than before.',
    'Mr. May said it would be led by May and nobody else.',
    'Of 12 Mayors in the valley 5 Junes were left.',
    'Of the size 12 June 30,000 were sold.',
  ])('%s', text => {
    expect(datesOf(text)).toEqual({});
  });
});

describe('a day before which the article was written', () => {
  test.each([
    'The town will vote on 14 September. On Wednesday the two rivals debated for the last time.',
    'The minister is to open the bridge on 14 September. Workers painted it on Monday.',
    'The crew must answer by 14 September. The owners raised their offer on Tuesday.',
    'Talks are due on 14 September. “We have time,” the envoy said on Friday.',
    'The court ordered the firm to clear the site by 18 September. It refused on Tuesday.',
  ])('is no day to count weekdays from: %s', text => {
    const reading = read({ text, publishedAt: '2025-09-20' }, knowledge);
    expect(reading.published.doubted).toBe(true);
    expect(reading.dates.map(({ value }) => value)).toEqual([expect.stringMatching(/^2025-09-1[48]$/), null]);
  });

  test.each([
    'The crew was told to answer by 14 September but asked for time. It did so on Thursday.',
    'The firm was ordered to clear the site by 14 September. It refused on Tuesday.',
    '“We will meet on 14 September,” she had said. On Wednesday she denied it.',
    'The town will vote on 14 October. On Wednesday the two rivals debated.',
    'It was said in May that they would meet on 14 September. They met on Wednesday.',
    'The vote will be as it was on 14 September. On 17 September the board met, and on Friday again.',
  ])('is not seen where the article may be of its day: %s', text => {
    const reading = read({ text, publishedAt: '2025-09-20' }, knowledge);
    expect(reading.published.doubted).toBeUndefined();
    expect(reading.dates.at(-1)!.value).not.toBeNull();
  });
});

describe('a day counted from what happened', () => {
  test.each([
    'The dean was stabbed on 9 May 2021 and a guard was killed on 3 June 2021. Two days before the killing, a letter came.',
    'The mine was sold on 9 May 2021. Two days before the killing, a letter came.',
    'A bomb will be defused on 9 May. Two days after the blast, the road will open.',
    'The club was founded on 9 May 2021. The match is at 3 p.m. there.',
    'He was shot on 9 May 2021 and his brother was killed on 2 June 2022. She was shot at 10 p.m. there.',
  ])('is not found where the article gives no one day for it: %s', text => {
    const { dates } = read({ text, publishedAt: '2025-09-23' }, knowledge);
    expect(dates.filter(({ basis, value }) => basis === 'relative' && value !== null)).toEqual([]);
  });
});

describe('a day of publication that everything contradicts', () => {
  const text =
    'The bridge of Tarn fell on March 3, 2019, and eleven people drowned. The trial began in May 2020 and ended on Monday.';
  test.each(['1970-01-01', '2001-09-09', '2015-06-16'])(
    'is doubted, and nothing counts from it: %s',
    publishedAt => {
      const reading = read({ text, publishedAt }, knowledge);
      expect(reading.published).toEqual({ date: publishedAt, basis: 'given', doubted: true });
      expect(reading.dates.map(({ value }) => value)).toEqual(['2019-03-03', '2020-05', null]);
      expect(reading.events.filter(({ planned }) => planned)).toEqual([]);
    },
  );

  test.each([
    ['one that they fit', '2020-06-16', text],
    [
      'one with plans after it',
      '2018-12-16',
      'The bridge of Tarn will be opened on March 3, 2021, the mayor said on Monday.',
    ],
    [
      'one before a day from which on something holds',
      '2018-06-16',
      'Tarn has appointed Ilse Varga head of the port, effective August 1, 2018. The airline cut fares on flights from 1 November 2018.',
    ],
    [
      'one of an article about the past',
      '2022-06-16',
      'The bridge of Tarn fell on March 3, 1919. It was built in 1877.',
    ],
    ['one that nothing is said about', '2021-06-16', 'The bridge of Tarn fell on Monday.'],
  ])('but not %s', (_, publishedAt, words) => {
    expect(read({ text: words, publishedAt }, knowledge).published).toEqual({
      date: publishedAt,
      basis: 'given',
    });
  });
});

describe('on a live page each entry counts from its own stamp', () => {
  const entry = (day: string) =>
    `The mayor of Tarn said on Monday ${day} that the bridge would be closed, and that he had heard of it today.`;
  const [first, second] = [entry('at noon'), entry('at night')];
  test.each([
    ['April 21, 2022', 'April 5, 2022'],
    ['10:15 a.m. ET, April 21, 2022', '9:02 p.m. ET, April 5, 2022'],
    ['Thursday 21 April 2022 14:32', 'Tuesday 5 April 2022 08:10'],
    ['Updated: 2022-04-21 14:32', 'Updated: 2022-04-05 08:10'],
    ['21 Apr 2022, 14:32 BST', '5 Apr 2022, 08:10 BST'],
  ])('%s', (later, earlier) => {
    const text = `Bridge of Tarn closed: live\n\n${later}\n\n${first}\n\n${earlier}\n\n${second}`;
    const { dates } = read({ text, publishedAt: '2022-04-23' }, knowledge);
    const values = dates.filter(date => /Monday|today/.test(date.text)).map(({ value }) => value);
    expect(values).toEqual(['2022-04-18', '2022-04-21', '2022-04-04', '2022-04-05']);
  });

  test('but a list of days is none', () => {
    const text = `Bridge of Tarn closed\n\nApril 21, 1999\n\n${first}\n\nApril 5, 1998\n\n${second}`;
    const { dates } = read({ text, publishedAt: '2022-04-23' }, knowledge);
    expect(dates.filter(({ text }) => text === 'today').map(({ value }) => value)).toEqual([
      '2022-04-23',
      '2022-04-23',
    ]);
  });
});
