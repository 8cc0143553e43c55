/** A YAML text as mappings, lists and scalars with their offsets: all that the rest of the code knows of YAML. */

export type Style = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar: its text after YAML’s rules, how it was written, and where it stands (quotes and block header included). */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: Style;
  readonly start: number;
  readonly end: number;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: TreeNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: Entry[];
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: TreeNode[];
  readonly start: number;
  readonly end: number;
}

export type TreeNode = ScalarNode | MapNode | ListNode;

/** Whether a text holds nothing but blanks of any kind. */
export const saysNothing = (text: string): boolean =>
  !beginsPlainly(text.charCodeAt(0)) && /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u.test(text);

/** Whether a text begins with a sign of ASCII or a Chinese character: most do, and say something. */
const beginsPlainly = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xa000);

/** Whether what is written says nothing: blanks in quotes or in a block. */
export const isBlank = (node: TreeNode): boolean => node.kind === 'scalar' && saysNothing(node.value);

/** Whether nothing is written where a value could stand. */
export const isEmpty = (node: TreeNode): boolean =>
  node.kind === 'scalar' && node.style === 'plain' && node.value === '';

/** The values of a tree that are scalars, each once. */
export function scalarsIn(root: TreeNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const seen = new Set<TreeNode>();
  const open = [root];
  for (let node = open.pop(); node; node = open.pop())
    if (node.kind === 'scalar') found.push(node);
    else if (!seen.has(node)) {
      seen.add(node);
      if (node.kind === 'list') for (const item of node.items) open.push(item);
      else for (const { value } of node.entries) open.push(value);
    }
  return found;
}

/** How many keys, values and items a tree has, each time that an alias brings them in. */
export function nodesIn(root: TreeNode): number {
  const open = [root];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    count++;
    if (node.kind === 'list') for (const item of node.items) open.push(item);
    else if (node.kind === 'map') for (const { key, value } of node.entries) open.push(key, value);
  }
  return count;
}
