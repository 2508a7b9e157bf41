import { type ApiCallFn, BotError } from 'grammy';
import type { InlineKeyboardMarkup, Message, Update, UserFromGetMe } from 'grammy/types';
import { questionText } from '../answers/asking/registry.ts';
import { createBot } from '../bot/bot.ts';
import { parseButton } from '../bot/core/buttons.ts';
import type { StoredQueries } from '../deliveries/stored-queries.ts';
import { defaultLanguage, loadLanguages } from '../languages/languages.ts';
import { loadTranslations } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import { systemClock } from '../system/clock.ts';
import { readConfig } from '../system/config.ts';
import { createLog } from '../system/log.ts';
import { createPacer } from '../telegram/pacer.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

type Call = { method: string; payload: Record<string, unknown> };

const maxPages = 200;
const botInfo = {
  id: 1,
  is_bot: true,
  first_name: 'Communiqué',
  username: 'communique_bot',
} as UserFromGetMe;

/** `ask MESSAGE`: one message to the bot, its answer on stdout. */
export async function ask(args: Arguments, io: CommandIo): Promise<number> {
  const [text] = args.positionals;
  if (args.positionals.length !== 1 || !text?.trim())
    throw new UsageError('give the message as one argument, in quotes');
  const chat = args.text('chat') ?? 'private';
  if (chat !== 'private' && chat !== 'group') throw new UsageError('--chat must be private or group');
  const json = args.has('json');
  const pages = args.has('all') ? maxPages : 1;
  const languages = loadLanguages();
  const language = args.text('language') ?? defaultLanguage;
  if (!languages.codes.includes(language))
    throw new UsageError(`--language must be one of ${languages.codes.join(', ')}`);
  const { database, zone } = readConfig(io.environment, io.folder);
  const lines = await withLibrary(database, async library => {
    const calls = await conversation(library, { text, chat, zone, pages, language });
    if (json) return calls.map(({ method, payload }) => JSON.stringify({ method, ...payload }));
    const messages = calls.filter(({ payload }) => typeof payload.text === 'string' && payload.text !== '');
    return Promise.all(messages.map(call => plainText(call, library.storedQueries)));
  });
  await writeLine(io.out, lines.join(json ? '\n' : '\n\n'));
  return exitCodes.ok;
}

/** Sends `text` to the bot, then turns the answer's pages as far as asked for; gives the calls that the bot made. */
async function conversation(
  library: Library,
  question: { text: string; chat: 'private' | 'group'; zone: string; pages: number; language: string },
): Promise<Call[]> {
  const { text, zone, pages } = question;
  const calls: Call[] = [];
  const { bot, handle } = createBot({
    token: '1:none',
    botInfo,
    library: speaking(library, question.language),
    ingest: null,
    languages: loadLanguages(),
    translations: loadTranslations(),
    clock: systemClock,
    log: createLog('warn'),
    zone,
    admins: [],
    access: 'open',
    limits: { person: 0, group: 0 },
    maxSubscriptions: 10,
    triggerTick: () => {},
    pacer: {
      ...createPacer(systemClock),
      transformer: () => (call, method, payload, signal) => call(method, payload, signal),
    },
  });
  const chat =
    question.chat === 'group'
      ? { id: -1, type: 'supergroup', title: 'Group' }
      : { id: 1, type: 'private', first_name: 'You' };
  const instead: ApiCallFn = async (method: string, payload: object) => {
    calls.push({ method, payload: payload as Call['payload'] });
    const result =
      method === 'getChatMember' ? { status: 'creator' } : { message_id: calls.length, date: 1, chat };
    return { ok: true, result } as never;
  };
  bot.api.config.use((_call, method, payload) => instead(method, payload));

  const from = { id: 1, is_bot: false, first_name: 'You' };
  const length = /^\/\w+(@\w+)?/.exec(text)?.[0].length;
  const entities = length === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length }] };
  const message = { message_id: 1, date: 1, chat, from, text, ...entities } as Message;
  await handled(() => handle({ update_id: 0, message } as Update));
  for (let turned = 1; turned < pages; turned += 1) {
    const last = calls.at(-1);
    const data = nextPage(last?.payload.reply_markup as InlineKeyboardMarkup | undefined);
    if (!data) break;
    const message = {
      message_id: calls.length,
      date: 1,
      chat,
      from: botInfo,
      text: '',
    } as unknown as Message;
    const press = { id: String(turned), from, chat_instance: '1', data, message };
    await handled(() => handle({ update_id: turned, callback_query: press } as Update));
    if (calls.at(-1) === last) break;
  }
  return calls;
}

/** An error of the library as such, which grammY wraps in one of its own. */
async function handled(handling: () => Promise<unknown>): Promise<void> {
  try {
    await handling();
  } catch (error) {
    throw error instanceof BotError ? error.error : error;
  }
}

/** The library with every chat in one language, and neither languages nor answers kept: none is on Telegram. */
function speaking(library: Library, language: string): Library {
  const chatLanguages = {
    ...library.chatLanguages,
    get: async () => language,
    isChosen: async () => true,
    note: async () => {},
    follow: async () => {},
  };
  const shownAnswers = { ...library.shownAnswers, note: async () => {}, forget: async () => {} };
  return { ...library, chatLanguages, shownAnswers };
}

/** The data of the button that turns to the next page. */
function nextPage(markup: InlineKeyboardMarkup | undefined): string | undefined {
  const button = markup?.inline_keyboard.flat().find(({ text }) => text === '▶');
  return button && 'callback_data' in button ? button.callback_data : undefined;
}

/** A call's text followed by its buttons, without those that turn pages; a question's button shows its command. */
async function plainText({ payload }: Call, kept: StoredQueries): Promise<string> {
  const markup = payload.reply_markup as InlineKeyboardMarkup | undefined;
  const lines: string[] = [];
  for (const button of (markup?.inline_keyboard ?? []).flat()) {
    if ('url' in button) lines.push(`→ ${button.text}: ${button.url}`);
    if (!('callback_data' in button)) continue;
    const asked = await parseButton(button.callback_data, kept);
    if (asked.kind === 'ask') lines.push(`→ ${button.text}: ${questionText(asked.question)}`);
    if (asked.kind === 'choose') lines.push(`→ ${button.text}`);
  }
  return [payload.text, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}
