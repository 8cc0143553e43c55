import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostic.ts';
import { lint } from '../src/lint/lint.ts';
import { parse } from '../src/source/parse.ts';
import type { TreeNode } from '../src/source/tree.ts';
import { sample } from './depth.ts';
import { lineEnd, lineStart, operations, takeApart, type Anatomy, type Mutation } from './mistakes.ts';
import { Dice } from './random-draft.ts';

const SEED = 20180117;
// in a quick run each kind once in each example, and a few more
const EDITS = sample(2400, 0.03);
const FILE = '2017.report.yaml';

/** An example taken apart, with what is found in it. */
interface Draft extends Anatomy {
  readonly name: string;
  readonly before: readonly Diagnostic[];
  check(text: string): readonly Diagnostic[];
}

function take(folder: string): Draft {
  const text = readFileSync(join(folder, FILE), 'utf8');
  const check = (changed: string): readonly Diagnostic[] => lint(FILE, changed, readIn(folder)).diagnostics;
  const keys = lint(FILE, text, readIn(folder)).report?.keys ?? 'en';
  return { ...takeApart(text, keys), name: basename(folder), before: check(text), check };
}

const readIn =
  (folder: string) =>
  (file: string): string | undefined =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined;

/** The offset of every finding. */
function located(text: string, diagnostics: readonly Diagnostic[]): { at: number; diagnostic: Diagnostic }[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return diagnostics.map((diagnostic) => ({
    at: (starts[diagnostic.range.start.line - 1] ?? 0) + diagnostic.range.start.column - 1,
    diagnostic,
  }));
}

/**
 * What is found in the changed draft and was not in the draft before, wherever the change has moved it to. One that stands
 * where the same rule had found something else is that finding in other words: “by the end of 2018” has no year any more.
 */
function newFindings(
  draft: Draft,
  { start, end, insert }: Mutation,
  changed: string,
): { at: number; diagnostic: Diagnostic }[] {
  const old = located(draft.text, draft.before).map(({ at, diagnostic }) => ({
    at: at < end ? at : at + insert.length - (end - start),
    diagnostic,
  }));
  const isSame = (a: (typeof old)[number], b: (typeof old)[number]): boolean =>
    a.at === b.at &&
    a.diagnostic.rule === b.diagnostic.rule &&
    a.diagnostic.message.zh === b.diagnostic.message.zh;
  const now = located(changed, draft.check(changed));
  const gone = old.filter((finding) => !now.some((other) => isSame(finding, other)));
  return now.filter((finding) => {
    if (old.some((other) => isSame(finding, other))) return false;
    const reworded = gone.findIndex(
      ({ at, diagnostic }) => at === finding.at && diagnostic.rule === finding.diagnostic.rule,
    );
    if (reworded !== -1) gone.splice(reworded, 1);
    return reworded === -1;
  });
}

/** How many keys a text has: a draft that lost some says less than it did. */
function keysIn(text: string): number {
  const count = (node: TreeNode): number =>
    node.kind === 'scalar'
      ? 0
      : node.kind === 'list'
        ? node.items.reduce((sum, item) => sum + count(item), 0)
        : node.entries.reduce((sum, { value }) => sum + 1 + count(value), 0);
  const { root } = parse(text);
  return root ? count(root) : 0;
}

const examples = resolve(import.meta.dirname, '../examples');
const drafts = readdirSync(examples, { withFileTypes: true })
  .filter((each) => each.isDirectory() && readdirSync(join(examples, each.name)).includes(FILE))
  .map(({ name }) => take(join(examples, name)));

describe('one mistake', () => {
  it('is one finding, where it was made, with the right suggestion', () => {
    const dice = new Dice(SEED);
    const names = Object.keys(operations);
    const count = {
      edits: 0,
      legal: 0,
      wanted: 0,
      one: 0,
      placed: 0,
      near: 0,
      nearRight: 0,
      far: 0,
      farRight: 0,
    };
    const kinds = new Map(names.map((name) => [name, { made: 0, failed: 0, legal: 0 }]));
    const failures: string[] = [];
    // a sample goes on for the kinds that few places have room for
    const isMissing = (name: string): boolean => kinds.get(name)?.made === 0;
    for (let turn = 0; count.edits < EDITS || (turn < EDITS * 20 && names.some(isMissing)); turn++) {
      const name = names[turn % names.length] as string;
      if (count.edits >= EDITS && !isMissing(name)) continue;
      const draft = drafts[Math.floor(turn / names.length) % drafts.length] as Draft;
      const mutation = operations[name]?.(draft, dice);
      if (mutation === undefined) continue;
      const { start, end, insert, place, near } = mutation;
      const changed = draft.text.slice(0, start) + insert + draft.text.slice(end);
      if (changed === draft.text) continue;
      const found = newFindings(draft, mutation, changed);
      const kind = kinds.get(name) as { made: number; failed: number; legal: number };
      count.edits++;
      kind.made++;
      const legal =
        mutation.mayBeLegal === true && found.length === 0 && keysIn(changed) === keysIn(draft.text);
      if (legal) {
        count.legal++;
        kind.legal++;
        if (process.env['MUTATION_FAILURES'])
          failures.push(
            `LEGAL ${name}: ${changed.slice(0, start).split('\n').length} ${changed.slice(lineStart(changed, start), lineEnd(changed, start)).slice(0, 60)}`,
          );
        continue;
      }
      count.wanted++;
      const one = found.length === 1 ? found[0] : undefined;
      const placed = one?.at === place;
      if (one) count.one++;
      if (placed) count.placed++;
      const help = (one ?? found.find(({ at }) => at === place))?.diagnostic.help?.zh ?? '';
      const suggested =
        typeof near === 'string' ? help.includes(`“${near}”`) : near !== false || !/改为|应是/.test(help);
      if (near === false) {
        count.far++;
        if (suggested) count.farRight++;
      } else if (near !== undefined) {
        count.near++;
        if (suggested) count.nearRight++;
      }
      if (one && placed && suggested) continue;
      kind.failed++;
      const say = found.map(
        ({ at, diagnostic: { code, range, message } }) =>
          `${range.start.line}:${range.start.column}(${at - place}) ${code} ${message.zh}`,
      );
      const line = changed.slice(lineStart(changed, start), lineEnd(changed, start)).trim();
      const number = changed.slice(0, start).split('\n').length;
      failures.push(
        `${name}: ${number} ${line.slice(0, 60)} ⇒ ${say.slice(0, 3).join(' | ') || 'nothing'}${found.length > 3 ? ` … ${found.length}` : ''}`,
      );
    }
    const share = (part: number, whole: number): string =>
      `${part}/${whole} = ${((100 * part) / whole).toFixed(2)} %`;
    console.log(
      [
        `seed ${SEED}: ${count.edits} edits of ${drafts.map(({ name }) => name).join(', ')}, ${count.legal} of them legal`,
        `one finding ${share(count.one, count.wanted)}; at its place ${share(count.placed, count.one)}`,
        `suggestion within two slips ${share(count.nearRight, count.near)}; none beyond three ${share(count.farRight, count.far)}`,
        ...[...kinds].map(
          ([name, { made, failed, legal }]) =>
            `  ${name}: ${made}${legal ? `, legal ${legal}` : ''}${failed ? `, FAILED ${failed}` : ''}`,
        ),
        ...failures.slice(0, Number(process.env['MUTATION_FAILURES'] ?? 40)),
      ].join('\n'),
    );
    for (const [name, { made }] of kinds) expect(made, name).toBeGreaterThan(0);
    expect(count.wanted - count.one).toBeLessThanOrEqual(Math.max(2, count.wanted * 0.02));
    expect(count.placed / count.one).toBeGreaterThanOrEqual(0.99);
    // one in twenty, and one of a few
    expect(count.near - count.nearRight).toBeLessThanOrEqual(Math.max(1, count.near * 0.05));
    expect(count.farRight).toBe(count.far);
  });
});
