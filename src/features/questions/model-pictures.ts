import type { PlanDocument } from '../../domain/plan-document.ts';
import type { Ports } from '../../ports.ts';

/** Draws the governance model with a plan's own content, as PNG. */
export type DrawPicture = (document: PlanDocument) => Promise<Uint8Array>;

/** A picture is some 400 kB; a plan has a handful of versions in a year. */
const PICTURES_KEPT = 8;

/**
 * The governance model's picture for each version of the plan, drawn once in each process. A version never changes, so its
 * picture never does. Versions before today's are drawn too: cards that show them stay in chats.
 */
export class ModelPictures {
  readonly #plans: Ports['plans'];
  readonly #draw: DrawPicture;
  readonly #drawn = new Map<string, Promise<Uint8Array>>();

  constructor({ plans }: Pick<Ports, 'plans'>, draw: DrawPicture) {
    this.#plans = plans;
    this.#draw = draw;
  }

  /** None when no plan was ever in force in that version. */
  async find(version: string): Promise<Uint8Array | undefined> {
    const drawn = this.#drawn.get(version);
    if (drawn) return drawn;
    const known = (await this.#plans.versions()).find((candidate) => candidate.version === version);
    const file = known && (await this.#plans.file(known.number));
    return file && this.#keep(version, file.current);
  }

  /** Two who ask at once get the same drawing; one that failed is tried anew by the next. */
  #keep(version: string, document: PlanDocument): Promise<Uint8Array> {
    const already = this.#drawn.get(version);
    if (already) return already;
    const [oldest] = this.#drawn.keys();
    if (oldest !== undefined && this.#drawn.size >= PICTURES_KEPT) this.#drawn.delete(oldest);
    const drawing = this.#draw(document);
    this.#drawn.set(version, drawing);
    drawing.catch(() => this.#drawn.delete(version));
    return drawing;
  }
}
