import { existsSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { misnamed } from './setting-names.ts';

const list = (value: string) =>
  value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);

const limit = z.coerce
  .number('must be a whole number, 0 for no limit')
  .int('must be a whole number, 0 for no limit')
  .min(0, 'must be a whole number, 0 for no limit');

/** A whole number from 1. */
const count = (usual: number) =>
  z.coerce
    .number('must be a whole number, 1 or more')
    .int('must be a whole number, 1 or more')
    .min(1, 'must be a whole number, 1 or more')
    .default(usual);

const schema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(
      /^\d{5,}:[A-Za-z0-9_-]{30,}$/,
      'is not a valid bot token; @BotFather gives you one like 123456789:AAE…',
    )
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'is not a valid http(s) address' })
    .transform(url => url.replace(/(?<!\/)\/+$/, ''))
    .default('https://api.telegram.org'),
  DATABASE: z.string().default('data/store/communique.db'),
  ADMINS: z
    .string()
    .default('')
    .transform(list)
    .refine(
      ids => ids.every(id => /^\d+$/.test(id)),
      'must be user IDs separated by commas, such as 12345,67890',
    )
    .transform(ids => ids.map(Number)),
  ACCESS: z.enum(['open', 'invite', 'list'], 'must be open, invite or list').default('open'),
  LIMIT_PERSON: limit.default(30),
  LIMIT_GROUP: limit.default(20),
  SUBSCRIPTIONS_PER_CHAT: count(10),
  TZ_DEFAULT: z
    .string()
    .refine(
      zone => zone === 'UTC' || IANAZone.isValidZone(zone),
      'is not a valid time zone; use one like Europe/Berlin',
    )
    .default('UTC'),
  PORT: z.coerce
    .number('must be a port, 0 to 65535')
    .int()
    .min(0)
    .max(65_535, 'must be a port, 0 to 65535')
    .default(8080),
  HOST: z
    .string()
    .refine(host => isIP(host) !== 0, 'must be an IP address, such as 127.0.0.1 or, for all, 0.0.0.0')
    .default('127.0.0.1'),
  MAX_CHARACTERS: count(2_000_000),
  MAX_SECONDS: count(20),
  MAX_MEGABYTES: count(300),
  REPEAT_UNKNOWN: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  PAID_BROADCASTS: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  WATCH: z.string().optional(),
  ALLOW_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});

/** What the owner has set, checked. */
export type Config = {
  /** Without one, the program runs the demo on the local Telegram. */
  token: string | null;
  apiRoot: string;
  database: string;
  admins: number[];
  access: 'open' | 'invite' | 'list';
  /** How many questions a minute are answered, to one person and in one group; 0 for no limit. */
  limits: { person: number; group: number };
  /** How many subscriptions a chat may have. */
  mostSubscriptions: number;
  /** IANA name. */
  zone: string;
  /** Of the chat page, or of health and metrics. */
  port: number;
  /** The IP address on which the port is opened: by default only this machine can reach it. */
  host: string;
  /** What one text may cost: its UTF-16 code units, seconds of reading, megabytes of a thread's memory. */
  readingLimits: { characters: number; seconds: number; megabytes: number };
  /** Whether a message of which Telegram's answer was lost is sent again, marked, or given up. */
  repeatUnknown: boolean;
  /** Whether digests are sent as broadcasts that the bot pays for with Telegram Stars. */
  paidBroadcasts: boolean;
  /** A folder whose files are loaded as they come. */
  watch: string | null;
  /** Whether sources may be on this machine and in its networks. */
  allowPrivate: boolean;
  logLevel: string;
};

/** Settings that are wrong, a line for each; never shows a value that may be secret. */
export class ConfigError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

/**
 * The configuration from the environment, and from the file `.env` in `folder` for what the environment does
 * not say. An empty value counts as not set.
 * @throws ConfigError with a line for each wrong value
 */
export function readConfig(environment: Record<string, string | undefined>, folder: string): Config {
  const parsed = schema.safeParse(givenIn(environment, folder));
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  const settings = parsed.data;
  if (settings.ACCESS !== 'open' && settings.ADMINS.length === 0)
    throw new ConfigError([
      `ACCESS ${settings.ACCESS} needs an admin who lets people in: set ADMINS to your user ID, which the bot shows in /privacy while ACCESS=open`,
    ]);
  return {
    token: settings.BOT_TOKEN ?? null,
    apiRoot: settings.TELEGRAM_API_ROOT,
    database: settings.DATABASE,
    admins: settings.ADMINS,
    access: settings.ACCESS,
    limits: { person: settings.LIMIT_PERSON, group: settings.LIMIT_GROUP },
    mostSubscriptions: settings.SUBSCRIPTIONS_PER_CHAT,
    zone: settings.TZ_DEFAULT,
    port: settings.PORT,
    host: settings.HOST,
    readingLimits: {
      characters: settings.MAX_CHARACTERS,
      seconds: settings.MAX_SECONDS,
      megabytes: settings.MAX_MEGABYTES,
    },
    repeatUnknown: settings.REPEAT_UNKNOWN === 'yes',
    paidBroadcasts: settings.PAID_BROADCASTS === 'yes',
    watch: settings.WATCH ?? null,
    allowPrivate: settings.ALLOW_PRIVATE === 'yes',
    logLevel: settings.LOG_LEVEL,
  };
}

/**
 * Settings that were given under a name that isn't theirs, in the environment or in `.env`.
 * @returns a sentence for each
 */
export function misnamedSettings(environment: Record<string, string | undefined>, folder: string): string[] {
  const names = Object.keys(givenIn(environment, folder));
  return misnamed(names, Object.keys(schema.shape)).map(
    ({ given, meant }) => `${given} is not a setting; did you mean ${meant}?`,
  );
}

function givenIn(environment: Record<string, string | undefined>, folder: string): Record<string, string> {
  return { ...set(settingsIn(`${folder}/.env`)), ...set(environment) };
}

function settingsIn(file: string): Record<string, string | undefined> {
  if (!existsSync(file)) return {};
  if (!statSync(file).isFile())
    throw new ConfigError([`${file} is not a file: move it away, settings are read from there`]);
  return parseEnv(decoded(readFileSync(file)));
}

/** The text of a file that an editor or a shell of Windows may have written, with a mark at its start or in UTF-16. */
function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Those settings that say something. Docker's `--env-file` hands over the quotes around a value as well. */
function set(settings: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value = '']): [string, string][] => {
      const [, , inside = value] = /^\s*(["'])(.*)\1\s*$/.exec(value) ?? [];
      return inside.trim() === '' ? [] : [[name, inside.trim()]];
    }),
  );
}
