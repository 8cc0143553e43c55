import { reserved, shapeOf, type Is, type Shape } from '../grammar.ts';
import { isEmpty, type Entry, type TreeNode } from '../tree.ts';

/** How many values are of another kind than the format wants. */
export function misfits(root: TreeNode, is: Is): number {
  let count = 0;
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode, expected: Is | undefined): void => {
    if (expected === undefined || seen.has(node)) return;
    seen.add(node);
    const shape = shapeOf(expected);
    const container = isContainer(shape);
    if (node.kind === 'scalar') {
      if (container && shape.shorthand === undefined) count++;
    } else if (node.kind === 'list') {
      if (shape?.items === undefined) count++;
      else for (const item of node.items) visit(item, shape.items);
    } else if (!container || shape.items !== undefined) count++;
    else for (const entry of node.entries) visitEntry(entry, shape, expected);
  };
  const visitEntry = ({ key, value }: Entry, shape: Shape, expected: Is): void => {
    if (shape.keys === undefined && reserved.has(key.value) && expected !== 'table.rows') count++;
    const known = knownUnder(shape, key.value);
    if (known === undefined || !isEmpty(value)) visit(value, known ?? shape.entries);
    else if (isContainer(shapeOf(known))) count++;
  };
  visit(root, is);
  return count;
}

/** Whether a mapping or list is wanted there, or what stands for one. */
const isContainer = (shape: Shape | undefined): shape is Shape =>
  shape !== undefined && shape.values === undefined;

/** What stands under a fixed key, in whichever language it is written. */
const knownUnder = ({ keys = {} }: Shape, name: string): Is | undefined =>
  Object.entries(keys).find(([en, { zh }]) => en === name || zh === name)?.[1].is;
