/** A text without its front matter: the line that it begins in, from 1, and what the front matter says of title and language. */
export interface FrontMatter {
  readonly body: string;
  readonly line: number;
  readonly title?: string;
  readonly language?: string;
}

/**
 * Takes the front matter off a text with the line ends `\n`: YAML between `---` and `---` at its very beginning. Only simple values of `title` and `language`
 * are read; lines that are no YAML make it no front matter.
 */
export function frontMatter(text: string): FrontMatter {
  const [all, yaml = ''] = /^---[ \t]*\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  const lines = yaml.split('\n').filter((line) => line.trim() !== '');
  if (
    all === undefined ||
    lines.length === 0 ||
    !lines.every((line) => /^(?:[\p{L}\w"'.-][\p{L}\w"' .-]*:(?:\s|$)|\s|#|- )/u.test(line))
  )
    return { body: text, line: 1 };
  const valueOf = (keys: string): string | undefined => {
    const [, quote, value = ''] =
      new RegExp(`^(?:${keys}):[ \\t]+(["']?)([^\\n]*?)\\1[ \\t]*$`, 'imu').exec(yaml) ?? [];
    return quote === undefined || /^[|>[{&*]/.test(value) ? undefined : value || undefined;
  };
  const title = valueOf('title|标题');
  const language = valueOf('lang|language|语言');
  return {
    body: text.slice(all.length),
    line: all.split('\n').length,
    ...(title && { title }),
    ...(language && { language }),
  };
}
