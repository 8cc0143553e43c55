import type { Paragraph, SourceBlock, DocumentTable, UnreadPiece, UnreadReason } from '../block.ts';

/** A block whose place in the source is not counted yet. */
export type LooseBlock = Omit<Paragraph, 'at'> | Omit<DocumentTable, 'at'>;

/** What is not taken over, where it stands among the blocks. */
export interface LooseUnread {
  readonly kind: 'unread';
  readonly text: string;
  readonly why: UnreadReason;
}

/** Blocks in order, in groups that can be taken over whole, or be found to stand apart when their last one has come. */
export interface BlockGroup {
  readonly items: (LooseBlock | LooseUnread | BlockGroup)[];
  /** All of it but its headings of the first level. */
  apart?: boolean;
}

export const emptyGroup = (): BlockGroup => ({ items: [] });
export const isGroup = (item: LooseBlock | LooseUnread | BlockGroup): item is BlockGroup => 'items' in item;

/** The blocks of a group one after another, with their places counted from 1. What is not taken over goes to `unread`, with the place of the block that follows. */
export function flatten(root: BlockGroup, unread: UnreadPiece[] = []): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  const open = [{ group: root, next: 0, apart: root.apart ?? false }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const item = top.group.items[top.next];
    top.next += 1;
    if (item === undefined) open.pop();
    else if (isGroup(item)) open.push({ group: item, next: 0, apart: top.apart || (item.apart ?? false) });
    else if (item.kind === 'unread') unread.push({ at: blocks.length + 1, text: item.text, why: item.why });
    else {
      const apart = top.apart && item.kind === 'paragraph' && item.heading !== 1;
      blocks.push({ ...item, ...(apart && { apart }), at: blocks.length + 1 });
    }
  }
  return blocks;
}
