import type { Database } from '../database/database.ts';

/** A message of the bot: in a chat it is in, or one that someone posted by way of it, by its `inline_message_id`. */
export type Place = [chat: number, message: number] | string;

/** An answer as it is shown. */
export type ShownAnswer = {
  place: Place;
  /** Whose it is: the chat's id, or the user's who posted it. */
  chatId: number;
  /** What it shows, as JSON. */
  body: string;
  /** What asks for it again, as JSON; null if that would not give one message. */
  asked: string | null;
};

/** What happens to an answer: it is edited, or its question is asked again first. */
export type AnswerToCorrect = ShownAnswer & { askAgain: boolean };

/** What the answers of the last days show, so that they can be corrected. Moments are milliseconds since the epoch. */
export type ShownAnswers = {
  /**
   * Notes what a message shows, in place of what it did before.
   * @param since the newest withdrawal of the news before the answer was composed: later ones are looked at again
   */
  note(answer: ShownAnswer, articles: readonly string[], since: number, now: number): Promise<void>;
  /** A message shows nothing of the news any more. */
  forget(place: Place): Promise<void>;
  /** Up to which withdrawal of the news answers were corrected; null before the first look. */
  upTo(): Promise<number | null>;
  /** The answers that draw on any of these articles, as long as they are kept. */
  about(articles: readonly string[]): Promise<ShownAnswer[]>;
  /** Stores what answers are to show, marks them as to be corrected, and remembers `seq`, all or nothing. */
  apply(changed: readonly AnswerToCorrect[], seq: number): Promise<void>;
  /** Those to be corrected, at most `limit`, after the place `after`, which is none at first. */
  waiting(after: Place | null, limit: number): Promise<AnswerToCorrect[]>;
  /** What the newest answer in a chat answers, as JSON; null if it isn't kept. */
  lastAsked(chat: number): Promise<string | null>;
  /** An answer was corrected, or can't be any more. */
  done(place: Place): Promise<void>;
  /** Deletes at most `limit` from before `moment`, or that are more than are kept; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};

type Row = { place: string; chatId: number; body: string; asked: string | null; toCorrect: number };

/** Each time this many were noted, those beyond `most` are deleted: in an hour of many answers they would fill the disk. */
const trimmedAfter = 100;

/** @param most how many are kept at most, whatever their age, give or take a hundred */
export function createShownAnswers(database: Database, most = 20_000): ShownAnswers {
  const write = database.prepare(
    `insert into shown_answers (place, chat_id, body, articles, asked, sent)
     values (@place, @chatId, @body, @articles, @asked, @now)
     on conflict (place) do update set body = excluded.body, articles = excluded.articles, asked = excluded.asked,
       sent = excluded.sent, to_correct = 0`,
  );
  const lookAgain = database.prepare('update answers_corrected_up_to set seq = @since where seq > @since');
  const purge = database.prepare(
    `delete from shown_answers where place in (
       select place from shown_answers where sent < @moment
       union select place from (select place from shown_answers order by sent desc limit -1 offset @most)
       limit @limit)`,
  );
  let noted = 0;
  const noteOne = database.transaction((row: object, since: number) => {
    write.run(row);
    lookAgain.run({ since });
    noted += 1;
    // More than were noted, as the last time may have been before a restart.
    if (noted % trimmedAfter === 0) purge.run({ moment: 0, most, limit: 2 * trimmedAfter });
  });
  const forget = database.prepare('delete from shown_answers where place = ?');
  const upTo = database.prepare('select seq from answers_corrected_up_to').pluck();
  const setUpTo = database.prepare(
    'insert into answers_corrected_up_to (one, seq) values (1, ?) on conflict (one) do update set seq = excluded.seq',
  );
  const columns = 'place, chat_id as chatId, body, asked, to_correct as toCorrect';
  const about = database.prepare(
    `select ${columns} from shown_answers
     where exists (select 1 from json_each(articles) where value in (select value from json_each(?)))
     order by place`,
  );
  const rewrite = database.prepare(
    'update shown_answers set body = @body, to_correct = max(to_correct, @toCorrect) where place = @place',
  );
  const waiting = database.prepare(
    `select ${columns} from shown_answers where to_correct > 0 and place > ? order by place limit ?`,
  );
  // A place is `[chat,message]`: those of a chat are in one stretch, and a longer number is a higher one.
  const lastAsked = database
    .prepare(
      `select asked from shown_answers
       where place > '[' || @chat || ',' and place < '[' || @chat || '-' and asked is not null
       order by sent desc, length(place) desc, place desc limit 1`,
    )
    .pluck();
  const done = database.prepare('update shown_answers set to_correct = 0 where place = ?');
  const applyAll = database.transaction((changed: readonly AnswerToCorrect[], seq: number) => {
    for (const { place, body, askAgain } of changed)
      rewrite.run({ place: JSON.stringify(place), body, toCorrect: askAgain ? 2 : 1 });
    setUpTo.run(seq);
  });
  const fromRow = ({ toCorrect, place, ...row }: Row): AnswerToCorrect => ({
    ...row,
    place: JSON.parse(place) as Place,
    askAgain: toCorrect === 2,
  });
  return {
    note: async ({ place, ...answer }, articles, since, now) => {
      const row = { place: JSON.stringify(place), articles: JSON.stringify([...new Set(articles)]), now };
      noteOne.immediate({ ...answer, ...row }, since);
    },
    forget: async place => void forget.run(JSON.stringify(place)),
    upTo: async () => (upTo.get() as number | undefined) ?? null,
    about: async articles => (about.all(JSON.stringify(articles)) as Row[]).map(fromRow),
    apply: async (changed, seq) => applyAll.immediate(changed, seq),
    waiting: async (after, limit) =>
      (waiting.all(after === null ? '' : JSON.stringify(after), limit) as Row[]).map(fromRow),
    lastAsked: async chat => (lastAsked.get({ chat: String(chat) }) as string | undefined) ?? null,
    done: async place => void done.run(JSON.stringify(place)),
    purge: async (moment, limit) => purge.run({ moment, most, limit }).changes === limit,
  };
}
