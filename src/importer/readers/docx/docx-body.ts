import { emptyGroup, type BlockGroup } from '../block-tree.ts';
import { DocxFields } from './docx-fields.ts';
import { type Context, DocxParagraph } from './docx-paragraph.ts';
import { isOn, markParagraph } from './docx-styles.ts';
import { runKey } from '../../origin.ts';
import { Traced } from '../../traced.ts';
import { symbolOf } from './docx-symbols.ts';
import { DocxTable } from './docx-table.ts';
import type { XmlAttributes, XmlSink } from './xml.ts';

/** What stands in a document for a note: its kind and id, in the order of the text. */
export type NoteReference = `${'footnote' | 'endnote'} ${string}`;

/** Properties as they were before a change, what was taken out or moved away, and readings above a text. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:rt',
  ...['pPr', 'rPr', 'sectPr', 'tblPr', 'trPr', 'tcPr', 'tblGrid'].map((name) => `w:${name}Change`),
]);
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

/** A run while it is read. */
interface OpenRun {
  readonly key: number;
  /** How deep it stands. */
  readonly depth: number;
  /** How many characters of it were read, as `Traced` counts them. */
  read: number;
  bold: boolean | undefined;
  hidden: boolean;
  style: string | undefined;
}

/** Reads a property of a run. */
function describeRun(run: OpenRun, name: string, attributes: XmlAttributes): void {
  if (name === 'w:b') run.bold = isOn(attributes);
  if (name === 'w:vanish') run.hidden = isOn(attributes);
  if (name === 'w:rStyle') run.style = attributes['val'];
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
  /** The runs that are open: a text box stands within one. */
  readonly #runs: OpenRun[] = [];
  /** How many runs have begun, those that are left out included. */
  #begun = 0;
  /** For each open `mc:AlternateContent`, whether one of its choices is taken. */
  readonly #chosen: boolean[] = [];
  /** How many elements are open within one that is left out. */
  #skipping = 0;

  /** @param references takes the notes that the text refers to */
  constructor(context: Context, references: NoteReference[]) {
    this.#context = context;
    this.#references = references;
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.kind ??= name;
    this.#path.push(name);
    if (isRun(name)) this.#begun += 1;
    if (this.#skipping > 0 || this.#isSkipped(name, parent)) this.#skipping += 1;
    else if (parent.endsWith('Pr') || parent === 'w:numPr') this.#describe(name, parent, attributes);
    else this.#begin(name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipping > 0) this.#skipping -= 1;
    else this.#end(name);
  }

  text(characters: string): void {
    const name = this.#path.at(-1);
    if (this.#skipping === 0 && (name === 'w:t' || name === 'm:t')) this.#add(characters);
  }

  get #story(): Story {
    return this.#stories.at(-1) as Story;
  }

  #isSkipped(name: string, parent: string): boolean {
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const taken = this.#chosen.at(-1) === true;
      this.#chosen.splice(-1, 1, true);
      return taken;
    }
    // within properties, w:del and w:moveFrom say that a mark or a row is taken out
    return skipped.has(name) && !(parent === 'w:rPr' || parent === 'w:trPr');
  }

  #describe(name: string, parent: string, attributes: XmlAttributes): void {
    const { paragraph } = this.#story;
    const above = this.#path.at(-3);
    const run = this.#runs.at(-1);
    if (parent === 'w:trPr' || parent === 'w:tcPr') this.#story.table?.describe(name, parent, attributes);
    else if (parent === 'w:rPr' && above === 'w:pPr') {
      if (paragraph && (name === 'w:del' || name === 'w:moveFrom')) paragraph.joined = true;
    } else if (parent === 'w:rPr') {
      if (run) describeRun(run, name, attributes);
    } else if (paragraph && (parent === 'w:pPr' || parent === 'w:numPr')) {
      if (name === 'w:pStyle') paragraph.style = attributes['val'];
      else markParagraph(paragraph.marks, name, attributes);
    }
  }

  #begin(name: string, attributes: XmlAttributes): void {
    const { paragraph } = this.#story;
    const note = notes[name];
    const noted = noteOf[name];
    if (name === 'w:p') this.#story.paragraph = new DocxParagraph(this.#context, this.#story.into, paragraph);
    else if (isRun(name)) this.#beginRun();
    else if (name === 'w:br' || name === 'w:cr') {
      const sign = this.#read('\n');
      paragraph?.break(sign);
    } else if (name === 'w:fldChar') this.#fields.mark(attributes['fldCharType']);
    else if (name === 'w:sym') this.#add(symbolOf(attributes['font'] ?? '', attributes['char'] ?? ''));
    else if (signs[name] !== undefined) this.#add(signs[name]);
    else if (note) this.#show(new Traced(`[${this.#references.push(`${note} ${attributes['id'] ?? ''}`)}]`));
    else if (noted) this.#beginNote(noted, attributes);
    else if (name === 'mc:AlternateContent') this.#chosen.push(false);
    else this.#beginStory(name);
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
    if (name === 'w:p') this.#endParagraph();
    else if (isRun(name)) this.#endRun();
    else if (name === 'mc:AlternateContent') this.#chosen.pop();
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
    if (!paragraph || paragraph.joined) return;
    paragraph.flush();
    story.into.items.push(...story.boxes);
    story.paragraph = undefined;
    story.boxes = [];
  }

  #beginRun(): void {
    const key = runKey(this.#context.part, this.#begun - 1);
    const depth = this.#path.length;
    this.#runs.push({ key, depth, read: 0, bold: undefined, hidden: false, style: undefined });
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
    if (!paragraph || run?.hidden === true || !this.#fields.shown) return;
    const { styles } = this.#context;
    paragraph.add(text, run?.bold ?? (styles.bold(run?.style) || paragraph.bold));
  }
}
