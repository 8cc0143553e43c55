/** Things each after those it needs, and the circles among them: no thing stands in two. */
export interface DependencyOrder<T> {
  readonly order: readonly T[];
  readonly circles: readonly (readonly T[])[];
}

/** Orders things by what they need, without recursion and in linear time: a chain may have thousands of links. */
export function dependencyOrder<T>(
  things: readonly T[],
  needs: (thing: T) => readonly T[],
): DependencyOrder<T> {
  const order: T[] = [];
  const circles: T[][] = [];
  const inCircle = new Set<T>();
  const seen = new Set<T>();
  /** Where a thing stands among those that wait. */
  const waiting = new Map<T, number>();
  for (const start of things) {
    const stack: { readonly thing: T; readonly needs: readonly T[]; next: number }[] = [];
    const enter = (thing: T): void => {
      seen.add(thing);
      waiting.set(thing, stack.length);
      stack.push({ thing, needs: needs(thing), next: 0 });
    };
    if (!seen.has(start)) enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const needed = top.needs[top.next++];
      if (needed === undefined) {
        stack.pop();
        waiting.delete(top.thing);
        order.push(top.thing);
      } else if (!seen.has(needed)) enter(needed);
      else if (waiting.has(needed) && !inCircle.has(needed)) {
        const circle = circleTo(waiting.get(needed) as number, stack, inCircle);
        if (circle) circles.push(circle);
      }
    }
  }
  return { order, circles };
}

/** The things from a place of the stack to its top; undefined where one of them stands in a circle already, which is then the same tangle. */
function circleTo<T>(
  from: number,
  stack: readonly { readonly thing: T }[],
  inCircle: Set<T>,
): T[] | undefined {
  const circle: T[] = [];
  for (let at = stack.length - 1; at >= from; at--) {
    const { thing } = stack[at] as { readonly thing: T };
    if (inCircle.has(thing)) return undefined;
    inCircle.add(thing);
    circle.push(thing);
  }
  return circle.reverse();
}
