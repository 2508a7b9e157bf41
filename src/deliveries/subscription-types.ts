export type SubscriptionState = 'active' | 'paused' | 'resting';

/** How much is told of each story. */
export type DigestLength = 'headlines' | 'short' | 'full';

/** What somebody asked to be told, and when. */
export type Subscription = {
  id: number;
  chatId: number;
  /** The forum topic the digest comes to, or null. */
  threadId: number | null;
  /** Who set it up. */
  userId: number;
  /** The title of the channel it is for; null where it is for the chat in which it was asked for. */
  channel: string | null;
  /** Ids of topics and of people, and words, any of which is enough; everything where all are empty. */
  topics: string[];
  people: string[];
  /** Each a few words that must all be there; in quotes, next to each other. */
  words: string[];
  /** Words, written alike, with which nothing is told, and sources of which nothing is. */
  without: string[];
  withoutSources: string[];
  length: DigestLength;
  /** So many stories are told at most; how many more there are is said. */
  most: number;
  /** ISO weekdays, 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** Local times of day, `HH:MM`. */
  times: string[];
  /** IANA name, or `UTC+2`. */
  zone: string;
  /** As soon as something matches, so many times a local day at most; null for a schedule of times. */
  atOnce: number | null;
  /** Local times of day, `HH:MM`; what falls due within comes at the end. */
  quiet: { from: string; to: string } | null;
  /** Without a sound. */
  silent: boolean;
  /** With a preview of the first link. */
  previews: boolean;
  /** When nothing is new, that is said. */
  sayNothing: boolean;
  /** `paused` by its people; `resting` while Telegram refuses the chat. */
  state: SubscriptionState;
  /** The arrival of the newest article at the last digest; null before the first. */
  told: number | null;
  /** The arrival behind which its first digest began to tell, or the one after what it is about was changed. */
  since: number | null;
  /** Milliseconds since the epoch. */
  nextDue: number;
  created: number;
};

/** What may be changed of a subscription, by those it is for. */
export type SubscriptionChoices = Pick<
  Subscription,
  | 'topics'
  | 'people'
  | 'words'
  | 'without'
  | 'withoutSources'
  | 'length'
  | 'most'
  | 'weekdays'
  | 'times'
  | 'zone'
  | 'atOnce'
  | 'quiet'
  | 'silent'
  | 'previews'
  | 'sayNothing'
>;

export const usualChoices = {
  words: [],
  without: [],
  withoutSources: [],
  length: 'short',
  most: 10,
  atOnce: null,
  quiet: null,
  silent: false,
  previews: false,
  sayNothing: false,
} satisfies Partial<SubscriptionChoices>;

export type NewSubscription = Pick<
  Subscription,
  | 'chatId'
  | 'threadId'
  | 'userId'
  | 'topics'
  | 'people'
  | 'weekdays'
  | 'times'
  | 'zone'
  | 'nextDue'
  | 'created'
> &
  Partial<SubscriptionChoices & Pick<Subscription, 'channel' | 'told' | 'since'>> & {
    /** Names the act that made it: the same act again makes no second subscription. */
    origin: string;
  };
