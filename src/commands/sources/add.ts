import type { NewSource } from '../../library/sources/types.ts';
import { loadMessages } from '../../rendering/messages.ts';
import type { Discovered } from '../../sources/discovery/discover.ts';
import { addressToFetch, addressWithoutSecrets } from '../../sources/fetch/address.ts';
import { adviceKey } from '../../sources/fetch/advice.ts';
import { Failure, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, writeLine } from '../cli/open.ts';
import { settingsIn } from '../cli/source-settings.ts';
import { type Given, reportOn } from './subcommand.ts';

/** `sources add ADDRESS`: adds the feed found there, or the page itself, and asks it once. */
export async function add({ ingest, args, rest }: Given, io: CommandIo): Promise<number> {
  const [address, ...more] = rest;
  if (address === undefined || more.length > 0) throw new UsageError('name one address');
  const { name, renamed, ...settings } = settingsIn(args);
  const wanted = args.has('page') ? pageAt(address) : chosenFrom(await ingest.find(address), address);
  const { source, isNew } = await ingest.add({
    ...wanted,
    ...(name === undefined ? {} : { name, renamed }),
    ...settings,
  });
  if (!isNew) throw new Failure(`that source is here already: number ${source.id}, ${source.name}`);
  await writeLine(io.out, `added as number ${source.id}: ${source.name}`);
  return reportOn(source, await ingest.check(source.id), io);
}

function pageAt(address: string): NewSource {
  const url = addressToFetch(address);
  if (url === null) throw new Failure(`${address} is not a web address`);
  return { kind: 'page', name: new URL(url).hostname.replace(/^www\./, ''), url };
}

/** The source to add from what was found at an address. */
function chosenFrom(found: Discovered, address: string): NewSource {
  const shown = addressWithoutSecrets(address);
  if (found.kind === 'failed') {
    const messages = loadMessages();
    const advice = adviceKey(found.cause);
    const why = messages.say(`cause-${found.cause}`);
    throw new Failure(`${shown} can’t be used: ${why}${advice === null ? '' : `. ${messages.say(advice)}`}`);
  }
  if (found.kind === 'list')
    throw new Failure(`${shown} is a list of feeds: save it to a file and use \`sources import FILE\``);
  const [first, ...others] = found.feeds;
  if (!first)
    throw new Failure(
      `no feed was found at ${shown}: add the page itself with --page, and it is read again when it changes`,
    );
  if (others.length > 0)
    throw new Failure(
      `there are ${found.feeds.length + found.more} feeds on that page; name one of them:\n${found.feeds
        .map(({ url, title }) => `  ${addressWithoutSecrets(url)}  ${title ?? ''}`.trimEnd())
        .join('\n')}`,
    );
  const { url, title, feed } = first;
  const name = title ?? new URL(url).hostname;
  return { kind: 'feed', name, url, home: feed.home, language: feed.language };
}
