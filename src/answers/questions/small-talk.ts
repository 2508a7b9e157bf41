import type { Vocabulary } from '../../languages/vocabulary.ts';
import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Phrase } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page } from '../page/page.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

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
  'opinion',
  'whom',
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
  'whom',
]);

const patterns: [TalkTopic, RegExp][] = [
  [
    'hello',
    /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|nice to meet you)(?: (?:there|bot|all|everyone|again))?$/iu,
  ],
  [
    'thanks',
    /^(?:(?:ok(?:ay)?|great|cool|perfect|nice|many)(?:[ ,]+|$))?(?:thanks?|thank you|thx|cheers)?(?: very much| a lot| so much)?(?: (?:in advance|again|for (?:your|the|all your) (?:help|answer|time)))?$/iu,
  ],
  [
    'thanks',
    /^(?:(?:that|this)(?:['’]?s| is| was) )?(?:very |really |so |super |most |extremely )?(?:helpful|useful|interesting|kind of you|good to know)$|^(?:that|this) (?:really )?helps(?: a lot)?$|^(?:good|great|nice|excellent) (?:job|work|bot|answer)$|^well done$|^(?:much appreciated|i appreciate (?:it|that))$|^have a (?:nice|good|great|lovely) (?:day|evening|weekend|one)$/iu,
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
    /^(?:lol|haha(?:ha)*|wow|cool|i (?:love|like|hate) (?:you|u)|(?:tell me|do you know) (?:an? )?(?:jokes?|story)|what(?:['’]?s the)? time(?: is it)?|(?:yes|no|yeah|nope|maybe|hmm+|test|testing)|(?:what(?:['’]?s| is|ll be)|how(?:['’]?s| is)|what will) (?:the )?weather(?: be)?(?: like)?(?: (?:in|for) .{2,40}?)?(?: (?:today|tomorrow|tonight|now|this weekend))?|will it (?:rain|snow)\b.{0,60}|what(?:['’]?s| is) \d{1,9} ?[-+*x×/] ?\d{1,9})$/iu,
  ],
  [
    'help',
    /^(?:(?:(?:can|could|would|will) (?:you|u) (?:please )?)?help(?: me)?(?: out)?(?: please)?|i need (?:some )?help|i (?:don['’]?t|do not) (?:understand|get it|know (?:how|what) (?:this (?:bot )?(?:works|is|does)|it works|to (?:do|ask|use (?:this|it|you)))|understand (?:this|it|you|how (?:this|it) works))|i(?:['’]?m| am) (?:lost|confused|new here|new)|what do you mean|what (?:can|do) (?:you (?:do|know)|i (?:ask|do)(?: here)?)|what is this(?: bot)?(?: (?:for|about))?|how (?:does (?:this|it)(?: bot)?|do you) work|how (?:do|can|should) i (?:use|ask) (?:this|it|you)(?: bot| a question| something)?)$/iu,
  ],
  [
    'sure',
    /^(?:and |but )?(?:(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|real|fake|a fact)|really|(?:are you|r u) sure|true|sure|fact check(?: (?:this|that))?|can i trust (?:this|that|you)|how do (?:you|u) know)$/iu,
  ],
  [
    'opinion',
    /^(?:(?:and )?what (?:do|would) (?:you|u) (?:personally |yourself )?(?:think|make|reckon|feel|say)(?: (?:about|of|on|regarding) (?<about>.{1,200}))?|what(?:['’]?s| is) (?:your|ur) (?:opinion|view|take|stance|position|prediction)(?: (?:on|of|about|for) (?<on>.{1,200}))?|(?:do|don['’]?t|would) (?:you|u) (?:like|love|hate|support|trust|believe|condemn|agree|disagree|prefer|think)(?: (?:in|with|that))?(?: (?<what>.{1,200}))?|(?:whose|which|what) side (?:are|r) (?:you|u) on|(?:are|r) (?:you|u) (?:pro|anti|for|against|biased|neutral|left|right|on the side of)\b(?:[ -](?<side>.{1,80}))?|who (?:do|would) (?:you|u) (?:support|vote for|like|prefer|believe)(?: in (?<choice>.{1,80}))?|should (?!i (?:subscribe|ask))(?<should>.{3,200}))$/isu,
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
  for (const [topic, pattern] of patterns) {
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
  const sure = patterns.find(([topic]) => topic === 'sure')![1];
  return sure.test(words.replace(/[\s?!.]{1,10}$/, ''));
}

/** What pictures without a word say: thanks, or that an answer was no good; null for others. */
export function talkOfPictures(text: string): Question | null {
  if (/[👎😡🤬😠💩🖕🙄😤]/u.test(text)) return { kind: 'talk', topic: 'rude' };
  return /[👍👌🙏👏💯🔥😊😍🥰😘🤝❤]/u.test(text) ? { kind: 'talk', topic: 'thanks' } : null;
}

/** The topic of small talk in another language, whose kind of question is `talk-` and the topic. */
const topicOf = (kind: string): TalkTopic | undefined => topics.find(topic => kind === `talk-${topic}`);

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

async function answerTalk(library: Library, { topic, about }: QuestionOf<'talk'>): Promise<Page> {
  if (topic === 'opinion' && about) return opinionPage(library, about);
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
