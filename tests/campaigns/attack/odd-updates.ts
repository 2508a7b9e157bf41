import type { ChatType } from '../../../src/bot/core/rights-table.ts';

/** Where an odd update comes from, and the chat's identity on Telegram. */
export type Origin = {
  chat: ChatType;
  chatId: number;
  /** Of the sender. */
  person: number;
  /** A message of the bot's in that chat. */
  message: number;
  random(): number;
  /** To be found again wherever words of the sender's end up. */
  marker: string;
};

/** What must come of it: `reply` if it is the sender's turn to get one in private, `tap` for an acknowledgement. */
export type Odd = { what: string; updates: object[]; wants: 'reply' | 'tap' | 'nothing' | 'any' };

const long = (piece: string) => piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);

/** Texts that break what is careless with letters; `#` stands for the marker. */
const letters = [
  ...[
    '\u202e#\u202c drow',
    '\u200b\u2060\ufeff#',
    '\ud83d#',
    '#\udc00',
    '🙂🙃',
    '👩‍👩‍👧‍👦🏴‍☠️#',
    long('\u202e# '),
    long('# '),
  ],
  ...[
    long('‏שלום # '),
    long('e\u0301\u0323\u0335#'),
    '#'.padEnd(4096, '\u0300'),
    '/who \ud83d#',
    '/search \u200b',
    '/who ',
  ],
  ...[
    '/subscribe@someone_else #',
    '/START s0000000000000000',
    '/start d#-1',
    '/start a999999-__',
    '/start m0',
  ],
  ...[
    '/topic \u0000#',
    '/timeline 0000-00..9999-99 #',
    '/compare and #',
    '/quotes about \u202e',
    '/latest \ud83d\ud83d',
  ],
] as const;

/** Contents of a message without words. */
export const contents: Record<string, object> = {
  sticker: {
    file_id: 's',
    file_unique_id: 's',
    type: 'regular',
    width: 1,
    height: 1,
    is_animated: false,
    is_video: false,
  },
  voice: { file_id: 'v', file_unique_id: 'v', duration: 1 },
  video_note: { file_id: 'n', file_unique_id: 'n', length: 1, duration: 1 },
  contact: { phone_number: '+1', first_name: '#' },
  dice: { emoji: '🎲', value: 1 },
  poll: {
    id: '1',
    question: '#',
    options: [],
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'quiz',
  },
  venue: { location: { latitude: 0, longitude: 0 }, title: '#', address: '#' },
  location: { latitude: 91, longitude: -999 },
  story: { chat: { id: 1, type: 'private' }, id: 1 },
  chat_shared: { request_id: 99, chat_id: -1 },
  users_shared: { request_id: 1, users: [{ user_id: 1 }] },
  web_app_data: { data: '#', button_text: '#' },
  unheard_of: { text: '#' },
};

/** What Telegram itself says in a chat: no one waits for an answer. */
export const services: Record<string, unknown> = {
  pinned_message: { message_id: 1, date: 0 },
  chat_background_set: { type: {} },
  boost_added: { boost_count: 1 },
  gift: { gift: {} },
  proximity_alert_triggered: { distance: 1 },
  video_chat_scheduled: { start_date: 1 },
  successful_payment: { currency: 'XTR', total_amount: 1 },
  forum_topic_created: { name: '#', icon_color: 1 },
  message_auto_delete_timer_changed: { message_auto_delete_time: 1 },
  new_chat_title: '#',
};

/** Updates of kinds that the bot hasn't asked for, or that are about nothing it knows. */
const foreign: object[] = [
  {
    message_reaction: {
      chat: { id: 1, type: 'private' },
      message_id: 1,
      date: 1,
      old_reaction: [],
      new_reaction: [],
    },
  },
  { message_reaction_count: { chat: { id: -1, type: 'supergroup' }, message_id: 1, date: 1, reactions: [] } },
  { poll_answer: { poll_id: '1', option_ids: [0] } },
  { chat_join_request: { chat: { id: -1, type: 'channel', title: '#' }, from: { id: 7 }, date: 1 } },
  {
    pre_checkout_query: { id: '1', from: { id: 7 }, currency: 'XTR', total_amount: 1, invoice_payload: '#' },
  },
  { business_message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, text: '#' } },
  { chat_boost: { chat: { id: -1, type: 'channel' } } },
  { from_the_future: { text: '#' } },
  {
    chosen_inline_result: {
      result_id: '#',
      from: { id: 7, is_bot: false, first_name: '#' },
      query: '#',
      inline_message_id: '#',
    },
  },
  {},
];

/** Changes of the bot's own standing, which end as they began. */
const standings = ['kicked', 'member', 'kicked', 'member', 'left', 'member'];

const kinds: ((origin: Origin) => Odd)[] = [
  origin => ({ ...said(origin, { text: one(letters, origin) }), what: 'odd letters' }),
  origin => {
    const [kind, content] = one(Object.entries(contents), origin);
    return { ...said(origin, { [kind]: content }), what: kind };
  },
  origin => {
    const [kind, content] = one(Object.entries(services), origin);
    return { ...said(origin, { [kind]: content }), what: kind, wants: 'nothing' };
  },
  origin => {
    const media_group_id = String(Math.floor(origin.random() * 1e9));
    const photo = [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }];
    const all = Array.from({ length: 10 }, (_, at) =>
      said(origin, { media_group_id, photo, ...(at === 0 && { caption: '#' }) }),
    );
    return { what: 'an album', updates: all.flatMap(({ updates }) => updates), wants: all[0]!.wants };
  },
  origin => {
    const kind = origin.chat === 'channel' ? 'edited_channel_post' : 'edited_message';
    const message = { ...messageOf(origin), text: `/who ${origin.marker}`, edit_date: 2 };
    // As it has no answer that could be edited, it is answered like a new one.
    const wants = origin.chat === 'private' ? 'reply' : 'nothing';
    return { what: 'an edit of nothing known', updates: [{ [kind]: message }], wants };
  },
  origin => {
    const message = { ...messageOf(origin), text: '/who #', from: undefined };
    const kind = origin.chat === 'channel' ? 'channel_post' : 'message';
    const entities = [{ type: 'bot_command', offset: 0, length: 4 }];
    return { what: 'no sender', updates: [{ [kind]: { ...message, entities } }], wants: 'any' };
  },
  origin => ({
    what: 'a post with a command',
    updates: ['channel_post', 'edited_channel_post'].map(kind => ({
      [kind]: { ...messageOf({ ...origin, chat: 'channel' }), text: `/ban 1 ${origin.marker}` },
    })),
    wants: 'nothing',
  }),
  origin => ({ what: 'a foreign kind', updates: [one(foreign, origin)], wants: 'nothing' }),
  origin => ({
    what: 'a storm of standings',
    updates:
      origin.chat === 'private'
        ? standings.map((status, at) => ({
            my_chat_member: {
              ...{ chat: chatOf(origin), from: senderOf(origin), date: at },
              old_chat_member: { status: standings[at - 1] ?? 'member', user: { id: 1 } },
              new_chat_member: { status, user: { id: 1 } },
            },
          }))
        : [],
    wants: 'nothing',
  }),
  origin => ({
    what: 'a tap on what is no longer there',
    updates: [
      {
        callback_query: {
          id: String(Math.floor(origin.random() * 1e9)),
          from: senderOf(origin),
          chat_instance: '1',
          ...one<object>(
            [
              { inline_message_id: '#', data: 'a|1|/latest' },
              { game_short_name: '#' },
              {
                message: { chat: chatOf(origin), message_id: origin.message, date: 0 },
                data: 'c|s.open.1',
              },
              { message: { ...messageOf(origin), text: '#' }, data: '\ud83d'.repeat(16) },
              { message: messageOf(origin), data: `c|s.list.${'9'.repeat(55)}` },
            ],
            origin,
          ),
        },
      },
    ],
    wants: 'tap',
  }),
  origin => ({
    what: 'a question as a guest',
    updates: [
      {
        guest_message: {
          ...messageOf({ ...origin, chat: 'group', chatId: -987_654_321 }),
          guest_query_id: String(Math.floor(origin.random() * 1e9)),
          text: one(letters, origin),
        },
      },
    ],
    wants: 'nothing',
  }),
  origin => ({
    what: 'an inline query',
    updates: [
      {
        inline_query: {
          ...{ id: String(Math.floor(origin.random() * 1e9)), from: senderOf(origin) },
          query: one(letters, origin).slice(0, 256),
          offset: one(['', '-1', 'NaN', '1e9', '#'], origin),
        },
      },
    ],
    wants: 'nothing',
  }),
];

/** How many kinds there are. */
export const oddKinds = kinds.length;

/** An odd update, of any kind by chance or of the `nth`. */
export function oddUpdate(origin: Origin, nth = Math.floor(origin.random() * oddKinds)): Odd {
  const { updates, ...odd } = kinds[nth]!(origin);
  return { ...odd, updates: JSON.parse(JSON.stringify(updates).replaceAll('#', origin.marker)) as object[] };
}

/** A message with this content. */
export function messageWith(origin: Origin, content: object): object {
  return said(origin, content).updates[0]!;
}

function one<Item>(list: readonly Item[], { random }: Origin): Item {
  return list[Math.floor(random() * list.length)]!;
}

function said(origin: Origin, content: object): Odd {
  const isPrivate = origin.chat === 'private';
  return {
    what: '',
    updates: [
      { [origin.chat === 'channel' ? 'channel_post' : 'message']: { ...messageOf(origin), ...content } },
    ],
    wants: isPrivate ? 'reply' : 'nothing',
  };
}

function messageOf(origin: Origin) {
  return {
    ...{ message_id: 900_000 + Math.floor(origin.random() * 1e5), date: 1, chat: chatOf(origin) },
    ...(origin.chat !== 'channel' && { from: senderOf(origin) }),
  };
}

function senderOf({ person, marker }: Origin) {
  return { id: person, is_bot: false, first_name: marker.repeat(60), last_name: '\u202e', username: marker };
}

function chatOf({ chat, chatId, marker }: Origin) {
  if (chat === 'private') return { id: chatId, type: 'private', first_name: marker };
  return { id: chatId, type: chat === 'channel' ? 'channel' : 'supergroup', title: `${marker}\u202e` };
}
