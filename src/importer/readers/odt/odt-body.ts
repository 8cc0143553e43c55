import type { Paragraph } from '../../block.ts';
import { noteSign } from '../../notes/note-signs.ts';
import { textAndOrigin } from '../../text/traced-blocks.ts';
import { Traced } from '../../text/traced.ts';
import { type BlockGroup, emptyGroup } from '../block-tree.ts';
import { cellLines } from '../cell-text.ts';
import type { XmlAttributes, XmlSink } from '../docx/xml.ts';
import { Runs } from '../runs.ts';
import { lowered, raised } from '../scripts.ts';
import type { OdtLists } from './odt-lists.ts';
import { OUTLINE, type OdtStyle, type OdtStyles } from './odt-styles.ts';
import { OdtTables } from './odt-tables.ts';

/** What is no text: deleted text of tracked changes, comments, readings above a text, what asks for itself. */
const skipped = new Set([
  'tracked-changes',
  'annotation',
  'ruby-text',
  'note-citation',
  'forms',
  'script',
  'event-listeners',
  'index-title-template',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'table-of-content-source',
  'alphabetical-index-source',
  'math',
]);
const tidy = (text: Traced): Traced =>
  text.replaceAll(/[ \t\n]+/g, (blank) => (blank.includes('\t') ? '\t' : ' ')).trim();

/** Where texts go: the body, a cell, a note, a text box. */
interface Story {
  readonly into: BlockGroup;
  readonly lists: OpenList[];
  /** Styles of the stretches of text that are open. */
  readonly spans: (string | undefined)[];
  paragraph: OpenParagraph | undefined;
}

const noObject = (): { file: string; why: 'picture' | 'embedded' | undefined; words: string } => ({
  file: '',
  why: undefined,
  words: '',
});
const newStory = (into: BlockGroup): Story => ({ into, lists: [], spans: [], paragraph: undefined });

interface OpenList {
  readonly style: string;
  readonly level: number;
  /** The number of its item, until the first paragraph takes it. */
  item: { isCounted: boolean; readonly start: number | undefined } | undefined;
}

interface OpenParagraph {
  readonly runs: Runs;
  readonly style: string | undefined;
  readonly heading: number | undefined;
  number: string | undefined;
  readonly item: number | undefined;
  hidden: string;
  last: string;
}

/** Puts the blocks of an OpenDocument text together from its elements. */
export class OdtBody implements XmlSink {
  readonly root = emptyGroup();
  readonly notes = new Map<string, Pick<Paragraph, 'text' | 'origin'>>();
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #stories: Story[] = [newStory(this.root)];
  readonly #tables = new OdtTables();
  readonly #path: string[] = [];
  #skipping = 0;
  #contents = 0;
  #inText = false;
  /** What a frame that is open holds, and what it says of it. */
  #object: { file: string; why: 'picture' | 'embedded' | undefined; words: string } = noObject();

  constructor(styles: OdtStyles, lists: OdtLists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#path.push(name);
    if (this.#skipping > 0 || skipped.has(name)) this.#skipping += 1;
    else if (name === 'text' && this.#path.at(-2) === 'body') this.#inText = true;
    else if (this.#inText && !this.#openInline(name, attributes)) this.#openBlock(name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (name === 'text' && this.#path.at(-1) === 'body') this.#inText = false;
    else if (this.#inText) this.#end(name);
  }

  text(characters: string): void {
    if (this.#skipping > 0 || !this.#inText) return;
    const name = this.#path.at(-1);
    if (name === 'title' || name === 'desc') this.#object.words += characters;
    else this.#add(characters.replaceAll(/[\t\n\r]/g, ' '));
  }

  get #story(): Story {
    return this.#stories.at(-1) as Story;
  }

  #openInline(name: string, attributes: XmlAttributes): boolean {
    if (name === 'span' || name === 'a')
      this.#story.spans.push(name === 'span' ? attributes['style-name'] : undefined);
    else if (name === 's') this.#add(' '.repeat(Math.min(Number(attributes['c'] ?? 1) || 1, 1000)));
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#break();
    else if (name === 'note') this.#add(noteSign(this.notes.size + 1));
    else if (name === 'hidden-text') this.#hide(attributes['string-value'] ?? '');
    else if (/^(?:image|object|object-ole)$/.test(name) && this.#path.at(-2) === 'frame')
      this.#note(name, attributes['href'] ?? '');
    else return false;
    return true;
  }

  #openBlock(name: string, attributes: XmlAttributes): void {
    const into = name === 'text-box' || name === 'note-body' ? emptyGroup() : undefined;
    if (into) this.#stories.push(newStory(into));
    else if (name === 'p' || name === 'h') this.#openParagraph(name, attributes);
    else if (name === 'list') this.#openList(attributes);
    else if (name === 'list-item') this.#openItem(attributes);
    else if (name === 'frame') this.#object = noObject();
    else if (/^(?:table-of-content|.*-index|bibliography)$/.test(name)) this.#contents += 1;
    else this.#openTable(name, attributes);
  }

  #openTable(name: string, attributes: XmlAttributes): void {
    const content = this.#tables.open(name, attributes);
    if (content) this.#stories.push(newStory(content));
  }

  #end(name: string): void {
    if (name === 'span' || name === 'a') this.#story.spans.pop();
    else if (name === 'p' || name === 'h') this.#endParagraph();
    else if (name === 'list') this.#story.lists.pop();
    else if (name === 'text-box') {
      const { into } = this.#stories.pop() as Story;
      this.#story.into.items.push(into);
    } else if (name === 'note-body') this.#endNote();
    else if (name === 'frame') this.#leaveObject();
    else if (/^(?:table-of-content|.*-index|bibliography)$/.test(name)) this.#contents -= 1;
    else this.#endTable(name);
  }

  #endNote(): void {
    const { into } = this.#stories.pop() as Story;
    const lines = cellLines(into).map((line) => line.trim());
    this.notes.set(noteSign(this.notes.size + 1), textAndOrigin(Traced.join(lines, ' ')));
  }

  #endTable(name: string): void {
    if (name === 'table-cell' && this.#tables.isOpen) this.#stories.pop();
    const table = this.#tables.end(name);
    if (table) this.#story.into.items.push(table);
  }

  #openList(attributes: XmlAttributes): void {
    const { lists } = this.#story;
    const above = lists.at(-1);
    const style = attributes['style-name'] ?? above?.style ?? '';
    const goesOn = attributes['continue-numbering'] === 'true' || attributes['continue-list'] !== undefined;
    if (above === undefined && !goesOn) this.#lists.restart(style);
    lists.push({ style, level: lists.length + 1, item: undefined });
  }

  #openItem(attributes: XmlAttributes): void {
    const list = this.#story.lists.at(-1);
    const start = attributes['start-value'] === undefined ? undefined : Number(attributes['start-value']);
    if (list) list.item = { isCounted: false, start };
  }

  #openParagraph(name: string, attributes: XmlAttributes): void {
    const style = attributes['style-name'];
    const isTitle = name === 'p' && this.#styles.isTitle(style);
    const level = Number(attributes['outline-level'] ?? 1) || 1;
    const heading = name === 'h' ? level : isTitle ? 0 : undefined;
    const list = this.#story.lists.at(-1);
    const number = list
      ? this.#itemNumber(list)
      : name === 'h'
        ? this.#headingNumber(level, attributes)
        : undefined;
    const item = list && heading === undefined ? list.level - 1 : undefined;
    this.#story.paragraph = { runs: new Runs(tidy), style, heading, number, item, hidden: '', last: '' };
  }

  #itemNumber({ style, level, item }: OpenList): string | undefined {
    if (!item || item.isCounted) return undefined;
    item.isCounted = true;
    return this.#lists.next(style, level, item.start);
  }

  #headingNumber(level: number, attributes: XmlAttributes): string | undefined {
    return attributes['is-list-header'] === 'true' ? undefined : this.#lists.next(OUTLINE, level);
  }

  #add(text: string): void {
    const { paragraph } = this.#story;
    if (!paragraph) return;
    const styles = [...this.#story.spans].reverse();
    const said = <Value>(what: (style: OdtStyle) => Value | undefined): Value | undefined => {
      for (const style of [...styles, paragraph.style]) {
        const value = this.#styles.said(style, what);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    if (said(({ hidden }) => hidden) === true) return this.#hide(text);
    const script = said((style) => style.script);
    const shown = script === 'sup' ? raised(text) : script === 'sub' ? lowered(text, paragraph.last) : text;
    paragraph.runs.add(shown, said(({ bold }) => bold) === true);
    paragraph.last = text;
  }

  #hide(text: string): void {
    if (this.#story.paragraph) this.#story.paragraph.hidden += text;
  }

  /** A line break: it ends a paragraph, but not a heading. */
  #break(): void {
    const { paragraph } = this.#story;
    if (paragraph?.heading === undefined) this.#flush();
    else paragraph.runs.add(' ', false);
  }

  /** The picture beside an embedded document only shows it. */
  #note(name: string, href: string): void {
    if (this.#object.why === 'embedded') return;
    this.#object.file = href.split('/').at(-1) ?? '';
    this.#object.why = name === 'image' ? 'picture' : 'embedded';
  }

  /** What is not taken over stands before the table that it is in. */
  #leaveObject(): void {
    const { file, why, words } = this.#object;
    this.#object = noObject();
    if (why) this.#outside.items.push({ kind: 'unread', text: words.trim() || file, why });
  }

  get #outside(): BlockGroup {
    return this.#tables.isOpen ? this.root : this.#story.into;
  }

  #flush(): void {
    const { paragraph, into } = this.#story;
    const plain = paragraph?.runs.take();
    if (!paragraph || !plain) return;
    const { heading, number, item } = paragraph;
    paragraph.number = undefined;
    into.items.push({
      kind: 'paragraph',
      text: plain.text,
      origin: plain.origin,
      ...(heading !== undefined && { heading }),
      ...(heading === undefined && plain.bold !== undefined && { bold: plain.bold }),
      ...(number !== undefined && number !== '' && { number }),
      ...(item !== undefined && { item }),
      ...(this.#contents > 0 && { apart: true, isContents: true }),
    });
  }

  #endParagraph(): void {
    const { paragraph } = this.#story;
    const hidden = paragraph?.hidden.trim() ?? '';
    if (hidden !== '') this.#outside.items.push({ kind: 'unread', text: hidden, why: 'hidden' });
    this.#flush();
    this.#story.paragraph = undefined;
  }
}
