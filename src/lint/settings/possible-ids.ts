import type { Report } from '../../model/report.ts';
import { Suggestions } from '../../source/suggest/suggestions.ts';

/** Ids as far as a section file is unreadable: it may declare any, but one that is nearly a name of what was read is misspelt. */
export function possibleIds(
  lost: ReadonlySet<string>,
  { metrics, targets, tables }: Report,
): (id: string) => boolean {
  const known = [...metrics, ...targets, ...tables].map(({ id }) => id);
  const near = new Suggestions(known);
  const isNear = (name: string): boolean => near.of(name) !== undefined;
  return (id) => lost.has(id) || (id !== '' && !isNear(id) && !isNear(id.split('.')[0] ?? ''));
}
