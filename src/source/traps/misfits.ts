import { reserved, shapeOf, type Is } from '../grammar.ts';
import { isEmpty, type TreeNode } from '../tree.ts';

/** How many values are of another kind than the format wants. */
export function misfits(root: TreeNode, is: Is): number {
  let count = 0;
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode, expected: Is | undefined): void => {
    if (expected === undefined || seen.has(node)) return;
    seen.add(node);
    const shape = shapeOf(expected);
    const container = shape !== undefined && shape.values === undefined;
    if (node.kind === 'scalar') count += container && shape.shorthand === undefined ? 1 : 0;
    else if (node.kind === 'list') {
      if (shape?.items === undefined) count++;
      else for (const item of node.items) visit(item, shape.items);
    } else if (!container || shape.items !== undefined) count++;
    else
      for (const { key, value } of node.entries) {
        if (shape.keys === undefined && reserved.has(key.value) && expected !== 'table.rows') count++;
        const known = Object.entries(shape.keys ?? {}).find(
          ([en, { zh }]) => en === key.value || zh === key.value,
        )?.[1].is;
        if (known === undefined || !isEmpty(value)) visit(value, known ?? shape.entries);
        else if (shapeOf(known)?.values === undefined && shapeOf(known) !== undefined) count++;
      }
  };
  visit(root, is);
  return count;
}
