import type { Renderer } from './renderer.ts';

/** Every format of reports, by name; each loads its own code. An export is for other programs: it carries no stamp, and mistakes of the report do not stop it. */
export const formats: Readonly<
  Record<
    string,
    { readonly extension: string; readonly export?: true; readonly load: () => Promise<Renderer> }
  >
> = {
  md: { extension: 'md', load: async () => (await import('./markdown.ts')).markdown },
  text: { extension: 'txt', export: true, load: async () => (await import('./text.ts')).text },
  html: { extension: 'html', load: async () => (await import('./html.ts')).html },
};
