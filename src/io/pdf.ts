import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import type { Io } from './world.ts';

/** A program of this machine that makes a PDF file. */
export interface PdfProgram {
  /** Whether it prints a Word file, as LibreOffice does, or a web page, as Chromium does. */
  readonly prints: 'docx' | 'html';
  readonly path: string;
}

const offices = ['soffice', 'libreoffice'];
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
/** Where they are though no PATH names them. */
const usual = {
  docx: [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ],
  html: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
} as const;

/** The program that PDF files are made by: LibreOffice, else Chromium. @throws UserError where neither is installed */
export function pdfProgram({ env }: Pick<Io, 'env'>): PdfProgram {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const found = (names: readonly string[], others: readonly string[]): string | undefined =>
    [
      ...folders.flatMap((folder) => names.map((name) => join(folder, name + ending))),
      ...(folders.length > 0 ? others : []),
    ].find(isFile);
  const office = found(offices, usual.docx);
  if (office !== undefined) return { prints: 'docx', path: office };
  const browser = found(browsers, usual.html);
  if (browser !== undefined) return { prints: 'html', path: browser };
  throw new UserError({
    en: 'PDF is made by LibreOffice or Chromium, and neither is installed; install one, or write --to docx and save that as PDF in Word or WPS',
    zh: 'PDF 由 LibreOffice 或 Chromium 生成，本机两者都没有安装；请安装其一，或写 --to docx，再用 Word 或 WPS 另存为 PDF',
  });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** How long a program may take, in milliseconds. */
const patience = 180_000;

/** Has a document printed as PDF, in a folder of its own, with a profile of its own. @throws UserError where the program makes no file */
export async function printPdf(
  { prints, path }: PdfProgram,
  document: string | Uint8Array,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'report-pdf-'));
  try {
    const source = join(folder, `report.${prints}`);
    const target = join(folder, 'report.pdf');
    writeFileSync(source, document);
    const profile = join(folder, 'profile');
    const words =
      prints === 'docx'
        ? [
            `-env:UserInstallation=${pathToFileURL(profile).href}`,
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder,
            source,
          ]
        : [
            '--headless',
            '--disable-gpu',
            '--no-pdf-header-footer',
            `--user-data-dir=${profile}`,
            // the administrator of a container has no other way
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            `--print-to-pdf=${target}`,
            pathToFileURL(source).href,
          ];
    const said = await run(path, words);
    if (!isFile(target)) throw failed(path, said);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (path: string, words: readonly string[]): Promise<string> =>
  new Promise((done) => {
    execFile(path, [...words], { timeout: patience, windowsHide: true }, (error, _, stderr) =>
      done(stderr.trim() || (error?.message ?? '')),
    );
  });

const failed = (path: string, said: string): UserError => {
  const words = said.split('\n').at(-1) ?? '';
  return new UserError({
    en: `“${path}” made no PDF${words === '' ? '' : `: ${words}`}; write --to docx and save that as PDF in Word or WPS`,
    zh: `“${path}”没有生成 PDF${words === '' ? '' : `：${words}`}；可写 --to docx，再用 Word 或 WPS 另存为 PDF`,
  });
};
