import type { Emphasis, Inline } from '../block.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The id of a mark of a note, to which the note leads back. */
export const markId = (number: number, mark: number): string =>
  `note-${number}-mark${mark === 1 ? '' : `-${mark}`}`;

const tags: Readonly<Record<Emphasis, string>> = { strong: 'strong', emphasis: 'em', deleted: 'del' };

/** Running text as HTML; addresses of links have passed the allow-list. */
export const inlineHtml = (content: readonly Inline[]): string => content.map(written).join('');

function written(item: Inline): string {
  switch (item.kind) {
    case 'text':
    case 'reference':
      return escapeHtml(item.text);
    case 'code':
      return `<code>${escapeHtml(item.text)}</code>`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${escapeHtml(item.href)}">${inlineHtml(item.content)}</a>`;
    case 'image':
      return `<img src="data:${item.type};base64,${Buffer.from(item.bytes).toString('base64')}" alt="${escapeHtml(item.alt)}">`;
    case 'note':
      return `<sup><a href="#note-${item.number}" id="${markId(item.number, item.mark)}" role="doc-noteref">${item.number}</a></sup>`;
    default:
      return `<${tags[item.kind]}>${inlineHtml(item.content)}</${tags[item.kind]}>`;
  }
}
