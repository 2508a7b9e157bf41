import type { Migration } from '../migration.ts';

/**
 * What the bot must remember between two starts: updates, conversations, subscriptions, what it sends, and who
 * may use it. Moments are milliseconds since the epoch; an arrival is an article's place in the order of arrival.
 */
export const deliveriesSchema: Migration = {
  version: 1,
  name: 'deliveries',
  sql: `
create table owner (
  one integer primary key check (one = 1),
  bot_id integer not null
) strict;

create table inbox (
  update_id integer primary key,
  queue text not null,
  body text,
  received integer not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  error text
) strict;
create index inbox_waiting on inbox (update_id) where state = 'waiting';
create index inbox_received on inbox (received);
create index inbox_failed on inbox (received) where state = 'failed';

-- Telegram's replies to the calls made for an update: a call repeated after a crash is answered from here.
create table replies (
  update_id integer not null references inbox on delete cascade,
  nth integer not null,
  method text not null,
  result text not null,
  primary key (update_id, nth)
) strict, without rowid;

create table conversations (
  key text primary key,
  state text not null,
  changed integer not null
) strict, without rowid;
create index conversations_changed on conversations (changed);

-- Queries too long for a button's 64 bytes. \`used\`: when one was last put behind a button; 0 until the next
-- clean-up dates it.
create table stored_queries (
  key text primary key,
  query text not null,
  used integer not null default 0
) strict, without rowid;
create index stored_queries_used on stored_queries (used);

create table subscriptions (
  id integer primary key,
  origin text not null unique,
  chat_id integer not null,
  thread_id integer,
  topic_name text,
  user_id integer not null,
  channel text,
  topics text not null,
  people text not null,
  words text not null default '[]',
  without text not null default '[]',
  without_sources text not null default '[]',
  length text not null default 'short' check (length in ('headlines', 'short', 'full')),
  most integer not null default 10,
  weekdays text not null,
  times text not null,
  zone text not null,
  at_once integer,
  quiet text,
  silent integer not null default 0,
  previews integer not null default 0,
  say_nothing integer not null default 0,
  state text not null check (state in ('active', 'paused', 'suspended')),
  -- The arrival up to which news was delivered, null before the first digest; \`since\`: the one after which its
  -- first digest began, or the one at which its filter was last changed.
  delivered_up_to integer,
  since integer,
  -- The next digest may repeat what has arrived already.
  maybe_duplicate integer not null default 0,
  next_due integer not null,
  created integer not null,
  -- Why it is suspended, since when, and when its chat is tried again (null: only its people can end it).
  suspended_at integer,
  suspend_reason text,
  retry_at integer,
  removed_at integer
) strict;
create index subscriptions_due on subscriptions (next_due, id) where state = 'active';
create index subscriptions_chat on subscriptions (chat_id);
create index subscriptions_suspended on subscriptions (suspended_at) where state = 'suspended';
create index subscriptions_removed on subscriptions (removed_at) where removed_at is not null;
create index subscriptions_at_once on subscriptions (delivered_up_to) where at_once is not null and state = 'active';
create index subscriptions_channels on subscriptions (user_id) where channel is not null;
create index subscriptions_user on subscriptions (user_id);

-- A digest's message as JSON, once for all chats that get the same, and the ids of the articles it is about (JSON).
create table message_bodies (
  id integer primary key,
  text text not null,
  articles text not null default '[]',
  created integer not null
) strict;
create index message_bodies_created on message_bodies (created);

create table outbox (
  id integer primary key,
  subscription_id integer not null references subscriptions on delete cascade,
  chat_id integer not null,
  thread_id integer,
  due integer not null,
  part integer not null,
  body_id integer references message_bodies,
  state text not null check (state in ('planned', 'sending', 'sent', 'unknown', 'failed')),
  attempts integer not null default 0,
  message_id integer,
  error text,
  changed integer not null,
  planned integer,
  -- The subscription's cursor before and with this digest: if nothing of it arrives, the cursor goes back.
  cursor_before integer,
  cursor_with integer,
  maybe_duplicate integer not null default 0,
  unique (subscription_id, due, part)
) strict;
create index outbox_open on outbox (chat_id, due, id) where state in ('planned', 'sending', 'unknown');
create index outbox_queue on outbox (due, id) where state in ('planned', 'sending', 'unknown');
create index outbox_closed on outbox (state, changed) where state = 'sent' or state = 'failed';
create index outbox_body on outbox (body_id);

-- The bot's own messages, each key once.
create table notifications (
  key text primary key,
  chat_id integer not null,
  text text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
  error text,
  changed integer not null
) strict;
create index notifications_waiting on notifications (changed) where state = 'waiting';

-- Administrators of the bot who talk to it: only they may be written to.
create table reachable_admins (
  user_id integer primary key,
  since integer not null
) strict;

-- Up to which arrival a chat has seen a person (p…), a story (s…) or a topic (t…), and up to which the time before.
create table read_markers (
  chat_id integer not null,
  about text not null,
  arrival integer not null,
  before integer,
  changed integer not null,
  primary key (chat_id, about)
) strict, without rowid;
create index read_markers_changed on read_markers (changed);

-- A user (their id) or a group (its id, negative).
create table access_list (
  chat_id integer primary key,
  state text not null check (state in ('admitted', 'banned')),
  since integer not null
) strict;
create index access_list_by_state on access_list (state, chat_id);

-- What is known of the machine's clock, so that one wrong clock deletes nothing.
create table timekeeping (
  one integer primary key check (one = 1),
  -- What the clock showed when it was last looked at.
  seen integer not null,
  -- How long the program has been running in all, over all its starts.
  run integer not null,
  -- When in that time the present span began, and the earliest time that the clock has shown in it.
  began integer not null,
  earliest integer not null,
  -- The earliest time that it showed in the last full span; null before the first has ended.
  agreed integer,
  -- The longest recent jump ahead, and when in the running time the last one was; null if there was none.
  leap integer not null,
  leapt integer
) strict;

create table invitations (
  code text primary key,
  uses integer not null,
  expires integer not null
) strict, without rowid;
`,
};
