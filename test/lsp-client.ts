import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SERVER = fileURLToPath(
  new URL('../node_modules/yaml-language-server/out/server/src/server.js', import.meta.url),
);
const PATIENCE = 10_000;

/** Line and character from 0, as the protocol counts them. */
export interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface LspDiagnostic {
  readonly message: string;
  readonly range: { readonly start: LspPosition; readonly end: LspPosition };
}

export interface LspCompletion {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const settings = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
  http: {},
  '[yaml]': {},
};

/** An editor that speaks to yaml-language-server over its streams, without a network. */
export class LspClient {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<
    number | string,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }
  >();
  readonly #diagnosed = new Map<string, (diagnostics: readonly LspDiagnostic[]) => void>();
  #received = Buffer.alloc(0);
  #requests = 0;

  constructor() {
    this.#child = spawn(process.execPath, [SERVER, '--stdio']);
    this.#child.stdout.on('data', (bytes: Buffer) => this.#receive(bytes));
    this.#child.on('exit', () =>
      this.#answers.forEach(({ reject }) => reject(new Error('the server has ended'))),
    );
    this.#child.stdin.on('error', () => undefined);
    process.once('exit', this.kill);
  }

  async start(folder: string): Promise<void> {
    const rootUri = pathToFileURL(folder).href;
    await this.#request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'drafts' }],
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: false } },
          hover: { contentFormat: ['markdown'] },
        },
        workspace: { configuration: true, didChangeConfiguration: {} },
      },
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings } });
  }

  /** Opens a draft under a name of its own; resolves with what the server finds wrong. */
  open(uri: string, text: string): Promise<readonly LspDiagnostic[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics for ${uri}`)), PATIENCE);
      this.#diagnosed.set(uri, (diagnostics) => {
        clearTimeout(timer);
        resolve(diagnostics);
      });
      this.#send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
      });
    });
  }

  async complete(uri: string, position: LspPosition): Promise<readonly LspCompletion[]> {
    const result = await this.#request('textDocument/completion', { textDocument: { uri }, position });
    return Array.isArray(result) ? (result as LspCompletion[]) : (result as { items: LspCompletion[] }).items;
  }

  async hover(uri: string, position: LspPosition): Promise<string> {
    const result = (await this.#request('textDocument/hover', { textDocument: { uri }, position })) as {
      contents?: string | { value: string };
    } | null;
    const contents = result?.contents ?? '';
    return typeof contents === 'string' ? contents : contents.value;
  }

  readonly kill = (): void => {
    process.off('exit', this.kill);
    this.#child.kill('SIGKILL');
  };

  #request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#requests;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), PATIENCE);
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          end(value);
        };
      this.#answers.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#send({ id, method, params });
    });
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#received.toString('utf8', 0, Math.max(end, 0)))?.[1],
      );
      if (end === -1 || this.#received.length < end + 4 + length) return;
      const body = this.#received.toString('utf8', end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly LspDiagnostic[] };
      this.#diagnosed.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration' && id !== undefined) {
      const { items } = params as { items: readonly { readonly section?: string }[] };
      this.#send({
        id,
        result: items.map(
          ({ section = '' }) => (settings as Readonly<Record<string, unknown>>)[section] ?? null,
        ),
      });
    } else if (method !== undefined && id !== undefined) this.#send({ id, result: null });
    else if (id !== undefined) {
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  }
}
