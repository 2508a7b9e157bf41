/** What becomes of a part that could not be delivered, of a chat that rests, and who is told of it. */
export const careSchema = {
  version: 3,
  name: 'care',
  sql: `
    -- When a part was put in line, and the subscription's cursor before and with its digest: a digest of
    -- which nothing arrived puts the cursor back. In doubt: it may tell again what has arrived already.
    ALTER TABLE outbox ADD COLUMN planned INTEGER;
    ALTER TABLE outbox ADD COLUMN told_before INTEGER;
    ALTER TABLE outbox ADD COLUMN told_with INTEGER;
    ALTER TABLE outbox ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX outbox_closed ON outbox (state, changed) WHERE state = 'sent' OR state = 'dead';

    ALTER TABLE subscription ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
    -- Why it rests, and from when on its chat is tried again; null where only its people can end the rest.
    ALTER TABLE subscription ADD COLUMN rest_reason TEXT;
    ALTER TABLE subscription ADD COLUMN retry INTEGER;
    CREATE INDEX subscription_retry ON subscription (retry) WHERE state = 'resting' AND retry IS NOT NULL;

    -- Words from the bot itself, each key once: that a topic is gone, that an owner is needed.
    CREATE TABLE note (
      key TEXT PRIMARY KEY,
      chat_id INTEGER NOT NULL,
      text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
      error TEXT,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_waiting ON note (changed) WHERE state = 'waiting';

    -- Administrators of the bot who talk to it: only they may be written to.
    CREATE TABLE admin_here (
      user_id INTEGER PRIMARY KEY,
      since INTEGER NOT NULL
    ) STRICT;
  `,
};
