/** What many chats are sent alike stands once; what is in line is found in the order in which it was due. */
export const bodiesSchema = {
  version: 5,
  name: 'bodies',
  sql: `
    -- A digest's message as JSON, for all who get the same.
    CREATE TABLE body (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    INSERT INTO body (id, text, created) SELECT id, body, changed FROM outbox;
    ALTER TABLE outbox ADD COLUMN body_id INTEGER REFERENCES body;
    UPDATE outbox SET body_id = id;
    ALTER TABLE outbox DROP COLUMN body;
    CREATE INDEX outbox_body ON outbox (body_id);
    CREATE INDEX body_created ON body (created);
    CREATE INDEX outbox_line ON outbox (due, id) WHERE state IN ('planned', 'sending', 'unknown');
  `,
};
