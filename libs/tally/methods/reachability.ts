/** Which nodes of a growing graph can be reached from which. */
export class Reachability {
  private constructor(private readonly nodes: number, private readonly reached: Uint8Array) {}

  static of(nodes: number): Reachability {
    return new Reachability(nodes, new Uint8Array(nodes * nodes));
  }

  copy(): Reachability {
    return new Reachability(this.nodes, this.reached.slice());
  }

  has(from: number, to: number): boolean {
    return this.reached[from * this.nodes + to] === 1;
  }

  /** Whoever reaches `from` now reaches `to` and all that it reaches; cycles are no harm. O(nodes²), O(1) when nothing is new. */
  add(from: number, to: number): void {
    const { nodes, reached } = this;
    if (this.has(from, to)) return;
    for (let source = 0; source < nodes; source++) {
      if ((source !== from && !this.has(source, from)) || this.has(source, to)) continue;
      for (let target = 0; target < nodes; target++) if (target === to || this.has(to, target)) reached[source * nodes + target] = 1;
    }
  }
}
