import { audiences, type Format } from '../messages/formats.ts';

const { people, spreadsheets, documents, programs, word } = audiences;

/** The formats of the check table, by name; `check-table-formats.ts` writes them. */
export const figuresFormats = {
  text: { audience: people },
  csv: { audience: spreadsheets },
  md: { audience: documents },
  json: { audience: programs },
} as const satisfies Readonly<Record<string, Format>>;

/** The formats of the ledger, by name; `status-formats.ts` writes them, but for those of the bulletin alone. */
export const statusFormats = {
  ...figuresFormats,
  docx: { audience: word },
} as const satisfies Readonly<Record<string, Format>>;

/** The formats of the changes between drafts, by name; `diff-formats.ts` writes them. */
export const diffFormats = {
  text: { audience: people },
  md: { audience: documents },
  json: { audience: programs },
} as const satisfies Readonly<Record<string, Format>>;
