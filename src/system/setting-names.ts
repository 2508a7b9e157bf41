import { distance } from 'fastest-levenshtein';

/** What other bots call these settings. */
const elsewhere: Record<string, readonly string[]> = {
  BOT_TOKEN: ['TOKEN', 'TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN', 'TG_TOKEN', 'TG_BOT_TOKEN', 'API_TOKEN'],
  ADMINS: ['ADMIN', 'ADMIN_ID', 'ADMIN_IDS', 'OWNER', 'OWNER_ID', 'OPERATORS', 'OPERATOR'],
  TZ_DEFAULT: ['TIMEZONE', 'TIME_ZONE', 'DEFAULT_TZ', 'ZONE'],
  DATABASE: ['DB_PATH', 'DATABASE_PATH', 'DATABASE_FILE'],
  WATCH: ['WATCH_FOLDER', 'WATCH_DIR'],
};

/** Shorter names are near to too many that other programs have. */
const shortestMisspelt = 5;

/**
 * Settings that were given under a name that isn't theirs, `ADMIN` for `ADMINS`, where the right one isn't given.
 * @param given the names that are set
 * @param known the names of all settings
 */
export function misnamed(
  given: readonly string[],
  known: readonly string[],
): { given: string; meant: string }[] {
  return given.flatMap(name => {
    if (known.includes(name)) return [];
    const upper = name.toUpperCase().replaceAll('-', '_');
    const meant = known.find(each => isMeant(upper, each));
    return meant === undefined || given.includes(meant) ? [] : [{ given: name, meant }];
  });
}

function isMeant(name: string, setting: string): boolean {
  if (name === setting || elsewhere[setting]?.includes(name)) return true;
  return setting.length >= shortestMisspelt && distance(name, setting) <= (setting.length < 8 ? 1 : 2);
}
