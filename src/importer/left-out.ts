import type { SourceDocument } from './block.ts';
import type { Left } from './head/chrome.ts';
import type { NoteTexts } from './notes/note-texts.ts';
import { Traced } from './text/traced.ts';

/** All that is not in the draft, in the order of the source: what surrounds the text, what the reader did not take over, and notes to what is in no body. */
export function leftOut(
  left: readonly Left[],
  { blocks, unread = [] }: SourceDocument,
  notes: NoteTexts,
): readonly Left[] {
  const end = blocks.at(-1)?.at ?? 0;
  return [...left, ...unread, ...notes.unread(end)]
    .map((each) => ({ ...each, text: notes.plain(new Traced(each.text)).text }))
    .sort((a, b) => a.at - b.at);
}
