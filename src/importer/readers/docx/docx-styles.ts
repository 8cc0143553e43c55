import { readXml, type XmlAttributes } from './xml.ts';

/** What a paragraph or its style says of its place: undefined where it says nothing. */
export interface ParagraphMarks {
  /** 0 to 8 are levels of headings, 9 is text. */
  outline?: number;
  list?: string;
  level?: number;
}

interface Style extends ParagraphMarks {
  readonly id: string;
  name: string;
  base?: string;
  bold?: boolean;
  hidden?: boolean;
  /** `superscript`, `subscript` or `baseline`. */
  script?: string;
}

/** Whether a property that is on or off is on. */
export const isOn = ({ val = 'true' }: XmlAttributes): boolean => !/^(?:0|false|off|none)$/.test(val);

/** Reads `outlineLvl`, `numId` and `ilvl` into marks. */
export function markParagraph(marks: ParagraphMarks, name: string, { val = '' }: XmlAttributes): void {
  if (name === 'w:outlineLvl') marks.outline = Number(val);
  if (name === 'w:numId') marks.list = val;
  if (name === 'w:ilvl') marks.level = Number(val);
}

/** What the styles of a document say, what they are based on included. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  #usual: string | undefined;

  constructor(bytes: Uint8Array | undefined) {
    let style: Style | undefined;
    const open = (name: string, attributes: XmlAttributes): void => {
      const { val = '' } = attributes;
      if (name === 'w:style') {
        style = { id: attributes['styleId'] ?? '', name: '' };
        if (
          attributes['type'] === 'paragraph' &&
          attributes['default'] !== undefined &&
          isOn({ val: attributes['default'] })
        )
          this.#usual = style.id;
      } else if (!style) return;
      else if (name === 'w:name') style.name = val;
      else if (name === 'w:basedOn') style.base = val;
      else if (name === 'w:b') style.bold = isOn(attributes);
      else if (name === 'w:vanish') style.hidden = isOn(attributes);
      else if (name === 'w:vertAlign') style.script = val;
      else markParagraph(style, name, attributes);
    };
    const close = (name: string): void => {
      if (name !== 'w:style' || !style) return;
      this.#styles.set(style.id, style);
      style = undefined;
    };
    if (bytes) readXml(bytes, { open, close });
  }

  /** A style and those that it is based on, nearest first; without an id, the usual style. */
  chain(id: string | undefined): readonly Style[] {
    const chain: Style[] = [];
    for (
      let style = this.#styles.get(id ?? this.#usual ?? '');
      style && !chain.includes(style) && chain.length < 50;
      style = this.#styles.get(style.base ?? '')
    )
      chain.push(style);
    return chain;
  }

  bold(id: string | undefined): boolean {
    return this.chain(id).find(({ bold }) => bold !== undefined)?.bold ?? false;
  }

  /** Whether text of a style is hidden. */
  hidden(id: string | undefined): boolean {
    return this.#said(id, ({ hidden }) => hidden) ?? false;
  }

  /** Whether text of a style stands above or below the line. */
  script(id: string | undefined): string | undefined {
    return this.#said(id, ({ script }) => script);
  }

  /** What a style, or the nearest that it is based on, says. */
  #said<Value>(id: string | undefined, what: (style: Style) => Value | undefined): Value | undefined {
    for (const style of this.chain(id)) {
      const value = what(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Level of a heading by its style: 1 to 9, 0 for the title of the document, undefined for text. */
  heading(id: string | undefined): number | undefined {
    for (const { name, outline } of this.chain(id)) {
      if (/^(?:title|标题|文档标题|公文标题)$/i.test(name)) return 0;
      const level = /^(?:heading|标题|標題)\s*([1-9])$/i.exec(name)?.[1];
      if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
      if (level) return Number(level);
    }
    return undefined;
  }

  /** The list that a style puts its paragraphs in, with the style that says so. */
  list(
    id: string | undefined,
  ): { readonly list: string; readonly level: number | undefined; readonly style: string } | undefined {
    const chain = this.chain(id);
    const style = chain.find(({ list }) => list !== undefined);
    return style?.list === undefined
      ? undefined
      : { list: style.list, level: chain.find(({ level }) => level !== undefined)?.level, style: style.id };
  }

  /** Whether it is the style of a table of contents. */
  isContents(id: string | undefined): boolean {
    return this.chain(id).some(({ name }) => /^(?:toc|目录|目錄)\s*[1-9]$/i.test(name));
  }
}
