import type { SourceNews, Sources } from '../library/sources/types.ts';
import type { Messages } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { ChatMessages } from './chat-messages.ts';

const day = 86_400_000;
/** No more sources of each kind are named in one note. */
const mostNamed = 10;
/** The kinds of news, in the order in which a note reports them. */
const kinds = ['failing', 'missing', 'gone', 'silent', 'came-back', 'moved'] as const;

/**
 * Puts a note in line for those who run the bot, at most once a day: which sources went quiet, and which came back.
 * Each is reported once; one that failed and came back between two notes is not mentioned. Gives whether there is a
 * note to be sent.
 */
export function createSourceNotes(parts: {
  library: Library;
  /** Through which it is written down that something was reported. */
  sources: Sources;
  messagesOf: ChatMessages;
  clock: Clock;
  admins: readonly number[];
}): () => Promise<boolean> {
  const { library, sources, messagesOf, clock, admins } = parts;

  return async () => {
    const now = clock.now();
    const { events, lastReported } = await library.sources.unreported();
    if (events.length === 0) return false;
    // A report from further ahead was made by a clock that was wrong.
    if (lastReported !== null && Math.abs(now - lastReported) < day) return false;
    const reachable = (await library.notifications.admins()).filter(id => admins.includes(id));
    if (reachable.length === 0) return false;
    const worthNoting = lastOfEach(events);
    const isEmpty = worthNoting.every(({ kind }) => !(kinds as readonly string[]).includes(kind));
    let isAdded = false;
    if (!isEmpty)
      for (const id of reachable) {
        const text = noteOf(worthNoting, await messagesOf(id));
        const key = `sources ${id} ${now}`;
        isAdded = (await library.notifications.add({ key, chatId: id, text }, now)) || isAdded;
      }
    await sources.setReported(
      events.map(({ id }) => id),
      // What cancels out is not a note: the next one need not wait for a day.
      isEmpty ? (lastReported ?? 0) : now,
    );
    return isAdded;
  };
}

/** The last event of each source; none of one that came back from what had not been reported. */
function lastOfEach(events: SourceNews[]): SourceNews[] {
  const bySource = Map.groupBy(events, ({ source }) => source);
  return [...bySource.values()].flatMap(all => {
    const last = all.findLast(({ kind }) => kind !== 'moved') ?? all.at(-1)!;
    const isBack =
      last.kind === 'came-back' && all.some(({ kind }) => kind !== 'came-back' && kind !== 'moved');
    return isBack ? [] : [last];
  });
}

function noteOf(events: SourceNews[], messages: Messages): string {
  const lines = kinds.flatMap(kind => {
    const these = events.filter(event => event.kind === kind);
    if (these.length === 0) return [];
    const named = these.slice(0, mostNamed).map(({ name, cause }) => {
      const why = cause === null ? '' : messages.say('source-why', { cause: messages.say(`cause-${cause}`) });
      return `• ${messages.say('source-named', { name })}${why}`;
    });
    const more = these.length - named.length;
    return [
      messages.say(`source-note-${kind}`, { count: these.length }),
      ...named,
      ...(more > 0 ? [messages.say('source-note-more', { count: more })] : []),
    ];
  });
  return [...lines, messages.say('source-note-end')].join('\n');
}
