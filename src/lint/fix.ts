import type { Diagnostic, Edit } from '../diagnostic.ts';
import { applyEdits } from '../source/traps/repair.ts';
import { lint, type Linted, type Settings } from './lint.ts';
import type { ReadFile } from './open.ts';

/** A draft after its fixes: the texts that changed, by file, and what is left to say. */
export interface Fixed {
  readonly changed: ReadonlyMap<
    string,
    { readonly before: string; readonly after: string; readonly fixes: number }
  >;
  readonly linted: Linted;
}

/** Fixes that bring others to light go in passes; a text that is not calm by then has fixes that undo each other. */
const PASSES = 10;

/**
 * Mends what can be mended in a draft and its section files, in memory: safe fixes, and with `unsafe` those as well that
 * are only likely. Changes splice the text, so that comments, order, quotes, alignment and line ends stay. Fixes that
 * overlap wait for the next pass; a pass after which less can be read is not taken.
 */
export function fixDraft(
  file: string,
  text: string,
  read: ReadFile,
  unsafe: boolean,
  settings: Settings = {},
): Fixed {
  const texts = new Map<string, string>([[file, text]]);
  const fixes = new Map<string, number>();
  const current: ReadFile = Object.assign(
    (name: string) => texts.get(name) ?? read(name),
    read.leaves && { leaves: read.leaves },
    read.asset && { asset: read.asset },
  );
  const check = (): Linted => lint(file, texts.get(file) ?? text, current, settings);
  let linted = check();
  const before = new Map([...linted.sources.values()].map((source) => [source.file, source.text]));
  for (let pass = 0; pass < PASSES; pass++) {
    const chosen = choose(linted.diagnostics, unsafe);
    if (chosen.size === 0) break;
    const kept = new Map(texts);
    for (const [name, { edits }] of chosen) texts.set(name, applyEdits(current(name) ?? '', edits));
    const next = check();
    // one that brings as many traps to light as it mends misreads the text
    if (
      unreadable(next) > unreadable(linted) ||
      (isOfYaml(chosen) && unreadable(next) === unreadable(linted))
    ) {
      texts.clear();
      for (const [name, old] of kept) texts.set(name, old);
      break;
    }
    for (const [name, { count }] of chosen) fixes.set(name, (fixes.get(name) ?? 0) + count);
    linted = next;
  }
  const changed = [...fixes].map(
    ([name, count]) =>
      [name, { before: before.get(name) ?? '', after: texts.get(name) ?? '', fixes: count }] as const,
  );
  return { changed: new Map(changed), linted };
}

const unreadable = ({ diagnostics }: Linted): number =>
  diagnostics.filter(({ rule, severity }) => rule === 'yaml' && severity === 'error').length;

interface Chosen {
  readonly edits: Edit[];
  count: number;
  /** Whether one of them mends a trap of YAML. */
  yaml: boolean;
}

const isOfYaml = (chosen: ReadonlyMap<string, Chosen>): boolean =>
  [...chosen.values()].some(({ yaml }) => yaml);

/** The fixes of one pass, by file: in the order of the text, each whole or not at all, none over another. */
function choose(diagnostics: readonly Diagnostic[], unsafe: boolean): ReadonlyMap<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const { file, rule, severity, fix } of diagnostics) {
    if (fix === undefined || !(fix.safe || unsafe)) continue;
    const taken = chosen.get(file) ?? { edits: [], count: 0, yaml: false };
    if (fix.edits.some((edit) => taken.edits.some((other) => overlap(edit, other)))) continue;
    taken.edits.push(...fix.edits);
    taken.count++;
    taken.yaml ||= rule === 'yaml' && severity === 'error';
    chosen.set(file, taken);
  }
  return chosen;
}

const overlap = (a: Edit, b: Edit): boolean => (a.start < b.end && b.start < a.end) || a.start === b.start;
