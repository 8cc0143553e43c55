import type { Language, Problem } from '../diagnostic.ts';
import type { Shape } from './grammar.ts';
import type { Entry, Style, TreeNode } from './tree.ts';

/** Where an object or list of the canonical data comes from. */
export interface NodeOrigin {
  readonly node: TreeNode;
  readonly shape: Shape | undefined;
  /** Entries of a mapping by the canonical key that they were read as, in the order of the text. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A tree while it is read as data. */
export interface State {
  readonly keys: Language;
  readonly problems: Problem[];
  readonly foreign: { start: number; end: number; written: string; own: string; style: Style }[];
  readonly origins: Map<object, NodeOrigin>;
  readonly broken: Set<object>;
  readonly understood: Set<Entry>;
  /** The items of lists. */
  readonly items: Set<TreeNode>;
}

/** A mapping while it is read. */
export interface OpenMapping {
  readonly shape: Shape | undefined;
  readonly object: Record<string, unknown>;
  readonly entries: Map<string, Entry>;
  /** Every key as it is written. */
  readonly written: ReadonlySet<string>;
}

/** A key or value of the format in the quotes of what it stands for. */
export const inStyle = (word: string, style: Style): string =>
  style === 'double' ? `"${word}"` : style === 'single' ? `'${word}'` : word;
