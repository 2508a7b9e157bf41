import type { Vocabulary } from '../../languages/vocabulary.ts';
import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page } from '../page/page.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { subjectsCalled } from '../parts/subject.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';
import { closingTopics, leftOut, type TalkTopic, talkPatterns, talkTopics } from './talk-patterns.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** What people say to a bot without asking anything of the news. */
    talk: { topic: TalkTopic; about?: string };
  }
}

export const talk: Declaration<'talk'> = {
  kind: 'talk',
  offered: 'button',
  usage: 'TOPIC',
  parse: words => {
    const [first = '', ...rest] = words.split(' ');
    const topic = talkTopics.find(each => each === first) ?? 'help';
    const about = rest.join(' ');
    return { kind: 'talk', topic, ...(about && { about }) };
  },
  words: ({ topic, about }) => [topic, about],
  answer: answerTalk,
  phrases: talkPatterns.map(
    ([topic, pattern]): Phrase => ({
      pattern,
      ask: async (_library, groups) => talkOn(topic, groups),
    }),
  ),
};

/** What is talked about is whatever was named. */
function talkOn(
  topic: TalkTopic,
  groups: Record<string, string | undefined> | undefined,
): QuestionOf<'talk'> {
  const about = Object.values(groups ?? {}).find(Boolean);
  return { kind: 'talk', topic, ...(about && { about }) };
}

/** The small talk that some words are, in English or one of the reader's languages; null if they are none. */
export function talkIn(words: string, vocabulary: Vocabulary | undefined): QuestionOf<'talk'> | null {
  for (const [topic, pattern] of talkPatterns) {
    const found = pattern.exec(words);
    if (found !== null) return talkOn(topic, found.groups);
  }
  for (const [kind, ways] of vocabulary?.questions ?? []) {
    const topic = topicOf(kind);
    const found = topic && ways.map(way => way.exec(words)).find(each => each !== null);
    if (topic && found) return talkOn(topic, found.groups);
  }
  return null;
}

/** Whether words only ask if something is true, in English. */
export function asksIfTrue(words: string): boolean {
  const sure = talkPatterns.find(([topic]) => topic === 'sure')![1];
  return sure.test(words.replace(/[\s?!.]{1,10}$/, ''));
}

/** What pictures without a word say: thanks, or that an answer was no good; null for others. */
export function talkOfPictures(text: string): Question | null {
  if (/[👎😡🤬😠💩🖕🙄😤]/u.test(text)) return { kind: 'talk', topic: 'rude' };
  return /[👍👌🙏👏💯🔥😊😍🥰😘🤝❤]/u.test(text) ? { kind: 'talk', topic: 'thanks' } : null;
}

/** The topic of small talk in another language, whose kind of question is `talk-` and the topic. */
const topicOf = (kind: string): TalkTopic | undefined => talkTopics.find(topic => kind === `talk-${topic}`);

/** Small talk in another language: `kind` is `talk-` and the topic. */
export function talkAsked(kind: string, about: string | undefined): Question | null {
  const topic = topicOf(kind);
  return topic === undefined ? null : talkOn(topic, { about });
}

/** What was said about it can be shown instead of an opinion. */
async function opinionPage(library: Library, about: string): Promise<Page> {
  const words = (await wordsOfArticles(library, contentWords(about))).join(' ');
  if (words === '') return note('talk-opinion');
  const on = clip(words, 40);
  return note('talk-opinion', {}, [
    [askButton([{ messageKey: 'quotes-on', args: { about: on } }], { kind: 'quotes', about: words })],
    [askButton([{ messageKey: 'button-search', args: { words: on } }], { kind: 'search', words })],
  ]);
}

/** Of someone who is asked what they left unsaid, what they said can be shown. */
async function unsaidPage(library: Library, name: string): Promise<Page> {
  const { fits } = await subjectsCalled(library, name);
  const [first] = fits;
  if (first === undefined) return note('talk-unsaid');
  const label = [{ messageKey: 'button-quotes-of', args: { name: first.name } }];
  return note('talk-unsaid', {}, [[askButton(label, { kind: 'quotes', name: `#${first.id}` })]]);
}

/** Nothing is left out of an answer; what is asked for besides can be shown as it is. */
function withoutPage(typed: string): Page {
  const { rest: asked = '', words = '' } = leftOut.exec(typed)?.groups ?? {};
  const rest = asked.replace(
    /^(?:.{0,30} )?(?:news|headlines|stories|articles|quotes) (?:about|on|from|of) /iu,
    '',
  );
  const isAll = /^(?:.* )?(?:news|headlines|stories|articles|quotes)$/iu.test(rest);
  const label = { messageKey: 'button-search', args: { words: clip(rest, 40) } };
  return note('talk-without', { about: clip(words, 60) }, [
    [
      isAll
        ? askButton([{ messageKey: 'button-latest' }], { kind: 'latest' })
        : askButton([label], { kind: 'search', words: rest }),
    ],
  ]);
}

async function answerTalk(library: Library, { topic, about }: QuestionOf<'talk'>): Promise<Page> {
  if (topic === 'opinion' && about) return opinionPage(library, about);
  if (topic === 'unsaid' && about) return unsaidPage(library, about);
  if (topic === 'without' && about) return withoutPage(about);
  const [person] = await library.people.leading(1);
  const buttons = [
    askButton([{ messageKey: 'button-key-dates' }], { kind: 'timeline' }),
    askButton([{ messageKey: 'button-latest' }], { kind: 'latest' }),
    ...(person
      ? [
          askButton([{ messageKey: 'button-who', args: { name: person.name } }], {
            kind: 'who',
            name: `#${person.id}`,
          }),
        ]
      : []),
  ];
  const args: Record<string, string> = about ? { about: clip(about, 60) } : {};
  return note(`talk-${topic}`, args, closingTopics.has(topic) ? [] : [buttons]);
}
