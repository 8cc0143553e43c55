import type { UnreadReason } from '../../block.ts';
import { emptyGroup, type BlockGroup } from '../block-tree.ts';
import { DocxFields } from './docx-fields.ts';
import { DocxMath } from './docx-math.ts';
import { type Context, DocxParagraph } from './docx-paragraph.ts';
import { DocxSkips } from './docx-skips.ts';
import { describeRun, type OpenRun, openRun } from './docx-run.ts';
import { DocxObjects } from './docx-objects.ts';
import { isOn, markParagraph } from './docx-styles.ts';
import { noteSign } from '../../notes/note-signs.ts';
import { runKey } from '../../text/origin.ts';
import { Traced } from '../../text/traced.ts';
import { lowered, raised } from '../scripts.ts';
import { inFont, symbolOf } from './docx-symbols.ts';
import { DocxTable } from './docx-table.ts';
import type { XmlAttributes, XmlSink } from './xml.ts';

/** What stands in a document for a note: its kind and id, in the order of the text. */
export type NoteReference = `${'footnote' | 'endnote'} ${string}`;

const signs: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-' };
const notes: Readonly<Record<string, 'footnote' | 'endnote'>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
};
const noteOf: Readonly<Record<string, 'footnote' | 'endnote'>> = {
  'w:footnote': 'footnote',
  'w:endnote': 'endnote',
};

/** Where texts go: the body, a cell, a note, or a text box, which comes after the paragraph that it is fixed to. */
interface Story {
  readonly into: BlockGroup;
  readonly table?: DocxTable;
  paragraph?: DocxParagraph | undefined;
  /** Text boxes of the paragraph. */
  boxes: BlockGroup[];
}

const isRun = (name: string): boolean => name === 'w:r' || name === 'm:r';

/** Puts the blocks of a part of a Word file together from its elements. */
export class DocxBody implements XmlSink {
  readonly root = emptyGroup();
  /** The notes of a part of notes. */
  readonly notes = new Map<NoteReference, BlockGroup>();
  /** The name of its outermost element. */
  kind: string | undefined;
  readonly #context: Context;
  readonly #references: NoteReference[];
  readonly #stories: Story[] = [{ into: this.root, boxes: [] }];
  readonly #path: string[] = [];
  readonly #fields = new DocxFields();
  readonly #math = new DocxMath();
  readonly #objects: DocxObjects;
  /** Hidden text of the paragraph. */
  #hidden = '';
  /** The runs that are open: a text box stands within one. */
  readonly #runs: OpenRun[] = [];
  /** How many runs have begun, those that are left out included. */
  #begun = 0;
  readonly #skips = new DocxSkips();

  /** @param references takes the notes that the text refers to */
  constructor(context: Context, references: NoteReference[]) {
    this.#context = context;
    this.#references = references;
    this.#objects = new DocxObjects(context.related);
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.kind ??= name;
    this.#path.push(name);
    if (isRun(name)) this.#begun += 1;
    if (this.#skips.open(name, parent, attributes)) return;
    if (parent.endsWith('Pr') || parent === 'w:numPr') this.#describe(name, parent, attributes);
    else this.#begin(name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (!this.#skips.close(name)) this.#end(name);
  }

  text(characters: string): void {
    const name = this.#path.at(-1);
    if (this.#skips.isSkipping) return;
    if (name === 'w:t' || name === 'm:t') this.#add(characters);
    else if (name === 'w:instrText') this.#fields.code(characters);
  }

  get #story(): Story {
    return this.#stories.at(-1) as Story;
  }

  #describe(name: string, parent: string, attributes: XmlAttributes): void {
    const run = this.#runs.at(-1);
    if (parent.startsWith('m:')) this.#math.describe(name, attributes);
    else if (parent === 'w:trPr' || parent === 'w:tcPr')
      this.#story.table?.describe(name, parent, attributes);
    else if (parent === 'w:rPr' && this.#path.at(-3) !== 'w:pPr') {
      if (run) describeRun(run, name, attributes);
    } else this.#describeParagraph(name, parent, attributes);
  }

  #describeParagraph(name: string, parent: string, attributes: XmlAttributes): void {
    const { paragraph } = this.#story;
    if (!paragraph) return;
    if (parent === 'w:rPr') {
      paragraph.joined ||= name === 'w:del' || name === 'w:moveFrom';
      paragraph.runIn ||= name === 'w:specVanish' && isOn(attributes);
    } else if (name === 'w:pStyle') paragraph.style = attributes['val'];
    else if (parent === 'w:pPr' || parent === 'w:numPr') markParagraph(paragraph.marks, name, attributes);
  }

  #begin(name: string, attributes: XmlAttributes): void {
    const object = this.#objects.read(name, attributes, this.#path);
    if (object) this.#leave(object.text, object.why);
    if (this.#math.begin(name) || this.#beginSign(name, attributes) || this.#beginField(name, attributes))
      return;
    const noted = noteOf[name];
    const { into, paragraph } = this.#story;
    if (name === 'w:p') this.#story.paragraph = new DocxParagraph(this.#context, into, paragraph);
    else if (isRun(name)) this.#beginRun();
    else if (noted) this.#beginNote(noted, attributes);
    else this.#beginStory(name);
  }

  /** What stands for a sign of the text: a break, a tab, a symbol, the mark of a note. */
  #beginSign(name: string, { font = '', char = '', id = '' }: XmlAttributes): boolean {
    const note = notes[name];
    // the stops of a paragraph are no tabs in its text
    if (this.#path.at(-2) === 'w:tabs') return false;
    if (name === 'w:br' || name === 'w:cr') {
      const sign = this.#read('\n');
      this.#story.paragraph?.break(sign);
    } else if (name === 'w:sym') this.#add(symbolOf(font, char));
    else if (signs[name] !== undefined) this.#add(signs[name]);
    else if (note) this.#show(new Traced(noteSign(this.#references.push(`${note} ${id}`))));
    else return false;
    return true;
  }

  #beginField(name: string, attributes: XmlAttributes): boolean {
    if (name === 'w:fldChar') this.#showField(attributes['fldCharType']);
    else if (name === 'w:fldSimple') {
      this.#fields.mark('begin');
      this.#fields.code(attributes['instr'] ?? '');
      this.#fields.mark('separate');
    } else if ((name === 'w:checked' || name === 'w:default') && this.#path.at(-2) === 'w:checkBox')
      this.#fields.check(isOn(attributes));
    else return false;
    return true;
  }

  #beginStory(name: string): void {
    const { into, table, boxes } = this.#story;
    if (name === 'w:tbl') this.#stories.push({ into, table: new DocxTable(), boxes: [] });
    else if (name === 'w:tr') table?.row();
    else if (name === 'w:tc' && table) this.#stories.push({ into: table.cell(), table, boxes: [] });
    else if (name === 'w:txbxContent') {
      const box = emptyGroup();
      boxes.push(box);
      this.#stories.push({ into: box, boxes: [] });
    }
  }

  /** Separators have a type; they are no notes. */
  #beginNote(note: 'footnote' | 'endnote', { id = '', type = 'normal' }: XmlAttributes): void {
    const into = emptyGroup();
    if (type === 'normal') this.notes.set(`${note} ${id}`, into);
    this.#stories.push({ into, boxes: [] });
  }

  #end(name: string): void {
    const formula = this.#math.end(name);
    if (formula) this.#show(formula);
    if (name === 'w:fldSimple') this.#showField('end');
    if (name === 'w:p') this.#endParagraph();
    else if (isRun(name)) this.#endRun();
    else if (name === 'w:tbl') {
      const table = this.#endStory()?.table?.end();
      if (table) this.#story.into.items.push(table);
    } else if ((name === 'w:tc' && this.#stories.length > 1) || name === 'w:txbxContent' || noteOf[name])
      this.#endStory();
  }

  /** Text of a last paragraph whose end is deleted is its own. */
  #endStory(): Story | undefined {
    const story = this.#stories.pop();
    story?.paragraph?.flush();
    story?.into.items.push(...story.boxes);
    return story;
  }

  #endParagraph(): void {
    const story = this.#story;
    const { paragraph } = story;
    this.#fields.endParagraph();
    if (this.#hidden.trim() !== '') this.#leave(this.#hidden.trim(), 'hidden');
    this.#hidden = '';
    if (!paragraph || paragraph.joined) return;
    paragraph.flush();
    story.into.items.push(...story.boxes);
    story.paragraph = undefined;
    story.boxes = [];
  }

  #beginRun(): void {
    const key = runKey(this.#context.part, this.#begun - 1);
    const depth = this.#path.length;
    this.#runs.push(openRun(key, depth));
  }

  #endRun(): void {
    if (this.#runs.at(-1)?.depth === this.#path.length + 1) this.#runs.pop();
  }

  #add(text: string): void {
    this.#show(this.#read(text));
  }

  /** Characters of the open run, whether they are shown or not. */
  #read(text: string): Traced {
    const run = this.#runs.at(-1);
    if (run === undefined) return new Traced(text);
    const origin = [0, run.key, run.read];
    run.read += text.length;
    return new Traced(text, origin);
  }

  #show(text: Traced): void {
    const { paragraph } = this.#story;
    const run = this.#runs.at(-1);
    if (!paragraph || !this.#fields.shown || text.text === '') return;
    const { styles } = this.#context;
    this.#fields.show();
    if (run?.hidden ?? (styles.hidden(run?.style) || styles.hidden(paragraph.style))) {
      this.#hidden += text.text;
      return;
    }
    const shown = text.becoming(this.#signsOf(text.text, run, paragraph));
    if (this.#math.add(shown)) return;
    paragraph.add(shown, run?.bold ?? (styles.bold(run?.style) || paragraph.bold));
  }

  /** Signs of a font, and what is set above or below the line, so that its digits are no digits of the text. */
  #signsOf(text: string, run: OpenRun | undefined, paragraph: DocxParagraph): string {
    const signs = run?.font === undefined ? text : inFont(run.font, text);
    const script = run?.script ?? this.#context.styles.script(run?.style);
    if (script === 'superscript') return raised(signs);
    return script === 'subscript' ? lowered(signs, paragraph.last) : signs;
  }

  /** What a field shows that has no result. */
  #showField(mark: string | undefined): void {
    const text = this.#fields.mark(mark);
    if (text !== '') this.#show(new Traced(text));
  }

  /** Says of something that it is not taken over, before the paragraph or the table that it stands in. */
  #leave(text: string, why: UnreadReason): void {
    const inner = this.#stories.findIndex(({ table }) => table !== undefined);
    const story = this.#stories.at(inner === -1 ? -1 : inner - 1) as Story;
    story.into.items.push({ kind: 'unread', text, why });
  }
}
