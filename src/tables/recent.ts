/** The last few results of something costly, by key. Asked for twice at once it is made once; what fails is not remembered. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const found = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, found); // a map keeps the order: the first is the one that was asked for longest ago
    found.catch(() => this.#values.delete(key));
    for (const oldest of [...this.#values.keys()].slice(0, -this.#most)) this.#values.delete(oldest);
    return found;
  }
}
