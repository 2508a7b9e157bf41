import type { Line, Page } from '../page/page.ts';
import { splitPeriod } from '../page/period.ts';
import type { Question } from '../page/question.ts';

/** Real names from the library, to show what can be typed; see `examplesOf`. */
export type Examples = {
  person?: string | undefined;
  topic?: string | undefined;
  article?: string | undefined;
  story?: string | undefined;
  /** A year that something is told of. */
  year?: string | undefined;
};

/** The commands that ask something of the library, in the order in which they are explained. */
export const commands = [
  'who',
  'quotes',
  'timeline',
  'topics',
  'topic',
  'latest',
  'story',
  'article',
  'search',
] as const;

/** What otherwise only buttons ask, and `ask` prints behind them: it can be typed, and is not explained. */
export const commandsOfButtons = ['context'] as const;

/**
 * The question that a command asks.
 * @param command with or without its `/` and the bot's name behind it
 * @param rest what was typed after it
 * @param examples for the page that tells what to type, where something is missing
 */
export function parseQuestion(
  command: string,
  rest: string,
  examples: Examples = {},
): Question | { wrong: Page } {
  const kind = command.replace(/^\//, '').split('@', 1)[0]!.toLowerCase();
  const words = rest.replace(/\s+/g, ' ').trim();
  switch (kind) {
    case 'who':
      return words === '' ? missing('missing-who', [example('who', examples.person)]) : { kind, name: words };
    case 'quotes':
      return quotesQuestion(words, examples);
    case 'timeline':
      return timelineQuestion(words, examples);
    case 'topics':
    case 'latest':
      return { kind };
    case 'topic':
      return words === ''
        ? missing('missing-topic', [example('topic', examples.topic)])
        : { kind, topic: words };
    case 'story':
      return words === ''
        ? missing('missing-story', [example('story', examples.story)])
        : { kind, story: words };
    case 'article':
      return words === ''
        ? missing('missing-article', [example('article', examples.article)])
        : { kind, article: words };
    case 'search':
      return words === '' ? missing('missing-search', [example('search', examples.person)]) : { kind, words };
    case 'context':
      return contextQuestion(words) ?? missing('missing-context', []);
    case 'filter':
      return filterQuestion(words);
    default:
      return {
        wrong: {
          blocks: [{ kind: 'text', line: [{ messageKey: 'unknown-command', args: { command: kind } }] }],
          buttons: [],
        },
      };
  }
}

function quotesQuestion(words: string, examples: Examples): Question | { wrong: Page } {
  const behind = words.search(/ about /i);
  if (behind > 0)
    return { kind: 'quotes', name: words.slice(0, behind), about: words.slice(behind + ' about '.length) };
  if (words !== '' && !/^about\b/i.test(words))
    return { kind: 'quotes', name: words.replace(/ about$/i, '') };
  const withTopic =
    examples.topic && examples.person && `${examples.person} about ${examples.topic.toLowerCase()}`;
  return missing('missing-quotes', [example('quotes', examples.person), example('quotes', withTopic)]);
}

function timelineQuestion(typed: string, examples: Examples): Question | { wrong: Page } {
  const split = splitPeriod(typed);
  if ('wrong' in split) {
    return missing(
      'wrong-day',
      [example('timeline', examples.year && `${examples.year}-02-21..${examples.year}-03`)],
      {
        day: split.wrong,
      },
    );
  }
  return { kind: 'timeline', ...(split.words && { about: split.words }), ...split.period };
}

function contextQuestion(words: string): Question | undefined {
  const [, start, end, article] = /^(\d{1,15})-(\d{1,15}) (.+)$/.exec(words) ?? [];
  if (article === undefined || Number(start) >= Number(end)) return undefined;
  return { kind: 'context', article, start: Number(start), end: Number(end) };
}

function filterQuestion(words: string): Question | { wrong: Page } {
  const split = splitPeriod(words);
  if ('wrong' in split) return missing('wrong-day', [], { day: split.wrong });
  const given = (key: string) => {
    const value = split.words.split(' ').find(word => word.startsWith(`${key}:`));
    return value === undefined ? undefined : decoded(value.slice(key.length + 1));
  };
  const topic = given('topic');
  const person = given('person');
  return { kind: 'filter', ...(topic && { topic }), ...(person && { person }), ...split.period };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function example(command: string, words: string | undefined): Line {
  return words ? [{ text: `/${command} ${words}`, style: 'code' }] : [];
}

function missing(key: string, examples: Line[], args: Record<string, string> = {}): { wrong: Page } {
  const items = examples.filter(line => line.length > 0);
  return {
    wrong: {
      blocks: [
        { kind: 'text', line: [{ messageKey: key, args }] },
        ...(items.length === 0
          ? []
          : [
              { kind: 'text' as const, line: [{ messageKey: 'for-example' }] },
              { kind: 'list' as const, items },
            ]),
      ],
      buttons: [],
    },
  };
}
