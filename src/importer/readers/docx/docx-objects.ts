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
    if (name === 'docPr') this.#alternative = attributes['descr'] || attributes['title'] || '';
    if (name === 'shape') this.#alternative = attributes['alt'] ?? '';
    return this.#pictureOf(name, attributes, path) ?? this.#documentOf(name, attributes);
  }

  /** What it is called by its author, else the file that holds it. */
  #called(id: string): string {
    return this.#alternative || this.#related(id);
  }

  #pictureOf(
    name: string,
    { id = '', embed, link = '', title }: XmlAttributes,
    path: readonly string[],
  ): Object | undefined {
    if (name === 'blip') return { text: this.#called(embed ?? link), why: 'picture' };
    // the preview of an embedded document is no picture of its own
    if (name === 'imagedata' && !path.includes('w:object'))
      return { text: title || this.#called(id), why: 'picture' };
    return name === 'chart' ? { text: this.#called(id), why: 'chart' } : undefined;
  }

  #documentOf(name: string, { id = '', dm = '', ProgID = '' }: XmlAttributes): Object | undefined {
    if (name === 'relIds') return { text: this.#related(dm) || this.#alternative, why: 'diagram' };
    if (name === 'OLEObject')
      return { text: [ProgID, this.#related(id)].filter((each) => each !== '').join(' '), why: 'embedded' };
    return name === 'w:altChunk' || name === 'w:subDoc'
      ? { text: this.#related(id), why: 'embedded' }
      : undefined;
  }
}
