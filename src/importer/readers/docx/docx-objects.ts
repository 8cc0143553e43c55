import type { UnreadPiece } from '../../block.ts';
import type { XmlAttributes } from './xml.ts';

type Object = Omit<UnreadPiece, 'at'>;

/** Pictures, diagrams, charts and embedded documents of a Word file: they are not taken over, and said by what they are called. */
export class DocxObjects {
  readonly #related: (id: string) => string;
  /** What the drawing says of itself that is open. */
  #alternative = '';

  /** @param related what a part is related to, by an id */
  constructor(related: (id: string) => string) {
    this.#related = related;
  }

  /** What an element stands for, undefined where it is none of these. */
  read(name: string, attributes: XmlAttributes, path: readonly string[]): Object | undefined {
    const { id = '', embed = '', link = '', dm = '', descr, title, alt, ProgID = '' } = attributes;
    const called = (from: string): string => this.#alternative || this.#related(from);
    switch (name) {
      case 'docPr':
        this.#alternative = descr || title || '';
        return undefined;
      case 'shape':
        this.#alternative = alt ?? '';
        return undefined;
      case 'blip':
        return { text: called(embed || link), why: 'picture' };
      case 'imagedata':
        // the preview of an embedded document is no picture of its own
        return path.includes('w:object') ? undefined : { text: title || called(id), why: 'picture' };
      case 'relIds':
        return { text: this.#related(dm) || this.#alternative, why: 'diagram' };
      case 'chart':
        return { text: called(id), why: 'chart' };
      case 'OLEObject':
        return { text: [ProgID, this.#related(id)].filter((each) => each !== '').join(' '), why: 'embedded' };
      case 'w:altChunk':
      case 'w:subDoc':
        return { text: this.#related(id), why: 'embedded' };
      default:
        return undefined;
    }
  }
}
