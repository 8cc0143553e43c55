import { Reading } from '../reading/reading.ts';
import { dirname, relative, resolve } from 'node:path';
import { type PartKind, type Template } from '../assets.ts';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { isStandardOutput, type Io } from '../io.ts';
import { splitDraft } from '../lint/shape/layout.ts';
import { lint } from '../lint/lint.ts';
import { besideDraft } from '../model/report.ts';
import { inFile, newFilesOf, type OwnFile } from '../scaffold/own-files.ts';
import type { OwnTemplate } from '../lint/settings/template.ts';
import { yearName, type Calendar } from '../dates/calendar.ts';
import { newMessages } from '../messages/new.ts';
import { carryOver, nextTitle, type CarryOptions } from '../scaffold/carry.ts';
import { drafts } from '../scaffold/drafts.generated.ts';
import { scaffold, unnamedOrganization, usualTitle } from '../scaffold/scaffold.ts';
import type { Answers } from './answers.ts';
import type { LastYear } from './last-year.ts';
import { schemaAddress, sectionHead } from './schema-address.ts';
import { isOwn, templateNamed, usualTemplate, withOwn } from './templates.ts';

/** What is known of a new draft before its text is made. */
export interface About extends Answers {
  readonly last: LastYear | undefined;
  /** The project’s own templates. */
  readonly own: readonly OwnTemplate[];
  /** How the project counts its years. */
  readonly calendar: Calendar;
}

/** The same, with where it will stand. */
export interface NewDraft extends About {
  readonly year: number;
  readonly out: string;
  readonly version: string;
  /** The language of the run, which a draft is in where nobody says otherwise. */
  readonly lang: Language;
}

/** What a draft is called, and who writes it, where nobody says otherwise. */
export function usual(
  { year, template, organization, last, language, own, calendar }: About,
  io: Io,
): { readonly organization: string; readonly title: string } {
  if (last) {
    const name = organization ?? last.report.data.organization ?? '';
    return { organization: name, title: nextTitle(last.report, name) };
  }
  const kind = template === undefined ? usualTemplate(language ?? 'en') : templateNamed(io, template, own);
  const name = organization ?? unnamedOrganization(kind);
  return { organization: name, title: usualTitle(kind, name, year ?? 0, calendar) };
}

/** The texts of a new draft: its own, its section files by name, and what is said once they are written. */
export interface NewTexts {
  readonly text: string;
  readonly sections: ReadonlyMap<string, string>;
  readonly done: Words;
}

/** The text of a new draft, and what is said once it is written. @throws UserError where its language and its template differ. */
export function newDraftOf(draft: NewDraft, io: Io): NewTexts {
  const template = draft.template === undefined ? undefined : templateNamed(io, draft.template, draft.own);
  return draft.last
    ? carriedText(draft, draft.last, template, io)
    : freshText(draft, template ?? usualTemplate(draft.language ?? draft.lang), io);
}

function carriedText(draft: NewDraft, last: LastYear, template: Template | undefined, io: Io): NewTexts {
  const { year, title, out, own, version } = draft;
  const { report, file } = last;
  const reading = new Reading(report);
  checkLanguage(draft, last, template);
  const kept = keptTemplate(draft, last, io);
  const kind = template ?? withOwn(own).find(({ id }) => id === kept);
  const about = usual(draft, io);
  const options: CarryOptions = {
    organization: about.organization,
    title: title ?? about.title,
    template: template ? referenceTo(template, draft, io) : kept,
    previous: fromDraft(io, out, file),
    schema: schemaAddress(io, out, report.keys, version),
    parts: kind ? requiredParts(kind) : [],
  };
  const keeping = isStandardOutput(out) ? undefined : carryOver(reading, { ...options, keepsFiles: true });
  const filed = keeping && inOwnFiles(draft, keeping.text, keeping.ownFiles, last, io);
  const { text, carried } = keeping && filed ? keeping : carryOver(reading, options);
  const texts = filed ?? new Map([[out, text]]);
  const sections = new Map([...texts].filter(([name]) => name !== out));
  return {
    text: texts.get(out) ?? text,
    sections,
    done: newMessages.carried({
      out,
      years: [yearName(year, report.calendar), yearName(year + 1, report.calendar)],
      last,
      carried,
    }),
  };
}

/** @throws UserError where another language is asked for than last year’s draft is in, or a template of another. */
function checkLanguage(
  { language }: NewDraft,
  { report, file }: LastYear,
  template: Template | undefined,
): void {
  if (language !== undefined && language !== report.keys)
    throw new UserError(newMessages.otherDraft(file, report.keys));
  if (template !== undefined && template.keys !== report.keys)
    throw new UserError(newMessages.otherTemplate(file, template.id, report.keys));
}

/** Parts that a report of this kind is to have. */
const requiredParts = ({ requires }: Template): PartKind[] =>
  requires
    .filter(({ section, severity }) => section === undefined && severity !== 'info')
    .map(({ part }) => part);

/** A draft with last year’s layout: sections that stood in files of their own do so again, below a folder of the new year; undefined where one cannot. */
function inOwnFiles(
  { out, year, version }: NewDraft,
  text: string,
  ownFiles: readonly OwnFile[],
  { report, file }: LastYear,
  io: Io,
): ReadonlyMap<string, string> | undefined {
  const linted = lint(out, text, () => undefined, { rules: [] });
  const sections = linted.report?.sections ?? [];
  const apart = resolve(io.cwd, dirname(out)) !== resolve(io.cwd, dirname(file));
  const files = newFilesOf(ownFiles, { last: report.data.year ?? 0, year, apart, keys: report.keys });
  const moves = ownFiles.flatMap((own) => {
    const path = inFile(out, own);
    const section = sections.find((each) => each.path.join('\n') === path.join('\n'));
    return section ? [{ section, file: files.get(own) ?? own.file }] : [];
  });
  const head = (name: string): string => sectionHead(io, besideDraft(out, name), report.keys, version);
  const { texts, left } = splitDraft(linted, moves, head, () => undefined, { rules: [] });
  return left.length === 0 && moves.length === ownFiles.length ? new Map([[out, text], ...texts]) : undefined;
}

function freshText(draft: NewDraft, template: Template, io: Io): NewTexts {
  const { year, out, language, version, calendar } = draft;
  if (language !== undefined && template.keys !== language)
    throw new UserError(newMessages.otherLanguage(template.id, template.keys));
  const about = usual({ ...draft, template: draft.template ?? template.id }, io);
  const text = scaffold(isOwn(template) ? template.draft : (drafts[template.id] ?? ''), {
    organization: about.organization,
    title: draft.title ?? about.title,
    year,
    template: referenceTo(template, draft, io),
    schema: schemaAddress(io, out, template.keys, version),
    calendar,
  });
  return {
    text,
    sections: new Map(),
    done: newMessages.fresh({ out, years: [yearName(year, calendar), yearName(year + 1, calendar)] }),
  };
}

/** A template as a draft names it: by its id, or by its file where the project’s configuration does not know it. */
const referenceTo = (template: Template, { own, out }: NewDraft, io: Io): string =>
  isOwn(template) &&
  !own.some(({ id, file }) => id === template.id && resolve(io.cwd, file) === resolve(io.cwd, template.file))
    ? fromDraft(io, out, template.file)
    : template.id;

/** The template of last year’s draft; a file by its path from the new draft. */
function keptTemplate({ out }: NewDraft, { file, report }: LastYear, io: Io): string | undefined {
  const { template } = report.data;
  return template !== undefined && /\.ya?ml$/.test(template)
    ? fromDraft(io, out, resolve(io.cwd, dirname(file), template))
    : template;
}

/** A file as a draft names it: its path from the draft’s folder, with strokes. */
const fromDraft = (io: Io, out: string, file: string): string =>
  relative(dirname(resolve(io.cwd, out)), resolve(io.cwd, file)).replaceAll('\\', '/');
