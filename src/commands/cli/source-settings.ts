import { labelsIn, languageIn, nameIn, textFromIn } from '../../ingest/sources/source-changes.ts';
import type { SourceChanges } from '../../library/sources/types.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './exit-codes.ts';

/**
 * What the options of `sources add` and `sources set` say of a source.
 * @throws UsageError for a value that can't be used
 */
export function settingsIn(args: Arguments): SourceChanges {
  const [name, label, language, text] = ['name', 'label', 'language', 'text'].map(each => args.text(each));
  const [archive, live] = [args.has('archive'), args.has('live')];
  if (archive && live) throw new UsageError('--archive and --live exclude each other');
  const changes: SourceChanges = {
    ...(label === undefined ? {} : { labels: labelsIn(label) }),
    ...(archive || live ? { archive } : {}),
  };
  if (name !== undefined) {
    const stored = nameIn(name);
    if (stored === null) throw new UsageError('--name must not be empty');
    Object.assign(changes, { name: stored, renamed: true });
  }
  if (language !== undefined) {
    const found = languageIn(language);
    if (found === 'not-a-language') throw new UsageError('--language must be a code such as en or pt-BR');
    changes.language = found.language;
  }
  if (text !== undefined) {
    const found = textFromIn(text);
    if (!found) throw new UsageError('--text must be auto, feed or page');
    changes.textFrom = found;
  }
  return changes;
}
