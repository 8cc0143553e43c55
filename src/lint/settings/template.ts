import type { Template } from '../../assets.ts';
import type { Diagnostic, Path, Words } from '../../diagnostic.ts';
import type { Rule } from '../../rules/rule.ts';
import { readForm } from './read-settings.ts';
import type { Levels } from './levels.ts';

/** A template of a project’s own, with the text of its draft. */
export interface OwnTemplate extends Template {
  readonly draft: string;
  /** The file that it was read from. */
  readonly file: string;
}

/** A template that was read, or what is wrong with it. */
export type TemplateRead =
  { readonly template: OwnTemplate } | { readonly diagnostics: readonly Diagnostic[] };

interface Written
  extends Omit<Template, 'name' | 'requires' | 'rules'>, Partial<Pick<Template, 'requires' | 'rules'>> {
  readonly name?: Partial<Words>;
  readonly draft: string;
}

/** Reads a template’s file. Whatever is wrong with it is an error with its place; of rules of plugins only where all that there are, `known`, are given. */
export function readTemplate(file: string, text: string, known?: readonly Rule[]): TemplateRead {
  const levels = (data: unknown): readonly [Path, Levels][] => [
    [[file, 'rules'], (data as { rules?: Levels }).rules ?? {}],
  ];
  const { source, diagnostics } = readForm(file, text, 'template', levels, known);
  if (diagnostics.length > 0) return { diagnostics };
  const { name = {}, requires = [], rules = {}, ...rest } = source.data as Written;
  const words: Words = { en: name.en ?? name.zh ?? rest.id, zh: name.zh ?? name.en ?? rest.id };
  return { template: { ...rest, name: words, requires, rules, file } };
}
