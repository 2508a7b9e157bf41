/** What goes over the wire, as far as this server knows it. Times are seconds since the epoch. */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

export type ChatStub = {
  id: number;
  type: ChatKind;
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
};

/** `offset` and `length` are UTF-16 code units. */
export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type Button = {
  text: string;
  callback_data?: string;
  url?: string;
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  [other: string]: unknown;
};

/** A button of a keyboard below the writing line. */
export type ReplyButton = {
  text: string;
  request_location?: boolean;
  request_chat?: {
    request_id: number;
    chat_is_channel: boolean;
    user_administrator_rights?: Record<string, boolean>;
    bot_administrator_rights?: Record<string, boolean>;
    request_title?: boolean;
    request_username?: boolean;
  };
  [other: string]: unknown;
};

export type Keyboard = { inline_keyboard: Button[][] };

export type StoredFile = {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_path: string;
  file_name?: string;
  mime_type?: string;
  bytes: Buffer;
};

export type FileStub = {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  [more: string]: unknown;
};

/** Where a forwarded message comes from. */
export type ForwardOrigin =
  | { type: 'user'; date: number; sender_user: User }
  | { type: 'chat'; date: number; sender_chat: ChatStub }
  | { type: 'channel'; date: number; chat: ChatStub; message_id: number };

/** A message in a chat. */
export type Post = {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: true;
  from?: User;
  sender_chat?: ChatStub;
  chat: ChatStub;
  date: number;
  edit_date?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: FileStub[];
  document?: FileStub;
  reply_to_message?: Post;
  quote?: { text: string; position: number };
  reply_markup?: Keyboard;
  via_bot?: User;
  guest_query_id?: string;
  guest_bot_caller_user?: User;
  media_group_id?: string;
  has_protected_content?: true;
  forward_origin?: ForwardOrigin;
  pinned_message?: Post;
  new_chat_members?: User[];
  left_chat_member?: User;
  forum_topic_created?: { name: string; icon_color: number };
  forum_topic_edited?: { name?: string };
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  group_chat_created?: true;
  location?: { latitude: number; longitude: number };
  chat_shared?: { request_id: number; chat_id: number; title?: string; username?: string };
};

export type Status = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export type Command = { command: string; description: string; [more: string]: unknown };

export type Update = { update_id: number; [kind: string]: unknown };
