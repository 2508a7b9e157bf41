/** What the bot must remember between two starts: updates, conversations, subscriptions and what it sends. */
export const deliveriesSchema = {
  version: 2,
  name: 'deliveries',
  sql: `
    CREATE TABLE owner (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      bot_id INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE inbox (
      update_id INTEGER PRIMARY KEY,
      queue TEXT NOT NULL,
      body TEXT,
      received INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      error TEXT
    ) STRICT;
    CREATE INDEX inbox_waiting ON inbox (update_id) WHERE state = 'waiting';
    CREATE INDEX inbox_received ON inbox (received);

    -- Telegram's replies to the calls made for an update: a call made again for it is answered from here.
    CREATE TABLE reply (
      update_id INTEGER NOT NULL REFERENCES inbox ON DELETE CASCADE,
      nth INTEGER NOT NULL,
      method TEXT NOT NULL,
      result TEXT NOT NULL,
      PRIMARY KEY (update_id, nth)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE conversation (
      key TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Questions too long for a button's 64 bytes.
    CREATE TABLE kept_question (
      key TEXT PRIMARY KEY,
      question TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE subscription (
      id INTEGER PRIMARY KEY,
      origin TEXT NOT NULL UNIQUE,
      chat_id INTEGER NOT NULL,
      thread_id INTEGER,
      user_id INTEGER NOT NULL,
      topics TEXT NOT NULL,
      people TEXT NOT NULL,
      weekdays TEXT NOT NULL,
      time TEXT NOT NULL,
      zone TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'resting')),
      told INTEGER,
      next_due INTEGER NOT NULL,
      created INTEGER NOT NULL,
      rested INTEGER
    ) STRICT;
    CREATE INDEX subscription_due ON subscription (next_due) WHERE state = 'active';
    CREATE INDEX subscription_chat ON subscription (chat_id);

    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      subscription_id INTEGER NOT NULL REFERENCES subscription ON DELETE CASCADE,
      chat_id INTEGER NOT NULL,
      thread_id INTEGER,
      due INTEGER NOT NULL,
      part INTEGER NOT NULL,
      body TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'unknown', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      message_id INTEGER,
      error TEXT,
      changed INTEGER NOT NULL,
      UNIQUE (subscription_id, due, part)
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (chat_id, due, id) WHERE state IN ('planned', 'sending', 'unknown');
  `,
};
