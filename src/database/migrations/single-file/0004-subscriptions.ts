/** What a subscription can be besides a time a day: see `Subscription`. */
export const subscriptionsSchema = {
  version: 4,
  name: 'subscriptions',
  sql: `
    ALTER TABLE subscription RENAME COLUMN time TO times;
    UPDATE subscription SET times = json_array(times);
    ALTER TABLE subscription ADD COLUMN at_once INTEGER;
    ALTER TABLE subscription ADD COLUMN quiet TEXT;
    ALTER TABLE subscription ADD COLUMN words TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE subscription ADD COLUMN without TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE subscription ADD COLUMN without_sources TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE subscription ADD COLUMN length TEXT NOT NULL DEFAULT 'short' CHECK (length IN ('headlines', 'short', 'full'));
    ALTER TABLE subscription ADD COLUMN most INTEGER NOT NULL DEFAULT 10;
    ALTER TABLE subscription ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE subscription ADD COLUMN previews INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE subscription ADD COLUMN say_nothing INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE subscription ADD COLUMN channel TEXT;
    ALTER TABLE subscription ADD COLUMN since INTEGER;
    ALTER TABLE subscription ADD COLUMN removed INTEGER;
    CREATE INDEX subscription_at_once ON subscription (told) WHERE at_once IS NOT NULL AND state = 'active';
    CREATE INDEX subscription_user ON subscription (user_id) WHERE channel IS NOT NULL;

    -- Up to which arrival a chat has been told of a person (p…), a story (s…) or a topic (t…) it asked about,
    -- and up to which the time before.
    CREATE TABLE asked (
      chat_id INTEGER NOT NULL,
      about TEXT NOT NULL,
      arrival INTEGER NOT NULL,
      before INTEGER,
      changed INTEGER NOT NULL,
      PRIMARY KEY (chat_id, about)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX asked_changed ON asked (changed);
  `,
};
