import type { Arguments, Option } from './cli/arguments.ts';
import type { CommandIo } from './cli/open.ts';

/** Runs with its arguments; gives the exit code. */
type Command = (args: Arguments, io: CommandIo) => Promise<number>;

/** Everything that is said about a command, and how to get at it. */
export type CommandSpec = {
  /** What follows the name, a line for each way to call it. */
  usage: string[];
  /** One line, without a full stop: for the list of commands and the README. */
  summary: string;
  options?: Record<string, Option>;
  /** Arguments of typical calls, each with what it does. */
  examples?: [args: string, does: string][];
  /** Loads the command's module, which nothing else needs: `ask` doesn't wait for the reader to load. */
  open(): Promise<Command>;
};

const limit: Option = { value: 'N', summary: 'at most N lines' };

/** All commands, in the order in which help and README list them. */
export const commands: Record<string, CommandSpec> = {
  start: {
    usage: ['[--demo] [--adopt]'],
    summary: 'runs the bot; without `BOT_TOKEN`, a demo in the browser',
    options: {
      demo: { summary: 'the demo with the sample articles, even if there are articles of your own' },
      adopt: { summary: 'takes over a database that belongs to another bot' },
    },
    open: async () => (await import('./start/start.ts')).start,
  },
  load: {
    usage: ['PATH… [--archive]'],
    summary:
      'loads articles from files and folders: `.txt`, `.md`, `.html`, `.json`, `.jsonl`; `-` for JSON Lines from the standard input',
    options: { archive: { summary: 'never includes these articles in a digest' } },
    examples: [['articles/ more.jsonl', 'loads a folder and a file with one article per line']],
    open: async () => (await import('./load.ts')).load,
  },
  read: {
    usage: ['[FILE|-] [--published DATE]', '--jsonl [FILE|-]', '--feed FILE…'],
    summary: 'prints what was found in an article as JSON; stores nothing',
    options: {
      published: { value: 'DATE', summary: 'when the article was published, such as 2022-02-23' },
      jsonl: { summary: 'reads one article per line and prints one reading per line, which `load` takes' },
      feed: { summary: 'reads feeds and prints one item per line' },
    },
    examples: [
      ['article.txt --published 2022-02-23', 'reads one article'],
      ['--jsonl articles.jsonl', 'reads many, in order, as they come'],
    ],
    open: async () => (await import('./read.ts')).read,
  },
  explain: {
    usage: ['FILE|- [--published DATE] [--quote N]'],
    summary: 'says why each quote has its speaker: the rules tried, and what spoke for and against',
    options: {
      published: { value: 'DATE', summary: 'when the article was published, such as 2022-02-23' },
      quote: { value: 'N', summary: 'only the N-th quote' },
    },
    examples: [['article.txt --quote 3', 'explains the third quote']],
    open: async () => (await import('./explain.ts')).explaining,
  },
  sources: {
    usage: [
      'add ADDRESS [--page] [--name NAME] [--label LABEL] [--language CODE] [--text auto|feed|page] [--archive]',
      'list [--json]',
      'show SOURCE [--json]',
      'check [SOURCE]',
      'set SOURCE [--name NAME] [--label LABEL] [--language CODE] [--text auto|feed|page] [--archive|--live]',
      'pause SOURCE',
      'resume SOURCE',
      'remove SOURCE [--articles]',
      'import FILE|PACK',
      'export [FILE]',
    ],
    summary:
      'adds feeds and pages that articles come from by themselves, and manages them; OPML in and out. A SOURCE is a number, name or address',
    options: {
      page: { summary: 'adds the page itself, which is read again when it changes' },
      name: { value: 'NAME', summary: 'the name to show with its articles, in place of its own' },
      label: { value: 'LABEL', summary: 'labels of your own, with commas between them; `-` for none' },
      language: { value: 'CODE', summary: 'its language, such as `en`, if it doesn’t say; `-` for none' },
      text: { value: 'KIND', summary: '`auto` (the default) fetches the page of a teaser; `feed`, `page`' },
      archive: { summary: 'never includes its articles in a digest' },
      live: { summary: 'includes its articles in digests from now on' },
      articles: { summary: 'removes everything that came from it, too' },
      json: { summary: 'prints one JSON object per source' },
    },
    examples: [
      ['add example.org', 'finds the feed of a site and adds it'],
      ['import feeds.opml', 'adds a whole list'],
      ['import Ukraine', 'adds what works of a list that comes with the program'],
      ['set 3 --label local,politics --text page', 'changes source 3'],
      ['check', 'fetches all of them now, and says what came'],
    ],
    open: async () => (await import('./sources/sources.ts')).sources,
  },
  ask: {
    usage: ['MESSAGE [--chat private|group] [--language CODE] [--all] [--json]'],
    summary: 'sends one message to the bot and prints the first page of its answer',
    options: {
      chat: { value: 'KIND', summary: '`private` (the default) or `group`' },
      language: { value: 'CODE', summary: '`en` (the default), `uk`, `de` or `ru`' },
      all: { summary: 'prints all pages of the answer' },
      json: { summary: 'prints the Bot API calls instead, one JSON object per line' },
    },
    examples: [['"/who Lavrov"', 'who that is, with the latest quotes']],
    open: async () => (await import('./ask.ts')).ask,
  },
  digest: {
    usage: ['--preview [--chat ID]'],
    summary: 'prints what the next digest would contain; sends nothing',
    options: {
      preview: { summary: 'required: digests are only ever sent by `start`' },
      chat: { value: 'ID', summary: 'the digests of this chat’s subscriptions' },
    },
    open: async () => (await import('./digest.ts')).digest,
  },
  export: {
    usage: [
      'articles|people|organizations|places|stories|quotes|timeline [--about TEXT] [--limit N]',
      'timeline --key N [--from DAY] [--to DAY] [--about TEXT]',
    ],
    summary: 'prints the library as JSON Lines',
    options: {
      about: { value: 'TEXT', summary: 'only what is about a person, or contains these words' },
      limit,
      key: { value: 'N', summary: 'the N most important days, the most important first' },
      from: { value: 'DAY', summary: 'key dates from this day on: 2024-07-01, 2024-07 or 2024' },
      to: { value: 'DAY', summary: 'key dates up to this day' },
    },
    examples: [['quotes --about "Lavrov"', 'all quotes by and about one person']],
    open: async () => (await import('./export.ts')).exportRows,
  },
  people: {
    usage: ['list [NAME] [--limit N]', 'show ID', 'join ID ID', 'split ID ARTICLE|NAME'],
    summary: 'lists people with their IDs; merges two, or splits one, for good',
    options: { limit },
    examples: [
      ['list Lavrov', 'people with that name and their IDs'],
      ['join 12 40', '12 and 40 are the same person'],
      ['split 12 a17', 'in article a17, the name means someone else'],
    ],
    open: async () => (await import('./decisions/people.ts')).people,
  },
  quotes: {
    usage: ['retract ID'],
    summary: 'takes a quote back for good; digests and answers sent with it are corrected',
    examples: [['retract a17@1204', 'the quote that begins at 1204 in article a17']],
    open: async () => (await import('./decisions/quotes.ts')).quotes,
  },
  remove: {
    usage: ['article ID', 'source NAME'],
    summary: 'removes an article or all articles of a source, with everything derived from them',
    open: async () => (await import('./remove.ts')).remove,
  },
  reread: {
    usage: ['[--all]'],
    summary: 'reads articles again that an older version has read; also while the bot is running',
    options: { all: { summary: 'also those that this version has read' } },
    open: async () => (await import('./upkeep.ts')).reread,
  },
  prune: {
    usage: ['--older-than DAYS'],
    summary: 'removes old articles, with everything derived from them, and shrinks the file',
    options: { 'older-than': { value: 'DAYS', summary: 'required: how many days ago they were published' } },
    open: async () => (await import('./upkeep.ts')).prune,
  },
  topics: {
    usage: ['try FILE', 'suggest [--limit N]'],
    summary: 'previews what a topics file would match; suggests topics from the stories. Stores nothing',
    options: { limit },
    examples: [['try my-topics.json', 'counts and examples, compared with the current topics']],
    open: async () => (await import('./topics/topics.ts')).topics,
  },
  deliveries: {
    usage: ['[--json]'],
    summary: 'shows what is due, waiting, sent, unconfirmed or given up, and why',
    options: { json: { summary: 'prints everything as one JSON object' } },
    open: async () => (await import('./deliveries.ts')).deliveries,
  },
  doctor: {
    usage: [''],
    summary:
      'checks configuration, database, token and the bot’s settings at @BotFather, and says how to fix them',
    open: async () => (await import('./doctor.ts')).doctor,
  },
  backup: {
    usage: ['FILE'],
    summary: 'copies news and deliveries to one file, also while the bot is running',
    open: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    usage: ['FILE'],
    summary: 'puts a backup in place; the files that were there are kept next to it',
    open: async () => (await import('./backup.ts')).restore,
  },
};
