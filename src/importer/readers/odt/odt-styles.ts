import type { XmlAttributes, XmlSink } from '../docx/xml.ts';
import type { OdtLists } from './odt-lists.ts';

export interface OdtStyle {
  readonly parent: string | undefined;
  readonly list: string | undefined;
  readonly outline: number | undefined;
  bold?: boolean;
  hidden?: boolean;
  script?: 'sup' | 'sub';
}

/** The styles of an OpenDocument text, of both its parts, and those of its lists. */
export class OdtStyles implements XmlSink {
  readonly #styles = new Map<string, OdtStyle>();
  readonly #lists: OdtLists;
  #style: OdtStyle | undefined;
  #list: string | undefined;

  constructor(lists: OdtLists) {
    this.#lists = lists;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style') this.#begin(attributes);
    else if (name === 'text-properties' && this.#style) describe(this.#style, attributes);
    else if (name === 'list-style') this.#list = attributes['name'] ?? '';
    else if (name === 'outline-style') this.#list = OUTLINE;
    else if (/^(?:list-level-style-number|outline-level-style)$/.test(name) && this.#list !== undefined)
      this.#lists.level(this.#list, attributes);
  }

  close(name: string): void {
    if (name === 'style') this.#style = undefined;
    if (name === 'list-style' || name === 'outline-style') this.#list = undefined;
  }

  #begin(attributes: XmlAttributes): void {
    const { name = '', 'parent-style-name': parent, 'list-style-name': list } = attributes;
    const outline = Number(attributes['default-outline-level']) || undefined;
    this.#style = { parent, list: list || undefined, outline };
    this.#styles.set(name, this.#style);
  }

  /** What a style, or the nearest that it is based on, says. */
  said<Value>(name: string | undefined, what: (style: OdtStyle) => Value | undefined): Value | undefined {
    let next = name;
    for (let depth = 0; next !== undefined && depth < 50; depth += 1) {
      const style = this.#styles.get(next);
      const value = style && what(style);
      if (value !== undefined) return value;
      next = style?.parent;
    }
    return undefined;
  }

  /** Whether a paragraph is styled as the title of the document. */
  isTitle(name: string | undefined): boolean {
    let next = name;
    for (let depth = 0; next !== undefined && depth < 50; depth += 1) {
      if (/^(?:Title|标题)$/.test(next)) return true;
      next = this.#styles.get(next)?.parent;
    }
    return false;
  }
}

/** The list that numbers headings. */
export const OUTLINE = ' outline';

function describe(style: OdtStyle, attributes: XmlAttributes): void {
  const weight = attributes['font-weight'] ?? attributes['font-weight-asian'];
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
  if (attributes['display'] !== undefined) style.hidden = attributes['display'] === 'none';
  const position = attributes['text-position'];
  if (position?.startsWith('super') || Number.parseFloat(position ?? '0') > 0) style.script = 'sup';
  if (position?.startsWith('sub') || Number.parseFloat(position ?? '0') < 0) style.script = 'sub';
}
