/**
 * `planned`: not sent yet. `sending`: a call may be under way. `sent`: Telegram confirmed it. `unknown`: it may
 * have arrived, the reply was lost. `failed`: given up, `error` says why.
 */
export type PartState = 'planned' | 'sending' | 'sent' | 'unknown' | 'failed';

/** One message of a digest. Moments are milliseconds since the epoch. */
export type Part = {
  id: number;
  subscriptionId: number;
  chatId: number;
  threadId: number | null;
  /** When the digest was due. */
  due: number;
  /** From 1. */
  part: number;
  /** The message as JSON, as the sender wrote it. */
  body: string;
  /** Ids of the articles it is about. */
  articles: string[];
  state: PartState;
  /** How many times a call was begun. */
  attempts: number;
  /** When it was queued; null if that was not recorded. */
  planned: number | null;
  /** 1 if it may repeat what has arrived already: its predecessor's fate stayed unknown. */
  maybeDuplicate: 0 | 1;
  /** Why the last call failed; null if none did. */
  error: string | null;
};

/** A message to be stored: its JSON, and the ids of the articles it is about. */
export type MessageBody = { text: string; articles: string[] };

/** A digest to be sent to one subscription. */
export type Plan = {
  subscriptionId: number;
  /** When it was due, and when the next one is; milliseconds since the epoch. */
  due: number;
  nextDue: number;
  /** The arrival up to which it delivers, or null to leave the cursor as it is. */
  deliveredUpTo: number | null;
  /** Its messages in order, by the ids that `keep` returned. */
  bodies: number[];
  now: number;
};

/** A position in the queue of everything that is to be sent. */
export type QueuePosition = Pick<Part, 'due' | 'id'>;

/** A chat that only lacks the right to be written to is tried again after this long, in milliseconds. */
export const longestRetry = 86_400_000;

/**
 * What is to be sent, part by part, and what became of it. A part is committed as `sending` before its call, so
 * that nothing counts as sent that was not. `now` is in milliseconds since the epoch.
 */
export type Outbox = {
  /** The subscription that a message in a chat was sent for; null if it is not one of these. */
  subscriptionOf(chatId: number, messageId: number): Promise<number | null>;
  /** Stores messages for any number of chats, together with the queries behind their buttons; returns the messages' ids. */
  keep(bodies: readonly MessageBody[], queries: readonly string[], now: number): Promise<number[]>;
  /**
   * Queues digests and advances their subscriptions' cursors, all or nothing; returns how many. Nothing is done
   * for a subscription that is no longer due at `due`.
   */
  plan(plans: Plan[]): Promise<number>;
  /** Whether a subscription had a digest that was due at this moment. */
  has(subscriptionId: number, due: number): Promise<boolean>;
  /**
   * Chats with something to send, the longest due first: a section of the queue after `after`. `last` is where
   * it ends, null at the end of the queue. A chat may appear in several sections.
   */
  chats(
    now: number,
    after?: QueuePosition | null,
    limit?: number,
  ): Promise<{ chats: number[]; last: QueuePosition | null }>;
  /** The next part to send to a chat, or null. */
  next(chatId: number, now: number): Promise<Part | null>;
  /**
   * Commits that a call is about to be made. False if there is nothing to send any more: the subscription was
   * deleted or paused, its chat moved, or another process has taken the part.
   */
  begin(part: Part, now: number): Promise<boolean>;
  /** Telegram confirmed the message. */
  sent(id: number, messageId: number, now: number): Promise<void>;
  /** Telegram's reply was lost: it may have arrived. */
  markUnknown(id: number, error: string, now: number): Promise<void>;
  /** Telegram certainly did not accept it: back in the queue as `part` was before this call. */
  requeue(part: Part, now: number): Promise<void>;
  /**
   * Gives a part up. If nothing of its digest has arrived, its subscription's cursor goes back, so that the next
   * digest delivers the same; if it may have arrived (`unknown`), that one is marked.
   */
  fail(id: number, error: string, now: number, end: 'refused' | 'unknown'): Promise<void>;
  /** Gives up a part that may have arrived and must not be repeated: its content counts as delivered. */
  failUnconfirmed(id: number, error: string, now: number): Promise<void>;
  /** Whether a call was begun for any part of this one's digest. */
  isBegun(part: Part): Promise<boolean>;
  /**
   * A part is void, as one of its articles was removed. A digest of which nothing was sent yet is dropped, its
   * cursor goes back and it is due at once, to be composed again; otherwise only this part is given up.
   */
  voidPart(part: Part, now: number): Promise<void>;
  /** After a start: what was being sent when the program ended may have arrived. How many. */
  recover(now: number): Promise<number>;
  /** How many parts are in each state. */
  counts(): Promise<Partial<Record<PartState, number>>>;
  /** Deletes at most `limit` parts that were sent or given up before `moment`, and as many bodies; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};
