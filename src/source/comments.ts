import type { Offsets } from '../diagnostic.ts';
import type { TreeNode } from './tree.ts';

/** A comment of the form that is looked for, and what it stands above or behind. */
export interface Comment extends Offsets {
  /** What follows `#`, without white space around it. */
  readonly text: string;
  /** The entry or item that it stands above, or the entry in whose line it stands; undefined at the end of a file. */
  readonly covers: Offsets | undefined;
}

/** The comments that match a pattern, and what each covers. */
export function commentsOf(text: string, root: TreeNode, pattern: RegExp): readonly Comment[] {
  if (!pattern.test(text)) return [];
  // most drafts have no such comment, and need no outline
  let known: ReturnType<typeof outline> | undefined;
  const comments: Comment[] = [];
  for (const { 0: whole, 1: white = '', index } of text.matchAll(/(^|[ \t])#[^\r\n]*/gm)) {
    const start = index + white.length;
    const said = whole.slice(white.length + 1).trim();
    if (!pattern.test(`# ${said}`)) continue;
    const { scalars, things } = (known ??= outline(root));
    if (scalars.some((scalar) => scalar.start <= start && start < scalar.end)) continue;
    const end = index + whole.length;
    comments.push({ start, end, text: said, covers: coveredBy(text, start, end, things) });
  }
  return comments;
}

interface Thing extends Offsets {
  readonly item: boolean;
}

/** Every scalar, and every entry and item, in the order of the text and from the outside in. */
function outline(root: TreeNode): {
  readonly scalars: readonly Offsets[];
  readonly things: readonly Thing[];
} {
  const scalars: Offsets[] = [];
  const things: Thing[] = [];
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') scalars.push(node);
    else if (node.kind === 'list')
      for (const item of node.items) {
        things.push({ start: item.start, end: item.end, item: true });
        visit(item);
      }
    else
      for (const { key, value } of node.entries) {
        things.push({ start: key.start, end: Math.max(key.end, value.end), item: false });
        scalars.push(key);
        visit(value);
      }
  };
  visit(root);
  return { scalars, things };
}

function coveredBy(text: string, start: number, end: number, things: readonly Thing[]): Offsets | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(line, start).trim() !== '')
    return things.find((thing) => !thing.item && line <= thing.start && thing.start < start);
  return things.reduce<Thing | undefined>(
    (first, thing) =>
      thing.start > end && (first === undefined || thing.start < first.start) ? thing : first,
    undefined,
  );
}
