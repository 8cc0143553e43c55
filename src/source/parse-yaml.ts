import { isAlias, isCollection, isMap, isScalar, parseDocument, type ParsedNode, type YAMLError } from 'yaml';
import type { Problem } from '../diagnostic.ts';
import { depthsAround } from './depths.ts';
import { isEmpty, type Entry, type ScalarNode, type Style, type TreeNode } from './tree.ts';

/** A parsed text: its tree (undefined where nothing is written) and what YAML itself found wrong. */
export interface Parsed {
  readonly root: TreeNode | undefined;
  readonly problems: readonly Problem[];
}

/** More nodes than this through aliases and the file is refused: it would fill the memory. */
const ALIAS_LIMIT = 100_000;
/** More levels than this and the file is refused: a report has some twenty, and deeper ones would overflow the stack. */
const DEPTH_LIMIT = 200;

const styles: Readonly<Record<string, Style>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Reads any YAML, and says what is wrong with it. */
export function parseWithLibrary(text: string): Parsed {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const errors = [...document.errors, ...document.warnings];
  if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
    return { root: undefined, problems: [{ start: 0, end: 1, message: 'too-deep' }] };
  if (errors.length > 0) return { root: undefined, problems: firstOfEachLine(text, errors) };
  const problems: Problem[] = [];
  const { contents } = document;
  if (contents === null) return { root: undefined, problems };
  const root = convert(contents as ParsedNode, {
    anchors: new Map(),
    problems,
    nodes: 0,
    aliased: 0,
    depth: 0,
  });
  return { root: isEmpty(root) ? undefined : root, problems };
}

/** What YAML found wrong, without what only follows from it: the parser stumbles on over the rest of a line, or of the file. */
function firstOfEachLine(text: string, errors: readonly YAMLError[]): Problem[] {
  const problems: Problem[] = [];
  for (const { code, pos, message } of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const before = problems.at(-1);
    if (before && (!text.slice(before.start, pos[0]).includes('\n') || message.includes('in YAML stream')))
      continue;
    const said = codeOf(code, message, text, pos[0]);
    const depths = /^(?:BAD_INDENT|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY|TAB_AS_INDENT)$/.test(said)
      ? depthsAround(text, pos[0])
      : {};
    problems.push({
      start: pos[0],
      end: Math.max(pos[1], pos[0] + 1),
      message: 'syntax',
      data: { code: said, detail: message, ...depths },
    });
    // all that follows a quote without its partner was read as something else
    if (message.startsWith('Missing closing')) break;
  }
  return problems;
}

/** The parser’s code, but for two that say something else than what is wrong: an open bracket, and a tag in another script. */
function codeOf(code: string, message: string, text: string, at: number): string {
  if (message.startsWith('Tags and anchors') && text[at - 1] === '!') return 'TAG_RESOLVE_FAILED';
  const bracket = code === 'BAD_INDENT' ? /end with a (.)/.exec(message)?.[1] : undefined;
  return bracket !== undefined && !text.slice(at).trimStart().startsWith(bracket) ? 'MISSING_CHAR' : code;
}

interface State {
  readonly anchors: Map<string, { readonly tree: TreeNode; readonly size: number }>;
  readonly problems: Problem[];
  /** Nodes so far, each time that an alias brings them in. */
  nodes: number;
  aliased: number;
  depth: number;
}

function convert(node: ParsedNode | null, state: State, at = 0): TreeNode {
  state.nodes++;
  if (node === null) return empty(at);
  const [start, end] = node.range;
  if (isAlias(node)) return alias(node.source, start, end, state);
  const before = state.nodes;
  if (++state.depth > DEPTH_LIMIT) refuse({ start, end: start + 1, message: 'too-deep' }, state);
  if (isScalar(node) && /[\uD800-\uDFFF]/u.test(String(node.value)))
    state.problems.push({ start, end, message: 'surrogate-lone' });
  const tree =
    state.depth > DEPTH_LIMIT
      ? empty(start)
      : isScalar(node)
        ? scalar(node, start, end)
        : collection(node, state);
  state.depth--;
  if (node.anchor !== undefined) state.anchors.set(node.anchor, { tree, size: state.nodes - before + 1 });
  return tree;
}

const empty = (at: number): ScalarNode => ({ kind: 'scalar', value: '', style: 'plain', start: at, end: at });

function alias(name: string, start: number, end: number, state: State): TreeNode {
  const target = state.anchors.get(name);
  if (target === undefined) {
    state.problems.push({
      start,
      end,
      message: 'alias-circular',
      data: { alias: name },
      fix: { edits: [{ start, end, insert: `"*${name}"` }], safe: false },
    });
    return empty(start);
  }
  if (state.aliased + target.size > ALIAS_LIMIT) {
    refuse({ start, end, message: 'alias-bomb', data: { alias: name } }, state);
    return empty(start);
  }
  state.nodes += target.size;
  state.aliased += target.size;
  return target.tree;
}

/** Notes why a file is refused, once. */
function refuse(problem: Problem, { problems }: State): void {
  if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
}

const scalar = (node: { value: unknown; type?: unknown }, start: number, end: number): ScalarNode => ({
  kind: 'scalar',
  value: String(node.value),
  style: styles[String(node.type)] ?? 'plain',
  start,
  end,
});

/** A mapping or list. In block style it ends where the last of what it holds does, whatever blanks and comments follow. */
function collection(node: ParsedNode, state: State): TreeNode {
  const [start, close] = node.range;
  const endOf = (last: TreeNode | undefined): number =>
    isCollection(node) && node.flow !== true && last ? last.end : close;
  if (!isMap(node)) {
    const written = isCollection(node) ? (node.items as (ParsedNode | null)[]) : [];
    const items = written.map((item) => convert(item, state, start));
    return { kind: 'list', items, start, end: endOf(items.at(-1)) };
  }
  const entries: Entry[] = [];
  for (const pair of node.items) {
    const { key } = pair as { key: ParsedNode };
    const name = key === null ? undefined : convert(key, state, start);
    if (name?.kind === 'scalar')
      entries.push({ key: name, value: convert(pair.value as ParsedNode | null, state, name.end) });
    else
      state.problems.push({
        start: key?.range[0] ?? start,
        end: key?.range[1] ?? start + 1,
        message: 'key-not-text',
      });
  }
  return { kind: 'map', entries, start, end: endOf(entries.at(-1)?.value) };
}
