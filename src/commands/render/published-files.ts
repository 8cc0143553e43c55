import { dirname, relative, resolve, sep } from 'node:path';
import { isStandardOutput, readBeside, type Io } from '../../io.ts';
import { locateAsset } from '../../lint/asset.ts';
import { addressOf, LARGEST_PICTURE, pictureOf, type Picture } from '../../model/published-files.ts';
import type { Report } from '../../model/report.ts';
import type { Files } from '../../render/renderer.ts';

/** The pictures and attachments of a report: each picture is read once, and those that could not be had are remembered. */
export class PublishedFiles {
  /** Paths of pictures that no rendering can show. */
  readonly lacking = new Set<string>();
  readonly #pictures = new Map<string, Picture | undefined>();
  readonly #io: Io;
  readonly #report: Report;

  constructor(report: Report, io: Io) {
    this.#io = io;
    this.#report = report;
  }

  /** The files as a rendering at `out` needs them; addresses count from its folder, for standard output from the current one. */
  for(out: string | undefined): Files {
    const from =
      out === undefined || isStandardOutput(out) ? this.#io.cwd : dirname(resolve(this.#io.cwd, out));
    return {
      picture: (path) => this.#picture(path),
      lacks: (path) => this.lacking.add(path),
      address: (path) =>
        addressOf(
          relative(from, resolve(this.#io.cwd, this.#locate(path).name))
            .split(sep)
            .join('/'),
        ),
    };
  }

  #locate = (path: string): ReturnType<typeof locateAsset> =>
    locateAsset(this.#report, path, readBeside(this.#io));

  #picture(path: string): Picture | undefined {
    if (!this.#pictures.has(path)) {
      const { asset } = this.#locate(path);
      this.#pictures.set(
        path,
        asset.kind === 'file' && asset.size <= LARGEST_PICTURE ? pictureOf(asset.bytes()) : undefined,
      );
    }
    return this.#pictures.get(path);
  }
}
