/**
 * How the tables of a single-file database (schema 9, attached as `old`) become those of the deliveries file:
 * each new table with the query for its rows, in the order in which they refer to each other.
 */
export const takeOver: readonly { table: string; columns: string; select: string }[] = [
  { table: 'owner', columns: 'one, bot_id', select: 'select one, bot_id from old.owner' },
  same('inbox', 'old.inbox', 'update_id, queue, body, received, state, attempts, error'),
  same('replies', 'old.reply', 'update_id, nth, method, result'),
  same('conversations', 'old.conversation', 'key, state, changed'),
  {
    table: 'stored_queries',
    columns: 'key, query, used',
    select: 'select key, question, used from old.kept_question',
  },
  {
    table: 'subscriptions',
    columns: `id, origin, chat_id, thread_id, user_id, channel, topics, people, words, without, without_sources,
      length, most, weekdays, times, zone, at_once, quiet, silent, previews, say_nothing, state, delivered_up_to,
      since, maybe_duplicate, next_due, created, suspended_at, suspend_reason, retry_at, removed_at`,
    select: `select id, origin, chat_id, thread_id, user_id, channel, topics, people, words, without, without_sources,
      length, most, weekdays, times, zone, at_once, quiet, silent, previews, say_nothing,
      case state when 'resting' then 'suspended' else state end, told,
      since, doubt, next_due, created, rested, rest_reason, retry, removed from old.subscription`,
  },
  same('message_bodies', 'old.body', 'id, text, created'),
  {
    table: 'outbox',
    columns: `id, subscription_id, chat_id, thread_id, due, part, body_id, state, attempts, message_id, error,
      changed, planned, cursor_before, cursor_with, maybe_duplicate`,
    select: `select id, subscription_id, chat_id, thread_id, due, part, body_id,
      case state when 'dead' then 'failed' else state end, attempts, message_id, error,
      changed, planned, told_before, told_with, doubt from old.outbox`,
  },
  same('notifications', 'old.note', 'key, chat_id, text, state, error, changed'),
  same('reachable_admins', 'old.admin_here', 'user_id, since'),
  same('read_markers', 'old.asked', 'chat_id, about, arrival, before, changed'),
  same('access_list', 'old.guest', 'chat_id, state, since'),
  same('timekeeping', 'old.timekeeping', 'one, seen, run, began, earliest, agreed, leap, leapt'),
  same('invitations', 'old.invitation', 'code, uses, expires'),
];

function same(table: string, from: string, columns: string) {
  return { table, columns, select: `select ${columns} from ${from}` };
}
