import type { Problem } from '../../diagnostic.ts';
import { staysPlain } from '../edit.ts';
import { isUnder, keyName, shapeOf, type Is, type Shape } from '../grammar.ts';
import type { ScalarNode, TreeNode } from '../tree.ts';

/** Names that nobody quotes: of offices and people, of things referred to, units, numbers. */
const unquoted = new Set(
  [
    'organization',
    'id',
    'lead',
    'leader',
    'support',
    'by',
    'unit',
    'number',
    'document-number',
    'metric',
  ].flatMap((name) => [name, keyName(name, 'zh')]),
);
/** Headings, which may be quoted whole, though hardly ever are. */
const headings = new Set(['title', 'name'].flatMap((name) => [name, keyName(name, 'zh')]));

/** A text all of which stands between quotation marks that are none to YAML. */
const whole = /^(?:[“”][^“”"]+["“”]|‘[^‘’]+’|「[^「」]+」|『[^『』]+』|＂[^＂]+＂)$/;

/**
 * Quotation marks of text around the whole of a name or title: typed for those of YAML, they would be printed. A text that
 * holds quotation marks among other words, or is quoted for YAML as well, is left alone; so is every body.
 */
export function quotedValues(text: string, root: TreeNode, is: Is): readonly Problem[] {
  // most texts have no value that begins so
  if (!/[:[,-][ \t]*[“”‘「『＂]/.test(text)) return [];
  const problems: Problem[] = [];
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode, expected: Is, key: ScalarNode | undefined, outer: Is): void => {
    if (node.kind === 'scalar') {
      const problem = key && isNamed(key.value, expected) ? quotedValue(node, key.value, outer) : undefined;
      if (problem) problems.push(problem);
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    const shape = shapeOf(expected) ?? free;
    if (node.kind === 'list') for (const item of node.items) visit(item, shape.items ?? ':', key, outer);
    else
      for (const { key: name, value } of node.entries)
        visit(value, isUnder(shape, name.value) ?? shape.entries ?? ':', shape.keys && name, expected);
  };
  visit(root, is, undefined, is);
  return problems;
}

/** What is not of the format. */
const free: Shape = {};

const isNamed = (key: string, is: Is): boolean =>
  is.startsWith(':') && is !== ':' && (unquoted.has(key) || headings.has(key));

function quotedValue({ value, style, start, end }: ScalarNode, key: string, outer: Is): Problem | undefined {
  if (style !== 'plain' || !whole.test(value)) return undefined;
  const inner = value.slice(1, -1);
  if (inner.trim() !== inner) return undefined;
  const insert = staysPlain(inner, true) ? '' : /["\\]/.test(inner) ? "'" : '"';
  if (insert === "'" && inner.includes("'")) return undefined;
  return {
    start,
    end,
    message: 'quotes-printed',
    data: { key, marks: `${value[0]}${value.at(-1)}`, plain: inner },
    fix: {
      edits: [
        { start, end: start + 1, insert },
        { start: end - 1, end, insert },
      ],
      // what begins with a mark is no name
      safe: /^[\p{L}\p{N}《（(【]/u.test(inner) && (unquoted.has(key) || outer === 'report'),
    },
  };
}
