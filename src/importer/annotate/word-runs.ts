import { symbolOf } from '../readers/docx/docx-symbols.ts';
import { DocxSkips } from '../readers/docx/docx-skips.ts';
import { scanXml, type XmlSpan, type XmlTag } from './scan-xml.ts';

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
interface RunSign extends XmlSpan {
  /** How many characters it counts. */
  readonly length: number;
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
  /** Where the end tag of that begins. */
  readonly close: number;
  /** The greatest id of a comment that it speaks of, -1 where it does of none. */
  readonly lastComment: number;
}

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const single: ReadonlySet<string> = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr', 'w:noBreakHyphen']);
const ofComments: ReadonlySet<string> = new Set(
  ['comment', 'commentRangeStart', 'commentRangeEnd', 'commentReference'].map((name) => `w:${name}`),
);
const held: ReadonlySet<string> = new Set(['w:r', 'm:r', 'm:oMath', 'm:oMathPara']);
/** A sign of a text: a reference, a line end, any other. */
const sign = /&[^;]*;|\r\n|[^]/gu;
const isRun = (name: string): boolean => name === 'w:r' || name === 'm:r';

/** Reads the runs of a part, counting what the reader of Word files counts. @param wanted the runs whose characters are asked for */
export function partRuns(xml: string, wanted: ReadonlySet<number>): PartRuns {
  const runs: Changing<WordRun>[] = [];
  const marks = new Map<string, NoteMark>();
  const skips = new DocxSkips();
  const path: { readonly tag: XmlTag; readonly run?: WordRun; readonly holder?: Changing<Holder> }[] = [];
  const open: Changing<WordRun>[] = [];
  const holders: Changing<Holder>[] = [];
  let [root, close, lastComment]: [XmlTag | undefined, number, number] = [undefined, xml.length, -1];
  let note: string | undefined;

  /** Counts characters of the open run; within its own pieces only, it can be cut between them. */
  const count = (length: number, span: XmlSpan, isLoose: boolean): void => {
    const run = open.at(-1);
    if (run && wanted.has(run.index) && run.pieces.length > 0 && length > 0)
      run.signs.push({ ...span, length, piece: run.pieces.length - 1, isLoose });
  };
  const beginRun = (tag: XmlTag): WordRun => {
    const [holder] = holders;
    const span = { start: tag.start, end: tag.end };
    const own = { index: runs.length, tag, ...span, head: span, pieces: [], signs: [], holder, note };
    runs.push(own);
    open.push(own);
    return own;
  };
  const beginPiece = (tag: XmlTag, run: WordRun | undefined): void => {
    if (run && path.at(-1)?.run === run && tag.name !== 'w:rPr')
      run.pieces.push({
        tag,
        name: tag.name,
        start: tag.start,
        end: tag.end,
        close: tag.end,
        inner: tag.end,
      });
  };
  const mark = (tag: XmlTag): void => {
    const [, kind] = /^w:(footnote|endnote)Reference$/.exec(tag.name) ?? [];
    const run = open.at(-1);
    const key = `${kind} ${tag.attributes['id'] ?? ''}`;
    if (kind && run && !marks.has(key)) marks.set(key, { run, piece: run.pieces.length - 1 });
  };

  scanXml(xml, {
    open(tag) {
      const { name, attributes } = tag;
      const parent = path.at(-1)?.tag.name ?? '';
      root ??= tag;
      if (ofComments.has(name)) lastComment = Math.max(lastComment, Number(attributes['id'] ?? -1));
      const isSkipped = skips.open(name, parent, attributes);
      const run = open.at(-1);
      beginPiece(tag, run);
      if (name === 'w:footnote' || name === 'w:endnote') note = `${name.slice(2)} ${attributes['id'] ?? ''}`;
      const begun = isRun(name) ? beginRun(tag) : undefined;
      const holder = held.has(name) ? { tag, start: tag.start, end: tag.end } : undefined;
      if (holder) holders.push(holder);
      if (!isSkipped && parent !== 'w:tabs') {
        if (name === 'w:sym')
          count(symbolOf(attributes['font'] ?? '', attributes['char'] ?? '').length, tag, false);
        else if (single.has(name)) count(1, tag, false);
        mark(tag);
      }
      path.push({ tag, ...(begun && { run: begun }), ...(holder && { holder }) });
    },
    close(_, { start, end }) {
      const ended = path.pop();
      if (!ended) return;
      skips.close(ended.tag.name);
      if (path.length === 0) close = start;
      if (ended.holder) holders.pop();
      if (ended.holder) ended.holder.end = end;
      if (ended.run) {
        const own = open.pop();
        if (own) own.end = end;
        return;
      }
      const above = path.at(-1)?.run;
      if (!above) return;
      const run = open.at(-1);
      if (ended.tag.name === 'w:rPr' && run) run.head = { start: run.start, end };
      const piece: Changing<RunPiece> | undefined = run?.pieces.at(-1);
      if (ended.tag.name === 'w:rPr' || !piece) return;
      piece.close = start;
      piece.end = end;
    },
    text({ start, end }, isVerbatim) {
      const inside = path.at(-1)?.tag.name;
      if (skips.isSkipping || (inside !== 'w:t' && inside !== 'm:t')) return;
      const isOwn = !isVerbatim && inside === 'w:t' && path.at(-2)?.run !== undefined;
      for (const found of xml.slice(start, end).matchAll(sign)) {
        const at = start + found.index;
        count(lengthOf(found[0]), { start: at, end: at + found[0].length }, isOwn);
      }
    },
  });
  return { runs, marks, root, close, lastComment };
}

/** How many characters a sign of a text stands for. */
function lengthOf(written: string): number {
  if (!written.startsWith('&')) return written === '\r\n' ? 1 : written.length;
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(written) ?? [];
  const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
  return code > 0xffff ? 2 : 1;
}
