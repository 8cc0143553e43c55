import { findQuantities } from '../../quantity/scan/scan.ts';
import { escapedBody, tracedLiteral } from '../body.ts';
import type { SourceDocument, UnreadPiece } from '../block.ts';
import { noteNumber, noteSigns } from './note-signs.ts';
import { raised } from '../readers/scripts.ts';
import { tracedText } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** The notes of a document, as the bodies of a draft have them: `[^1]` in the text, the note below it. */
export class NoteTexts {
  readonly #notes: NonNullable<SourceDocument['notes']>;
  readonly #used = new Set<string>();

  constructor(notes: SourceDocument['notes']) {
    this.#notes = notes ?? new Map();
  }

  /** A text in which marks of notes are raised digits, where a draft has no notes: titles, cells, what is listed. */
  plain(text: Traced): Traced {
    if (this.#notes.size === 0) return text;
    return text.replaceAll(noteSigns, (sign) =>
      this.#notes.has(sign) ? raised(String(noteNumber(sign))) : sign,
    );
  }

  /** A body with the notes that its signs stand for, each once, below its text. */
  below(written: Traced): Traced {
    const body = this.#notes.size === 0 ? written : behindUnits(written);
    const signs = [...new Set(body.text.match(noteSigns) ?? [])].filter((sign) => this.#notes.has(sign));
    const said = new Set(signs.filter((sign) => this.#notes.get(sign)?.text.trim()));
    if (signs.length === 0) return body;
    for (const sign of said) this.#used.add(sign);
    const label = (sign: string): string => `[^${noteNumber(sign)}]`;
    const marked = body.replaceAll(noteSigns, (sign) =>
      said.has(sign) ? label(sign) : this.#notes.has(sign) ? '' : sign,
    );
    const notes = [...said].map((sign) => {
      const text = tracedText(this.#notes.get(sign) ?? { text: '', origin: undefined });
      const line = tracedLiteral(escapedBody(text.replaceAll(/\s+/g, () => ' ').trim()));
      return Traced.join([new Traced(`${label(sign)}: `), this.plain(line)]);
    });
    return notes.length === 0
      ? marked
      : Traced.join([
          marked,
          ...notes.map((note) => Traced.join([new Traced('\n'), note, new Traced('\n')])),
        ]);
  }

  /** The notes whose mark stands in no body, but in a title or in what was left out. */
  unread(at: number): UnreadPiece[] {
    return [...this.#notes].flatMap(([sign, { text }]) =>
      this.#used.has(sign) || text.trim() === ''
        ? []
        : [{ at, text: `${raised(String(noteNumber(sign)))} ${text}`, why: 'note' as const }],
    );
  }
}

/** No unit is longer. */
const LONGEST = 24;

/** A text in which no mark of a note parts a figure from its unit: 12¹公里 is 12公里¹. */
function behindUnits(body: Traced): Traced {
  const pieces: Traced[] = [];
  let done = 0;
  for (const { 0: signs, index } of body.text.matchAll(
    /(?<=[\d%％])[\u{F0001}-\u{FFFFD}]+(?=[\p{L}%％℃°])/gu,
  )) {
    const end = index + signs.length;
    const unit = unitBehind(
      body.text.slice(Math.max(done, index - LONGEST), index),
      body.text.slice(end, end + LONGEST),
    );
    if (unit === 0) continue;
    pieces.push(body.slice(done, index), body.slice(end, end + unit), body.slice(index, end));
    done = end + unit;
  }
  return done === 0 ? body : Traced.join([...pieces, body.slice(done)]);
}

/** How many characters behind a figure are its unit. */
function unitBehind(figure: string, behind: string): number {
  const number = figure.slice(figure.search(/(?<![\d.,])[\d.,]{1,24}$/));
  const [read] = findQuantities(number + behind);
  return read?.span[0] === 0 ? Math.max(0, read.span[1] - number.length) : 0;
}
