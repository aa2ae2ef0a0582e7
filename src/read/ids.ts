/** What is known of an id: flags to be added up. */
export const SEEN = 1;
/** In more than one row. */
export const REPEATED = 2;
/** In a row that has a title. */
export const TITLED = 4;
/** In a row read so far that does not say since when it is known. */
export const PLAIN = 8;
/** In a row that says when. */
export const TIMED = 16;

const SMALLEST = 1024;
/** Share of the slots in use beyond which there are made twice as many. */
const FULL = 0.7;

/**
 * Ids of a table as 64-bit hashes with flags: a million of them take 19 MB, whatever their length. Two ids are taken
 * for one with a chance of about 1 in 10⁷ in a table of a million.
 */
export class IdIndex {
  private size = 0;
  private a = new Uint32Array(SMALLEST);
  private b = new Uint32Array(SMALLEST);
  private flags = new Uint8Array(SMALLEST);
  /** For part-of: a slot on the way to that of the topmost known whole; made when first asked for. */
  private whole: Uint32Array | null = null;

  /** Adds flags to an id; returns those it had. */
  mark(id: string, flags: number): number {
    const slot = this.slotOf(id);
    const before = this.flags[slot]!;
    this.flags[slot] = before | flags;
    if (before === 0 && ++this.size > this.a.length * FULL) this.grow();
    return before;
  }

  /** The flags of an id; 0 for one that is not there. */
  get(id: string): number {
    return this.flags[this.slotOf(id)]!;
  }

  /**
   * Makes one id a part of another, both of which are there; false, and nothing is done, when that closes a circle. No id
   * may be new any more.
   */
  join(part: string, whole: string): boolean {
    this.whole ??= new Uint32Array(this.a.length).map((_, slot) => slot);
    const own = this.slotOf(part);
    const top = this.topOf(this.slotOf(whole));
    if (top === own) return false;
    // Of several wholes the first counts here: with one each, the topmost tells whether there is a circle.
    if (this.whole[own] === own) this.whole[own] = top;
    return true;
  }

  private topOf(slot: number): number {
    const whole = this.whole!;
    let top = slot;
    // Union-find with path halving (Tarjan and van Leeuwen 1984): nearly constant time.
    while (whole[top] !== top) top = whole[top] = whole[whole[top]!]!;
    return top;
  }

  private slotOf(id: string): number {
    let a = 0x9e3779b9;
    let b = 0x85ebca6b;
    for (let i = 0; i < id.length; i++) {
      const c = id.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x5bd1e995) ^ (b >>> 15);
    }
    a = Math.imul(a ^ (a >>> 16), 0x21f0aaad) >>> 0;
    b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35) >>> 0;
    const mask = this.a.length - 1;
    let slot = (a ^ (b >>> 7)) & mask;
    while (this.flags[slot] !== 0 && (this.a[slot] !== a || this.b[slot] !== b)) slot = (slot + 1) & mask;
    if (this.flags[slot] === 0) {
      // Free: the hash waits here in case the id is added.
      this.a[slot] = a;
      this.b[slot] = b;
    }
    return slot;
  }

  private grow(): void {
    const { a, b, flags } = this;
    const length = a.length * 2;
    this.a = new Uint32Array(length);
    this.b = new Uint32Array(length);
    this.flags = new Uint8Array(length);
    for (let i = 0; i < a.length; i++) {
      if (flags[i] === 0) continue;
      let slot = (a[i]! ^ (b[i]! >>> 7)) & (length - 1);
      while (this.flags[slot] !== 0) slot = (slot + 1) & (length - 1);
      this.a[slot] = a[i]!;
      this.b[slot] = b[i]!;
      this.flags[slot] = flags[i]!;
    }
  }
}
