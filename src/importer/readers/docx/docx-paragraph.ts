import type { BlockGroup } from '../block-tree.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import type { DocxStyles, ParagraphMarks } from './docx-styles.ts';
import { textAndOrigin } from '../../text/traced-blocks.ts';
import { Traced } from '../../text/traced.ts';
import { Runs } from '../runs.ts';

const han = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’';
/** Beside a Chinese character the end of a line is no space: 总结和⏎2019年. */
const beside = new RegExp(`[${han}]`, 'u');
const tidy = (text: Traced): Traced => {
  const words = text.text;
  return text
    .replaceAll(/\n+/g, (found, at) =>
      beside.test(words.charAt(at - 1)) || beside.test(words.charAt(at + found.length))
        ? ''
        : ' '.repeat(found.length),
    )
    .trim();
};

/** What is known of every paragraph of a document. */
export interface Context {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** Whether what is read stands apart: a header, a footer. */
  readonly apart: boolean;
  /** Which of the parts that were read it is, from 0. */
  readonly part: number;
  /** What the part is related to, by the id of the relation: the name of a file, or the text of a diagram. */
  readonly related: (id: string) => string;
}

/** A paragraph of Word as its elements come. */
export class DocxParagraph {
  style: string | undefined;
  readonly marks: ParagraphMarks = {};
  /** Whether its end is deleted, so that the next paragraph goes on with it. */
  joined = false;
  /** Whether its end is hidden (a style separator), so that it is a title in the line of the text that follows. */
  runIn = false;
  readonly #runs: Runs;
  readonly #context: Context;
  readonly #into: BlockGroup;
  #number: string | undefined;
  #level: number | undefined;
  #counted = false;

  /** @param before the text of paragraphs whose end is deleted */
  constructor(context: Context, into: BlockGroup, before?: DocxParagraph) {
    this.#context = context;
    this.#into = into;
    this.#runs = before ? before.#runs : new Runs(tidy);
  }

  get bold(): boolean {
    return this.#context.styles.bold(this.style);
  }

  /** Level of a heading, 0 for a title; what it says itself goes before its style. */
  get heading(): number | undefined {
    const { outline } = this.marks;
    return outline === undefined
      ? this.#context.styles.heading(this.style)
      : outline < 9
        ? outline + 1
        : undefined;
  }

  /** The text that was added last. */
  last = '';

  add(text: Traced, bold: boolean): void {
    this.last = text.text;
    this.#runs.add(text, bold);
  }

  /** A line break: it ends a paragraph, but not a heading. */
  break(sign: Traced): void {
    if (this.heading === undefined) this.flush();
    else this.#runs.add(sign, false);
  }

  /** Counts its number, once, and hands on its text so far. */
  flush(): void {
    if (!this.#counted) this.#count();
    const plain = this.#runs.take();
    if (!plain) return;
    const { heading } = this;
    const text = new Traced(plain.text, plain.origin);
    const isContents = this.#context.styles.isContents(this.style);
    const apart = this.#context.apart || isContents;
    this.#into.items.push({
      kind: 'paragraph',
      ...textAndOrigin(this.runIn && heading !== undefined ? text.replaceAll(/[。.]$/g, () => '') : text),
      ...(heading !== undefined && { heading }),
      ...(heading === undefined && plain.bold !== undefined && { bold: plain.bold }),
      ...(this.#number && { number: this.#number }),
      ...(this.#level !== undefined && heading === undefined && { item: this.#level }),
      ...(apart && { apart }),
      ...(isContents && { isContents }),
    });
    this.#number = undefined;
  }

  #count(): void {
    this.#counted = true;
    const { styles, numbering } = this.#context;
    const styled = styles.list(this.style);
    const list = this.marks.list ?? styled?.list;
    if (list === undefined || list === '0') return;
    const level =
      this.marks.level ??
      (styled?.list === list ? (styled.level ?? numbering.levelOf(list, styled.style)) : undefined) ??
      0;
    this.#number = numbering.next(list, level);
    if (this.#number !== undefined) this.#level = level;
  }
}
