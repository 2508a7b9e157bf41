/** Who may use the bot, and how long a question that stands behind a button is kept. */
export const guestsSchema = {
  version: 7,
  name: 'guests',
  sql: `
    -- A user (their id) or a group (its id, below zero).
    CREATE TABLE guest (
      chat_id INTEGER PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('admitted', 'banned')),
      since INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX guest_by_state ON guest (state, chat_id);

    CREATE TABLE invitation (
      code TEXT PRIMARY KEY,
      uses INTEGER NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- When a question was last put behind a button, in milliseconds; 0 until the next housekeeping notes it.
    ALTER TABLE kept_question ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX kept_question_used ON kept_question (used);
  `,
};
