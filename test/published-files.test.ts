import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../src/model/published-files.ts';
import { folder, report } from './cli.ts';

const png = Uint8Array.from('\x89PNG\r\n\x1A\n0000', (sign) => sign.charCodeAt(0));
const draft = (body: string, more = ''): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - title: Roof\n      body: |\n${body.replace(/^/gm, '        ')}\n${more}`;
const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

/** What lint says of a draft: `line:column rule`. */
async function findings(cwd: string, file = 'a.report.yaml'): Promise<string[]> {
  const { stdout } = await report(cwd, ['lint', file, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; message: { en: string }; range: { start: { line: number; column: number } } }[];
  };
  return findings.map(
    ({ rule, message, range: { start } }) => `${start.line}:${start.column} ${rule} ${message.en}`,
  );
}

describe('pictures', () => {
  it('stand in the page itself, and in Markdown by their path from where it is written', async () => {
    const place = folder({
      'x/a.report.yaml': draft(
        '![The roof](pictures/the (old) 屋顶.png)'.replace('(p', '(<p').replace('g)', 'g>)'),
      ),
      'x/pictures/the (old) 屋顶.png': png,
    });
    expect(await report(place, ['lint', 'x'])).toMatchObject({ code: 0 });
    const { stdout } = await report(place, ['render', 'x/a.report.yaml', '--to', 'html']);
    expect(stdout).toContain(
      `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="The roof">`,
    );
    expect(stdout).toContain(`default-src 'none'; style-src 'sha256-`);
    expect(stdout).toMatch(/'; img-src data:; base-uri/);
    const path = 'pictures/the%20%28old%29%20%E5%B1%8B%E9%A1%B6.png';
    expect((await report(place, ['render', 'x/a.report.yaml'])).stdout).toContain(`![The roof](x/${path})`);
    await report(place, ['render', 'x/a.report.yaml', '--out', 'public/2017/a.md']);
    expect(readFileSync(join(place, 'public/2017/a.md'), 'utf8')).toContain(`![The roof](../../x/${path})`);
    expect((await report(place, ['render', 'x/a.report.yaml', '--to', 'text'])).stdout).toContain('The roof');
  });

  it('that are not there are errors at their path, refuse the report, and are gaps in a draft', async () => {
    const place = folder({
      'a.report.yaml': draft('![The roof](rof.png)\n![Yard](roof)\n![Gate](../gate.png)\n![Hall](list.png)'),
      'list.png': 'no picture',
      'roof/x.png': png,
    });
    expect(await findings(place)).toEqual([
      '9:21 images-found there is no picture “rof.png”',
      '10:17 images-found “roof” is a folder, not a picture',
      '11:17 images-found “../gate.png” stands outside the draft’s folder',
      '12:17 images-found “list.png” is not a picture that a page can show',
    ]);
    expect(await report(place, ['render', 'a.report.yaml', '--to', 'html'])).toMatchObject({
      code: 1,
      stdout: '',
    });
    const { code, stdout, stderr } = await report(place, ['render', 'a.report.yaml', '--draft']);
    expect(code).toBe(1);
    expect(stdout).toContain('\\[Picture missing: The roof, rof.png\\]');
    for (const name of ['rof.png', 'roof', '../gate.png', 'list.png'])
      expect(stderr).toContain(`the picture “${name}” is missing`);
  });

  it('never leave the draft’s folder, not by a link either', async () => {
    const place = folder({
      'outside.png': png,
      'in/a.report.yaml': draft(
        '![A](a.png) ![B](pics/outside.png) ![C](/etc/passwd) ![D](%2e%2e/outside.png)',
      ),
    });
    symlinkSync(join(place, 'outside.png'), join(place, 'in/a.png'));
    symlinkSync(place, join(place, 'in/pics'));
    expect((await findings(place, 'in/a.report.yaml')).map((line) => line.split('“')[1])).toEqual(
      ['a.png', 'pics/outside.png', '/etc/passwd', '%2e%2e/outside.png'].map(
        (path) => `${path}” stands outside the draft’s folder`,
      ),
    );
    expect(
      (await report(place, ['render', 'in/a.report.yaml', '--draft', '--to', 'html'])).stdout,
    ).not.toContain('<img');
  });

  it('of another site are a link: nothing is fetched, and nothing is lost', async () => {
    const place = folder({ 'a.report.yaml': draft('![Yard](https://example.org/yard.png)') });
    expect(await findings(place)).toEqual([
      '9:17 images-found the picture “https://example.org/yard.png” stands on another site; the report only links to it',
    ]);
    const { code, stdout } = await report(place, ['render', 'a.report.yaml', '--to', 'html']);
    expect({ code, img: stdout.includes('<img') }).toEqual({ code: 0, img: false });
    expect(stdout).toContain('<a href="https://example.org/yard.png">Yard</a>');
  });

  it('of a section file count from the draft’s folder, also where the section is taken by itself', async () => {
    const place = folder({
      'a.report.yaml': draft('Text.', '    - file: offices/x.section.yaml\n'),
      'offices/x.section.yaml': 'title: Yard\nbody: "![Yard](pics/yard.png)"\n',
      'pics/yard.png': png,
    });
    expect((await report(place, ['render', 'a.report.yaml'])).stdout).toContain('![Yard](pics/yard.png)');
    expect(await report(place, ['render', 'offices/x.section.yaml'])).toMatchObject({
      code: 0,
      stdout: '> DRAFT\n\n# Yard\n\n![Yard](pics/yard.png)\n',
    });
    expect(await findings(place, 'offices/x.section.yaml')).toEqual([]);
  });

  it.each([
    ['<script>alert(1)</script>', 'active'],
    ['<svg:script/>', 'active'],
    ['<rect onload="alert(1)"/>', 'active'],
    ['<rect\nonload=alert(1)/>', 'active'],
    ['<foreignObject/>', 'active'],
    ['<a href="javascript:alert(1)"/>', 'active'],
    ['<image href="https://example.org/a.png"/>', 'active'],
    ['<use xlink:href="other.svg#a"/>', 'active'],
    ['<style>@import "a.css";</style>', 'active'],
    ['<rect fill="url(https://example.org/#a)"/>', 'active'],
    ['<use href="#a"/><rect fill="url(#b)"/>', undefined],
    ['<image href="data:image/png;base64,AA=="/>', undefined],
    ['<text>on = off, scripted</text>', undefined],
  ])('in SVG are taken where they only draw: %s', (inner, lack) => {
    const picture = pictureOf(new TextEncoder().encode(svg(inner)));
    expect('lack' in picture ? picture.lack : undefined).toBe(lack);
  });

  it('are known by what they hold, not by their names', () => {
    const of = (bytes: string): unknown =>
      'type' in pictureOf(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))) ? 'picture' : 'none';
    expect(
      ['\x89PNG\r\n\x1A\n', '\xFF\xD8\xFF\xE0', 'GIF89a', 'RIFF0000WEBP', '0000ftypavif', 'BM0000'].map(of),
    ).toEqual(Array.from({ length: 6 }, () => 'picture'));
    expect(['<html><svg>', '%PDF-1.7', '', 'PNG'].map(of)).toEqual(Array.from({ length: 4 }, () => 'none'));
  });
});

describe('links to files', () => {
  it('lead from where the report is written to where the file is', async () => {
    const place = folder({
      'x/a.report.yaml': draft('See the [list](files/list.pdf#page=2) and [more](https://example.org/).'),
      'x/files/list.pdf': '%PDF',
    });
    expect(await findings(place, 'x/a.report.yaml')).toEqual([]);
    mkdirSync(join(place, 'out'));
    expect((await report(place, ['render', 'x/a.report.yaml', '--to', 'md,html', '--out', 'out'])).code).toBe(
      0,
    );
    expect(readFileSync(join(place, 'out/a.report.md'), 'utf8')).toContain(
      '[list](../x/files/list.pdf#page=2)',
    );
    expect(readFileSync(join(place, 'out/a.report.html'), 'utf8')).toContain(
      '<a href="../x/files/list.pdf#page=2">list</a>',
    );
  });

  it('to sections by their id lead to the heading of the page, that of the same part first', async () => {
    const part = (title: string, body: string): string =>
      `  sections:\n    - { title: First, body: One. }\n    - { id: roads, title: ${title}, body: "${body}" }\n`;
    const text = `schema: 1\ntitle: T\norganization: O\nyear: 2024\nsummary:\n${part('Roads', '[r](#roads) [p](#plan) [s](#plan-1) [n](#road)')}plan:\n${part('Roads', '[r](#roads)')}`;
    const place = folder({ 'a.report.yaml': text });
    expect(await findings(place)).toEqual(['8:81 links-found “#road” leads to no place of the page']);
    const { stdout } = await report(place, ['render', 'a.report.yaml', '--to', 'html']);
    expect(stdout).toContain('<a href="#summary-2">r</a> <a href="#plan">p</a> <a href="#plan-1">s</a>');
    expect(stdout).toContain('<p><a href="#plan-2">r</a></p>');
    for (const id of ['summary-2', 'plan', 'plan-1', 'plan-2']) expect(stdout).toContain(` id="${id}"`);
  });

  it('to what is not there, or not to be followed, are findings, and keep their words', async () => {
    const place = folder({
      'a.report.yaml': draft(
        '[a](no.pdf) [b](../x.pdf) [c](javascript:alert) [d]() [e](a b.pdf) [f](file:///etc/passwd) [g](#summary) [h](#plan)',
      ),
    });
    writeFileSync(join(place, 'x.pdf'), '');
    expect((await findings(place)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      [13, 25, 39, 57, 63, 80, 118].map((column) => `9:${column} links-found`),
    );
    const { stdout } = await report(place, ['render', 'a.report.yaml', '--to', 'html']);
    expect(stdout).toContain(
      '<p><a href="no.pdf">a</a> b c d [e](a b.pdf) f <a href="#summary">g</a> <a href="#plan">h</a></p>',
    );
  });
});
