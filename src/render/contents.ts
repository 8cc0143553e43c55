import type { Block, NumberedTitle } from './block.ts';
import { plainText } from './block.ts';
import { escapeHtml } from './html/html-inline.ts';

/** How far down the table of contents goes: parts, their sections and those below. */
const deepest = 2;

/** The table of contents as nested lists of links; empty where there is no heading. */
export function contentsHtml(blocks: readonly Block[]): string {
  const entries = blocks.filter(
    (block): block is Extract<Block, NumberedTitle> =>
      (block.kind === 'heading' || block.kind === 'run-in') && block.depth <= deepest,
  );
  return listOf(entries);
}

/** The entries of the outermost level, each with those below it. */
function listOf(entries: readonly NumberedTitle[]): string {
  if (entries.length === 0) return '';
  const top = Math.min(...entries.map(({ level }) => level));
  const groups: NumberedTitle[][] = [];
  for (const entry of entries) {
    if (entry.level === top || groups.length === 0) groups.push([entry]);
    else groups.at(-1)?.push(entry);
  }
  return `<ul>\n${groups.map(([head, ...below]) => (head ? `<li>${link(head)}${below.length === 0 ? '' : `\n${listOf(below)}`}</li>` : '')).join('\n')}\n</ul>`;
}

function link({ id, label, number, title }: NumberedTitle): string {
  return `<a href="#${id}">${escapeHtml(`${label === '' ? '' : `${label} `}${number}${plainText(title)}`)}</a>`;
}
