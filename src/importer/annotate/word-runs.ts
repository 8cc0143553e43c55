import { symbolOf } from '../readers/docx/docx-symbols.ts';
import type { XmlAttributes } from '../readers/docx/xml.ts';
import { DocxSkips } from '../readers/docx/docx-skips.ts';
import { FirmPlaces } from './firm-places.ts';
import { scanXml, type XmlPlaces, type XmlSpan, type XmlTag } from './scan-xml.ts';

/** An element of a run, next to its properties. */
export interface RunPiece extends XmlSpan {
  readonly name: string;
  readonly tag: XmlTag;
  /** Where its end tag begins. */
  close: number;
  /** Where its text begins, of a `w:t`. */
  readonly inner: number;
}

/** A character of a run, or several that stand together: where it is written, and in which piece. */
export interface RunSign extends XmlSpan {
  /** How many characters it counts. */
  readonly length: number;
  /** What it says, of a text; else empty. */
  readonly text: string;
  readonly piece: number;
  /** Whether a run can be cut before and behind it, within its piece. */
  readonly isLoose: boolean;
}

/** A run of a part, with all that is asked of its characters. */
export interface WordRun extends XmlSpan {
  readonly index: number;
  readonly tag: XmlTag;
  /** The characters of its start tag and of its properties, with which a part of it begins that is cut off. */
  readonly head: XmlSpan;
  readonly pieces: RunPiece[];
  readonly signs: RunSign[];
  /** What stands around it that comments have to stand around: a run with a text box, a formula. */
  readonly holder: Holder | undefined;
  /** The note that it stands in. */
  readonly note: string | undefined;
  /** Which paragraph of the part it stands in; -1 in none. */
  readonly paragraph: number;
  /** Whether no change of its words would last or be sound: in a field, a control that is bound or locked, a move, a formula. */
  isFirm: boolean;
  /** Whether it stands in an insertion of somebody, and that, where it is right around it. */
  readonly isInserted: boolean;
  readonly insertion: XmlTag | undefined;
}

/** An element that comments stand around as a whole. */
interface Holder extends XmlSpan {
  readonly tag: XmlTag;
}

/** Where the text refers to a note. */
export interface NoteMark {
  readonly run: WordRun;
  /** Which of the pieces of its run it is. */
  readonly piece: number;
}

/** The runs of a part, and what else of it comments are placed by. */
export interface PartRuns {
  /** In the order in which they begin, as origins count them. */
  readonly runs: readonly WordRun[];
  /** Marks of notes by kind and id, `footnote 2`. */
  readonly marks: ReadonlyMap<string, NoteMark>;
  /** Its outermost element. */
  readonly root: XmlTag | undefined;
  /** The greatest id of a comment that it speaks of, -1 where it does of none. */
  readonly lastComment: number;
  /** The numbers that anything in it is known by. */
  readonly ids: ReadonlySet<number>;
}

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const single: ReadonlySet<string> = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr', 'w:noBreakHyphen']);
const ofComments: ReadonlySet<string> = new Set(
  ['comment', 'commentRangeStart', 'commentRangeEnd', 'commentReference'].map((name) => `w:${name}`),
);
const held: ReadonlySet<string> = new Set(['w:r', 'm:r', 'm:oMath', 'm:oMathPara']);
/** A sign of a text: a reference, a line end, any other. */
const sign = /&[^;]{1,12};|\r\n|[^]/gu;
const verbatim = /\r\n|[^]/gu;
const noted: ReadonlySet<string> = new Set(['w:footnote', 'w:endnote']);
const isRun = (name: string): boolean => name === 'w:r' || name === 'm:r';

/** An element that is open: with its run where it is one, and what comments stand around. */
interface OpenElement {
  readonly tag: XmlTag;
  readonly run: WordRun | undefined;
  readonly holder: Changing<Holder> | undefined;
}

/** Reads the runs of a part, counting what the reader of Word files counts. @param wanted the runs whose characters are asked for; all, if it is left out */
export function partRuns(xml: string, wanted?: ReadonlySet<number>): PartRuns {
  const reader = new RunReader(xml, wanted);
  scanXml(xml, reader);
  return reader;
}

class RunReader implements XmlPlaces, PartRuns {
  readonly runs: Changing<WordRun>[] = [];
  readonly marks = new Map<string, NoteMark>();
  root: XmlTag | undefined;
  lastComment = -1;
  readonly #xml: string;
  readonly #wanted: ReadonlySet<number> | undefined;
  readonly ids = new Set<number>();
  readonly #firm = new FirmPlaces();
  #paragraphs = 0;
  readonly #paragraph: number[] = [];
  readonly #skips = new DocxSkips();
  readonly #path: OpenElement[] = [];
  readonly #open: Changing<WordRun>[] = [];
  readonly #holders: Changing<Holder>[] = [];
  #note: string | undefined;

  constructor(xml: string, wanted: ReadonlySet<number> | undefined) {
    this.#xml = xml;
    this.#wanted = wanted;
  }

  open(tag: XmlTag): void {
    const { name, attributes } = tag;
    const above = this.#path.at(-1);
    this.root ??= tag;
    this.#number(name, attributes);
    this.#firm.open(name, attributes);
    if (name === 'w:p') this.#paragraph.push(this.#paragraphs++);
    const isSkipped = this.#skips.open(name, above?.tag.name ?? '', attributes);
    const piece = { tag, name, start: tag.start, end: tag.end, close: tag.end, inner: tag.end };
    if (above?.run && name !== 'w:rPr') above.run.pieces.push(piece);
    const run = isRun(name) ? this.#begin(tag) : undefined;
    const holder = this.#hold(tag);
    if (!isSkipped && above?.tag.name !== 'w:tabs') this.#sign(tag);
    this.#path.push({ tag, run, holder });
  }

  close(_: string, { start, end }: XmlSpan): void {
    const ended = this.#path.pop();
    if (!ended) return;
    this.#skips.close(ended.tag.name);
    this.#firm.close(ended.tag.name);
    if (ended.tag.name === 'w:p') this.#paragraph.pop();
    if (ended.holder) {
      this.#holders.pop();
      ended.holder.end = end;
    }
    const own = ended.run && this.#open.pop();
    if (own) {
      own.end = end;
      // a field may begin in it
      own.isFirm ||= this.#firm.isFirm;
    }
    const run = this.#path.at(-1)?.run && this.#open.at(-1);
    if (!run) return;
    const piece: Changing<RunPiece> | undefined = run.pieces.at(-1);
    if (ended.tag.name === 'w:rPr') run.head = { start: run.start, end };
    else if (piece) Object.assign(piece, { close: start, end });
  }

  text({ start, end }: XmlSpan, isVerbatim: boolean): void {
    const inside = this.#path.at(-1)?.tag.name;
    if (inside === 'w:instrText') this.#firm.instruct(this.#xml.slice(start, end));
    if (this.#skips.isSkipping || (inside !== 'w:t' && inside !== 'm:t')) return;
    const isLoose = !isVerbatim && inside === 'w:t' && this.#path.at(-2)?.run !== undefined;
    const written = this.#xml.slice(start, end);
    for (const { 0: found, index } of written.matchAll(isVerbatim ? verbatim : sign))
      this.#count(
        isVerbatim ? (found === '\r\n' ? '\n' : found) : signOf(found),
        { start: start + index, end: start + index + found.length },
        isLoose,
      );
  }

  /** What things are known by. */
  #number(name: string, { id = '-1' }: XmlAttributes): void {
    if (ofComments.has(name)) this.lastComment = Math.max(this.lastComment, Number(id) || 0);
    if (/^\d{1,10}$/.test(id)) this.ids.add(Number(id));
    if (noted.has(name)) this.#note = `${name.slice(2)} ${id}`;
  }

  /** What comments stand around, where an element is such. */
  #hold(tag: XmlTag): Changing<Holder> | undefined {
    if (!held.has(tag.name)) return undefined;
    const holder = { tag, start: tag.start, end: tag.end };
    this.#holders.push(holder);
    return holder;
  }

  /** A run begins: what stands open around it holds it. */
  #begin(tag: XmlTag): WordRun {
    const span = { start: tag.start, end: tag.end };
    const run = {
      index: this.runs.length,
      tag,
      ...span,
      head: span,
      pieces: [],
      signs: [],
      holder: this.#holders[0],
      note: this.#note,
      paragraph: this.#paragraph.at(-1) ?? -1,
      isFirm: this.#firm.isFirm,
      isInserted: this.#path.some(({ tag: { name } }) => name === 'w:ins'),
      insertion: this.#path.at(-1)?.tag.name === 'w:ins' ? this.#path.at(-1)?.tag : undefined,
    };
    this.runs.push(run);
    this.#open.push(run);
    return run;
  }

  /** What stands for a sign of the text: a tab, a break, a symbol, the mark of a note. */
  #sign(tag: XmlTag): void {
    const { name, attributes } = tag;
    const [, kind] = /^w:(footnote|endnote)Reference$/.exec(name) ?? [];
    const run = this.#open.at(-1);
    if (single.has(name)) this.#count('\n', tag, false);
    else if (name === 'w:sym')
      this.#count(symbolOf(attributes['font'] ?? '', attributes['char'] ?? ''), tag, false);
    else if (kind && run) {
      const key = `${kind} ${attributes['id'] ?? ''}`;
      if (!this.marks.has(key)) this.marks.set(key, { run, piece: run.pieces.length - 1 });
    }
  }

  /** Counts characters of the open run. */
  #count(text: string, { start, end }: XmlSpan, isLoose: boolean): void {
    const run = this.#open.at(-1);
    if (!run || this.#wanted?.has(run.index) === false || run.pieces.length === 0 || text === '') return;
    const piece = run.pieces.length - 1;
    run.signs.push({ start, end, length: text.length, text: isLoose ? text : '', piece, isLoose });
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a sign of a text stands for. */
function signOf(written: string): string {
  if (written === '\r\n') return '\n';
  if (!written.startsWith('&')) return written;
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(written) ?? [];
  if (hex === undefined && decimal === undefined) return named[written.slice(1, -1)] ?? '\ufffd';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
