export type SubscriptionState = 'active' | 'paused' | 'suspended';

/** How much of each story a digest shows. */
export type DigestLength = 'headlines' | 'short' | 'full';

/** What a chat wants to receive, and when. */
export type Subscription = {
  id: number;
  chatId: number;
  /** The forum topic the digest is sent to, or null. */
  threadId: number | null;
  /** The name of that topic when the digest was set up, or null. */
  topicName: string | null;
  /** Who set it up. */
  userId: number;
  /** The title of the channel it is for; null if it is for the chat in which it was set up. */
  channel: string | null;
  /** Ids of topics, of people, organizations and places, and words, any of which is enough; everything if all are empty. */
  topics: string[];
  people: string[];
  /** Each a few words that must all occur; in quotes, next to each other. */
  words: string[];
  /** Words in the same syntax; articles with any of them are left out, and so are articles of these sources. */
  without: string[];
  withoutSources: string[];
  /** Left out of its digests: articles that name any of these (ids), and these stories (ids). */
  withoutPeople: string[];
  withoutStories: string[];
  length: DigestLength;
  /** How many stories a digest shows at most; it says how many more there are. */
  most: number;
  /** ISO weekdays, 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** Local times of day, `HH:MM`. */
  times: string[];
  /** IANA name, or `UTC+2`. */
  zone: string;
  /** The language it is written in; null for that of the chat it is sent to. */
  language: string | null;
  /** Sent as soon as something matches, at most this many times a local day; null for a schedule of times. */
  atOnce: number | null;
  /** Local times of day, `HH:MM`; a digest that falls due in between is sent at the end. */
  quiet: { from: string; to: string } | null;
  /** Sent without a sound. */
  silent: boolean;
  /** With a preview of the first link. */
  previews: boolean;
  /** Sent even if nothing is new. */
  sayNothing: boolean;
  /** `paused` by its people; `suspended` while Telegram refuses the chat or it has no access. */
  state: SubscriptionState;
  /** The arrival up to which news was delivered; null before the first digest. */
  deliveredUpTo: number | null;
  /** The arrival after which its first digest began, or at which its filter was last changed. */
  since: number | null;
  /** Milliseconds since the epoch. */
  nextDue: number;
  created: number;
};

/** What its people may change. */
export type SubscriptionChoices = Pick<
  Subscription,
  | 'topics'
  | 'people'
  | 'words'
  | 'without'
  | 'withoutSources'
  | 'withoutPeople'
  | 'withoutStories'
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

/** What a new subscription has where nothing else was chosen. */
export const usualChoices = {
  words: [],
  without: [],
  withoutSources: [],
  withoutPeople: [],
  withoutStories: [],
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
  Partial<
    SubscriptionChoices & Pick<Subscription, 'channel' | 'topicName' | 'language' | 'deliveredUpTo' | 'since'>
  > & {
    /** Names the action that created it: the same action again creates no second subscription. */
    origin: string;
  };

/** When a subscription that waits for news is due; `digestsSince` counts its digests that were due within a day of a moment. */
export type ScheduleRule = (subscription: Subscription, digestsSince: (moment: number) => number) => number;

/** Why a chat's subscriptions are suspended. */
export type Suspension = {
  /** Telegram's words if it refused. */
  reason: string | null;
  /** When the chat is tried again, milliseconds since the epoch; null if only its people can bring it back. */
  retry: number | null;
};

/**
 * Who receives what, and when. A removed subscription is nowhere found, but can be restored for a while. Moments
 * are milliseconds since the epoch; `people` are ids as the library knows them now.
 */
export type Subscriptions = {
  /** Adds a subscription; the same `origin` again returns the existing one. */
  add(subscription: NewSubscription): Promise<Subscription>;
  get(id: number): Promise<Subscription | null>;
  /** Those of a chat, oldest first. */
  ofChat(chatId: number): Promise<Subscription[]>;
  /** Those that a user has set up for channels, oldest first. */
  ofChannels(userId: number): Promise<Subscription[]>;
  /** At most `limit` active ones that are due at `now`, longest due first: those after `after`. */
  due(
    now: number,
    limit: number,
    after?: Pick<Subscription, 'nextDue' | 'id'> | null,
  ): Promise<Subscription[]>;
  /** At most `limit` whose next digest is due after `now` and before `never`, by id: those after the id `after`. */
  plannedAfter(now: number, never: number, limit: number, after: number): Promise<Subscription[]>;
  /** When the next one is due; null if none is active. */
  soonest(): Promise<number | null>;
  /**
   * Schedules at most `limit` of those that wait for news (they are due at `never`) and have not received
   * everything up to the arrival `head`; returns how many.
   */
  scheduleWaiting(head: number, never: number, limit: number, rule: ScheduleRule): Promise<number>;
  /** Changes the fields given. */
  change(
    id: number,
    change: Partial<
      SubscriptionChoices & Pick<Subscription, 'language' | 'nextDue' | 'deliveredUpTo' | 'since'>
    >,
  ): Promise<void>;
  /** Pauses or resumes; `nextDue` is when the next digest is due. */
  setState(id: number, state: 'active' | 'paused', nextDue: number): Promise<void>;
  /** Removes one; false if there is none. What is queued for it is not sent. */
  remove(id: number, now?: number): Promise<boolean>;
  /** One that was removed and can still be restored. */
  removed(id: number): Promise<Subscription | null>;
  /** Restores one that was removed; false if it is gone for good. */
  restore(id: number, state: 'active' | 'paused', nextDue: number): Promise<boolean>;
  /** Sends a chat nothing until it is back; returns whether any of its subscriptions was active. */
  suspend(chatId: number, now: number, why?: Suspension): Promise<boolean>;
  /** Suspends those that a user has set up for groups and channels; returns how many. */
  suspendSetUpBy(userId: number, now: number): Promise<number>;
  /** Brings those back, unless their chat is banned or cannot be reached. */
  reactivateSetUpBy(userId: number): Promise<void>;
  /** Suspends those of chats and users that are neither admitted nor `admins`; returns how many. */
  suspendUninvited(admins: readonly number[], now: number): Promise<number>;
  /** Whether any subscription of a chat is suspended. */
  isSuspended(chatId: number): Promise<boolean>;
  /** The chat is back: all of it but what banned users have set up. */
  reactivate(chatId: number): Promise<void>;
  /** Telegram has accepted a message for this chat: what was suspended because it would not goes on. */
  markReachable(chatId: number): Promise<void>;
  /** Deletes at most `limit` that have been suspended or removed since before `moment`; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
  /** A forum topic has another name. */
  renameTopic(chatId: number, threadId: number, name: string): Promise<void>;
  /** Its forum topic is gone: it goes on in the group's General topic. */
  leaveThread(id: number): Promise<void>;
  /** A group became a supergroup with another id: everything stored about it moves along. */
  moveChat(from: number, to: number): Promise<void>;
  /** How many there are. */
  count(): Promise<number>;
  /** Moves cursors that are past `head`, the newest arrival, back to it: the news may have come from an older copy. */
  limitCursors(head: number): Promise<void>;
};
