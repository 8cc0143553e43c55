import type { Diagnostic } from '../diagnostic.ts';
import { sourceMessages } from '../messages/source.ts';
import type { Sources } from '../model/report.ts';
import { foreignWords } from '../reading/names/foreign-words.ts';
import type { Reading } from '../reading/reading.ts';
import { diagnosticOf, messageOf, type Places } from './stamp.ts';

/** Reference words of the other key set, where one set is asked for: one finding a file, which turns them all. */
export function mixedWords(reading: Reading, sources: Sources, places: Places): Diagnostic[] {
  const all = foreignWords(reading);
  return [...sources].flatMap(([file, source]) => {
    const words = all.filter(({ path }) => path[0] === file);
    const [first] = words;
    if (first === undefined) return [];
    const { written, own, ...place } = first;
    const edits = words.map((word) => source.edit(word, word.own)).filter((edit) => edit !== undefined);
    return diagnosticOf({
      file,
      rule: 'schema',
      code: 'words-mixed',
      severity: 'error',
      message: messageOf(sourceMessages, 'words-mixed'),
      data: { written, own, keys: reading.report.keys, count: words.length },
      range: places.of(place),
      identity: places.written(file, places.offsets(place)),
      related: [],
      ...(edits.length === words.length && { fix: { edits, safe: true } }),
    });
  });
}
