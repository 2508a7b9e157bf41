import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page } from '../page/page.ts';
import type { Question, QuestionOf } from '../page/question.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** What people say to a bot without asking anything of the news. */
    talk: { topic: TalkTopic; about?: string };
  }
}

const topics = [
  'hello',
  'thanks',
  'bye',
  'rude',
  'bot',
  'chat',
  'help',
  'stop',
  'subscribe',
  'source',
  'sure',
] as const;
type TalkTopic = (typeof topics)[number];
/** After these there is nothing to suggest. */
const closing: ReadonlySet<TalkTopic> = new Set<TalkTopic>([
  'thanks',
  'bye',
  'stop',
  'subscribe',
  'source',
  'sure',
]);

const patterns: [TalkTopic, RegExp][] = [
  ['hello', /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)(?: there| bot)?$/iu],
  [
    'thanks',
    /^(?:(?:ok(?:ay)?|great|cool|perfect|nice)(?:[ ,]+|$))?(?:thanks?|thank you|thx|cheers)?(?: very much| a lot| so much)?$/iu,
  ],
  ['bye', /^(?:(?:good ?)?bye(?: bye)?|good ?night|see you(?: later| soon| tomorrow)?|take care|ciao)$/iu],
  [
    'rude',
    /^(?:(?:fuck|screw|piss|bugger)(?: (?:off|you|this|it))?|shut up|go to hell|wtf|(?:you(?:['’]?re| are|r)?|this is|that(?:['’]?s| is)|it(?:['’]?s| is)|what a|so|totally|completely|bloody) (?:an? |so |such an? |really |totally )?(?:stupid|dumb|useless|rubbish|idiot|idiotic|bad|terrible|awful|wrong|nonsense|bullshit|crap|shit|moron)(?: bot| answer)?|(?:stupid|dumb|useless|bad|rubbish|shit) (?:bot|answer)|bullshit|crap|shit|damn|idiot)$/iu,
  ],
  [
    'bot',
    /^(?:(?:are|r) (?:you|u) (?:an? )?(?:ro)?(?:bot|human|person|real|ai|machine|chatgpt|alive)(?: person)?|who (?:are|made|built|created|wrote|runs|owns|programmed) (?:you|u|this(?: bot)?)|what(?:['’]s| is) your name|what are you|how (?:old )?are (?:you|u)(?: doing| today)?|how(?:['’]s| is) it going)$/iu,
  ],
  [
    'chat',
    /^(?:lol|haha(?:ha)*|wow|cool|i (?:love|like|hate) (?:you|u)|(?:tell me|do you know) (?:an? )?(?:jokes?|story)|what(?:['’]?s the)? time(?: is it)?|(?:yes|no|yeah|nope|maybe|hmm+|test|testing)|what(?:['’]?s| is) (?:the )?weather(?: like)?(?: today| tomorrow)?)$/iu,
  ],
  [
    'help',
    /^(?:help|i (?:don['’]?t|do not) (?:understand|get it)|what do you mean|help me|what can (?:you do|i ask)|how (?:does this|do you) work)$/iu,
  ],
  [
    'sure',
    /^(?:and |but )?(?:(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|real|fake|a fact)|really|(?:are you|r u) sure|true|sure|fact check(?: (?:this|that))?|can i trust (?:this|that|you)|how do (?:you|u) know)$/iu,
  ],
  ['source', /^(?:(?:the |your )?sources?|link|says who|where is (?:that|this|it) from)$/iu],
  ['stop', /^(?:stop|unsubscribe|stop (?:it|this|sending.*))$/iu],
  [
    'subscribe',
    /^(?:please )?(?:subscribe(?: me)?|sign me up|send me (?:news|a digest|updates)) (?:to|for|about|on) (?<about>.+)$/isu,
  ],
];

export const talk: Declaration<'talk'> = {
  kind: 'talk',
  offered: 'button',
  usage: 'TOPIC',
  parse: words => {
    const [first = '', ...rest] = words.split(' ');
    const topic = topics.find(each => each === first) ?? 'help';
    const about = rest.join(' ');
    return { kind: 'talk', topic, ...(about && { about }) };
  },
  words: ({ topic, about }) => [topic, about],
  answer: answerTalk,
  phrases: patterns.map(
    ([topic, pattern]): Phrase => ({
      pattern,
      ask: async (_library, { about }) => ({ kind: 'talk', topic, ...(about && { about }) }),
    }),
  ),
};

/** Whether words only ask if something is true, in English. */
export function asksIfTrue(words: string): boolean {
  const sure = patterns.find(([topic]) => topic === 'sure')![1];
  return sure.test(words.replace(/[\s?!.]{1,10}$/, ''));
}

/** What pictures without a word say: thanks, or that an answer was no good; null for others. */
export function talkOfPictures(text: string): Question | null {
  if (/[👎😡🤬😠💩🖕🙄😤]/u.test(text)) return { kind: 'talk', topic: 'rude' };
  return /[👍👌🙏👏💯🔥😊😍🥰😘🤝❤]/u.test(text) ? { kind: 'talk', topic: 'thanks' } : null;
}

/** Small talk in another language: `kind` is `talk-` and the topic. */
export function talkAsked(kind: string, about: string | undefined): Question | null {
  const topic = topics.find(each => kind === `talk-${each}`);
  return topic === undefined ? null : { kind: 'talk', topic, ...(about && { about }) };
}

async function answerTalk(library: Library, { topic, about }: QuestionOf<'talk'>): Promise<Page> {
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
  return note(`talk-${topic}`, args, closing.has(topic) ? [] : [buttons]);
}
