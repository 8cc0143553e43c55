import type { Calendar } from '../../dates/calendar.ts';
import type { Language } from '../../diagnostic.ts';
import { text, type DraftEntry, type DraftScalar } from '../../scaffold/emit.ts';
import type { Metadata } from './metadata.ts';

/** What a draft is called and who it is of, as far as the document or the command line say it. */
export interface DraftOptions {
  readonly keys: Language;
  /** The title as the draft is to have it. */
  readonly title: DraftScalar;
  readonly organization: string;
  readonly template: string | undefined;
  /** Where the editor finds the schema. */
  readonly schema: string;
  /** What the file was made from, for the comment at its head. */
  readonly from: string;
  /** How the project counts its years: what differs from that stands in the draft. */
  readonly given: Calendar;
  /** Whether the month in which years begin was read from the text. */
  readonly isStartRead: boolean;
}

/** The comments at the head of a draft, without `#`. */
export const headComments = ({ schema, from, keys }: DraftOptions): readonly string[] => [
  schemaComment(schema),
  keys === 'zh'
    ? `由 ${from} 导入。注释写“核对”的，请人工核对。`
    : `Made from ${from}. Lines that begin with “check” are for a person to look at.`,
];

/** The comment that tells editors where the schema is, without `#`. */
export const schemaComment = (schema: string): string =>
  `yaml-language-server: $schema=${schema.replaceAll(/\s/g, encodeURIComponent)}`;

/** A comment for a person to look at. */
export const check = (keys: Language, en: string, zh: string): string =>
  keys === 'zh' ? `核对：${zh}` : `check: ${en}`;

const namedBodies = (keys: Language, bodies: readonly string[]): string => {
  const [open, close] = ['“', '”'];
  const all = bodies.map((body) => open + body + close);
  return check(keys, `the document names ${all.join(' and ')}`, `原文写的是${all.join('、')}`);
};

/** What a draft says of itself before its parts. */
export function headOf(
  metadata: Metadata,
  options: DraftOptions,
  numbering: readonly DraftEntry[],
): DraftEntry[] {
  const { keys, title, organization, template } = options;
  const { signed, bodies, language, documentNumber } = metadata;
  const entries: DraftEntry[] = [
    { key: 'schema', value: { kind: 'figure', text: '1' } },
    { key: 'title', value: title },
    {
      key: 'organization',
      value: text(organization),
      notes: bodies.length === 0 ? [] : [namedBodies(keys, bodies)],
    },
    ...yearsOf(metadata, options),
  ];
  if (language !== keys) entries.push({ key: 'language', value: text(language) });
  if (signed !== undefined) entries.push({ key: 'dated', value: text(signed) });
  if (documentNumber !== undefined) entries.push({ key: 'document-number', value: text(documentNumber) });
  if (template !== undefined) entries.push({ key: 'template', value: text(template) });
  return [...withPosted(entries, metadata, keys), ...numbering];
}

/** The day on which a page was posted may be that of publication: a person takes the `#` away. */
function withPosted(
  entries: readonly DraftEntry[],
  { posted }: Metadata,
  keys: Language,
): readonly DraftEntry[] {
  if (posted === undefined) return entries;
  const last = entries.at(-1) as DraftEntry;
  const line =
    keys === 'zh'
      ? `发布日期: ${posted} # 去掉行首的 # 即为定稿`
      : `published: ${posted} # without the first # the report is final`;
  return [...entries.slice(0, -1), { ...last, notes: [...(last.notes ?? []), line] }];
}

/** What is said of a year that is a guess. */
const guesses = {
  text: { en: 'the year is a guess from the text', zh: '年度由正文推定' },
  day: {
    en: 'the text names no year; this one is a guess from the date of the document',
    zh: '原文没有写年度，由成文日期推定',
  },
  today: {
    en: 'the text names no year; this one is a guess from today’s date',
    zh: '原文没有写年度，由导入当天的日期推定',
  },
} as const;

/** The year, and where it begins if that is not what the project says; what was read from the text is to be looked at. */
function yearsOf(
  { year, yearGuess, calendar, startUnknown }: Metadata,
  { keys, given, isStartRead }: DraftOptions,
): DraftEntry[] {
  const notes = [
    ...(yearGuess === undefined ? [] : [check(keys, guesses[yearGuess].en, guesses[yearGuess].zh)]),
    ...(startUnknown
      ? [
          check(
            keys,
            'the text counts in fiscal years; add year-start, the month in which they begin',
            '原文按财年计，请补写“年度起”，即财年从几月起算',
          ),
        ]
      : []),
  ];
  const entries: DraftEntry[] = [{ key: 'year', value: text(String(year)), notes }];
  if (calendar.start !== given.start)
    entries.push({
      key: 'year-start',
      value: text(String(calendar.start)),
      notes: isStartRead ? [check(keys, 'read from the text', '由正文推定')] : [],
    });
  if (calendar.named !== given.named) entries.push({ key: 'year-named', value: text(calendar.named) });
  return entries;
}
