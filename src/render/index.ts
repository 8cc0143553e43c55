import type { Renderer } from './renderer.ts';

/** Every format of reports, by name; each loads its own code. */
export const formats: Readonly<Record<string, { readonly extension: string; readonly load: () => Promise<Renderer> }>> = {
  md: { extension: 'md', load: async () => (await import('./markdown.ts')).markdown },
  html: { extension: 'html', load: async () => (await import('./html.ts')).html },
};
