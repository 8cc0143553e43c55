import type { Reading } from '../reading/reading.ts';
import type { Ledger } from '../assets.ts';
import type { Picture } from '../model/published-files.ts';
import type { PrintedPlaces } from './printed-places.ts';

/** The files beside a draft, as a rendering needs them. */
export interface Files {
  /** A picture by its path from the draft’s folder; undefined where there is none. */
  readonly picture: (path: string) => Picture | undefined;
  /** Is told of a picture that stands in no folder of the draft, or is none. */
  readonly lacks: (path: string) => void;
  /** The address of a file from where the rendering is written. */
  readonly address: (path: string) => string;
}

/** How a document for print differs from what is usual in its language. */
export interface Paper {
  /** Top, right, bottom and left, in millimetres. */
  readonly margins?: readonly [number, number, number, number] | undefined;
  readonly pageNumbers?: 'outside' | 'center' | 'none' | undefined;
  /** An office’s own Word file, whose styles, size of paper and margins are taken. */
  readonly reference?: Uint8Array | undefined;
}

export interface RenderOptions {
  /** Of formats that have pages. */
  readonly paper?: Paper | undefined;
  /** Left out, no picture is found, and addresses count from the draft’s folder. */
  readonly files?: Files | undefined;
  /** Whether the rendering is stamped 草稿 / DRAFT. */
  readonly draft: boolean;
  /** Whether what is not published is printed too: lead offices, targets, outcomes. */
  readonly internal: boolean;
  /** Places of the draft that could not be read, in the words of its language; the rendering opens with them. */
  readonly unread?: readonly string[] | undefined;
  /** Is told where in the rendering each text of the draft stands, by formats that can say it. */
  readonly places?: PrintedPlaces | undefined;
  /** For whom the scorecard of targets is, by the kind of report; internal, if it is left out. */
  readonly ledger?: Ledger | undefined;
}

/** A format of reports that is text. */
export type TextRenderer = (reading: Reading, options: RenderOptions) => string;

/** A format of reports that is no text: a function to the bytes of a file. */
export type BytesRenderer = (reading: Reading, options: RenderOptions) => Uint8Array | Promise<Uint8Array>;

/** A format of reports: a pure function to a file. */
export type Renderer = TextRenderer | BytesRenderer;
