import type { UnreadPiece } from '../../block.ts';

/** A Markdown text of which notes and the fences of containers are taken out; its lines stand where they stood. */
export interface PartedMarkdown {
  readonly body: string;
  /** What notes say, by their labels. */
  readonly notes: ReadonlyMap<string, string>;
  readonly unread: readonly UnreadPiece[];
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
/** `:::warning 注意`, `::: {.note}`, `:::note[Title]`: the words behind the kind of a container are text. */
const container = /^ {0,3}:{3,20}(?!:)[ \t]{0,9}(?:[A-Za-z][\w-]{0,60}|\{[^}\n]{0,200}\})?/;
const note = /^ {0,3}\[\^([^\]\s^]{1,60})\]:/;
/** What begins a block of its own, and does not go on with a note. */
const block = /^ {0,3}(?:[#>|]|[-*+] |\d{1,9}[.)] |\[\^|:{3,}|`{3,}|~{3,})/;

/** Takes notes (`[^1]: …`) that the text refers to, and container fences (`:::`), out of a Markdown text. @param line where it begins, from 1 */
export function partMarkdown(text: string, line: number): PartedMarkdown {
  const referred = new Set(
    [...text.matchAll(/\[\^([^\]\s^]{1,60})\](?!:)/g)].map(([, label]) => label as string),
  );
  const lines = text.split('\n');
  const notes = new Map<string, string>();
  const unread: UnreadPiece[] = [];
  let open: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const each = lines[at] as string;
    open = openFence(each, open);
    if (open !== undefined) continue;
    const opening = container.exec(each)?.[0];
    if (opening !== undefined) {
      unread.push({ at: line + at, text: each.trim(), why: 'markup' });
      lines[at] = each
        .slice(opening.length)
        .trim()
        .replaceAll(/^\[|\]$/g, '');
      continue;
    }
    const [mark = '', label = ''] = note.exec(each) ?? [];
    const first = each.slice(mark.length);
    if (label === '' || !referred.has(label) || notes.has(label)) continue;
    const end = noteEnd(lines, at + 1);
    notes.set(label, [first, ...lines.slice(at + 1, end)].map((words) => words.trim()).join('\n'));
    lines.fill('', at, end);
    at = end - 1;
  }
  return { body: lines.join('\n'), notes, unread };
}

/** The fence of code that is open behind a line. */
function openFence(line: string, open: string | undefined): string | undefined {
  const mark = fence.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) ? undefined : open;
}

/** Where the lines of a note end that go on from one. */
function noteEnd(lines: readonly string[], from: number): number {
  let end = from;
  let afterBlank = false;
  for (let at = from; at < lines.length; at += 1) {
    const each = lines[at] as string;
    if (each.trim() === '') {
      afterBlank = true;
      continue;
    }
    if (/^(?: {2,}|\t)/.test(each) || (!afterBlank && !block.test(each))) end = at + 1;
    else break;
    afterBlank = false;
  }
  return end;
}
