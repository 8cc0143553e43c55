import type { Words } from '../diagnostic.ts';
import type { Renderer } from './renderer.ts';

/** A format of reports. */
export interface RenderFormat {
  /** What the help calls it. */
  readonly title: Words;
  /** The ending of its files, without the dot. */
  readonly extension: string;
  /** For other programs: it carries no stamp, and mistakes of the report do not stop it. */
  readonly export?: true;
  /** Whether a program of the machine has to print it: what `load` gives is what LibreOffice prints. */
  readonly printed?: true;
  readonly load: () => Promise<Renderer>;
}

/** Every format of reports, by name, in the order of the help; each loads its own code. */
export const formats: Readonly<Record<string, RenderFormat>> = {
  md: {
    title: { en: 'Markdown', zh: 'Markdown' },
    extension: 'md',
    load: async () => (await import('./markdown/markdown.ts')).markdownRenderer,
  },
  html: {
    title: { en: 'HTML', zh: '网页' },
    extension: 'html',
    load: async () => (await import('./html/html.ts')).htmlRenderer,
  },
  docx: {
    title: { en: 'Word', zh: 'Word' },
    extension: 'docx',
    load: async () => (await import('./docx.ts')).docxRenderer,
  },
  pdf: {
    title: { en: 'PDF', zh: 'PDF' },
    extension: 'pdf',
    printed: true,
    load: async () => (await import('./docx.ts')).docxRenderer,
  },
  text: {
    title: { en: 'plain text', zh: '纯文本' },
    extension: 'txt',
    export: true,
    load: async () => (await import('./text.ts')).textRenderer,
  },
};
