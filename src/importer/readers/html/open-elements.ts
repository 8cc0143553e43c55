interface Scope {
  readonly kind: 'page' | 'table' | 'cell';
  /** Where the element that it began with stands in the stack. */
  readonly start: number;
  /** How many elements of a name are open within it. */
  readonly counts: Map<string, number>;
}

/**
 * The open elements of a page. A table and each of its cells is a scope: an end tag reaches no further than the scope it stands in. Names are counted, so that an
 * end tag without a beginning costs nothing, and each element is pushed and popped once.
 */
export class OpenElements<Frame extends { readonly name: string }> {
  readonly #frames: Frame[];
  readonly #scopes: Scope[] = [{ kind: 'page', start: 0, counts: new Map() }];
  readonly #closing: (frame: Frame) => void;

  /** @param closing is told of each element while it is still the innermost */
  constructor(page: Frame, closing: (frame: Frame) => void) {
    this.#frames = [page];
    this.#closing = closing;
  }

  get top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  get depth(): number {
    return this.#frames.length;
  }

  get scope(): Scope {
    return this.#scopes.at(-1) as Scope;
  }

  has(name: string): boolean {
    return (this.scope.counts.get(name) ?? 0) > 0;
  }

  push(frame: Frame, kind?: Scope['kind']): void {
    this.#frames.push(frame);
    if (kind) this.#scopes.push({ kind, start: this.#frames.length - 1, counts: new Map() });
    else this.scope.counts.set(frame.name, (this.scope.counts.get(frame.name) ?? 0) + 1);
  }

  /** Closes elements until so many are open; the page itself stays. */
  closeTo(depth: number): void {
    while (this.#frames.length > Math.max(1, depth)) {
      const frame = this.top;
      this.#closing(frame);
      this.#frames.pop();
      if (this.#frames.length === this.scope.start) this.#scopes.pop();
      else this.scope.counts.set(frame.name, (this.scope.counts.get(frame.name) ?? 1) - 1);
    }
  }

  /** Closes the innermost element of a name, and what is open within it; nothing where none is open in this scope. */
  close(name: string): void {
    if (!this.has(name)) return;
    while (this.top.name !== name) this.closeTo(this.depth - 1);
    this.closeTo(this.depth - 1);
  }

  /** Closes the cell where one is the scope, then everything above the element that the scope began with. */
  leaveCell(): void {
    if (this.scope.kind === 'cell') this.closeTo(this.scope.start);
    if (this.scope.kind === 'table') this.closeTo(this.scope.start + 1);
  }
}
