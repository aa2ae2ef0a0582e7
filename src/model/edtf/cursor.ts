import type { ProblemCode } from "../problems.js";

/** Why a scan ended; thrown by {@link Cursor.fail}, caught by `scanEdtf`. No Error: nobody needs its stack. */
export class EdtfFailure {
  constructor(
    readonly code: ProblemCode,
    readonly at: number,
  ) {}
}

/** A place in a text that only moves forward. A class because a scanner is a position that moves. */
export class Cursor {
  position = 0;
  /** Inside of a set a comma parts its members; elsewhere it may be the decimal sign of seconds. */
  inSet = false;

  constructor(private readonly text: string) {}

  /** The character here, or `ahead` of here; "" after the last. All reading goes through it. */
  peek(ahead = 0): string {
    return this.text.charAt(this.position + ahead);
  }

  /** Moves over `char` if it stands here. */
  take(char: string): boolean {
    if (this.peek() !== char) return false;
    this.position++;
    return true;
  }

  /** Moves over two of `char`: "..", "XX". */
  takeTwo(char: string): boolean {
    if (this.peek() !== char || this.peek(1) !== char) return false;
    this.position += 2;
    return true;
  }

  /** Moves over a minus sign: the hyphen, or U+2212, which ISO 8601 also allows. */
  takeMinus(): boolean {
    return this.take("-") || this.take("\u2212");
  }

  isDigit(ahead = 0): boolean {
    const c = this.peek(ahead);
    return c >= "0" && c <= "9";
  }

  digit(): number {
    if (!this.isDigit()) this.fail();
    const digit = Number(this.peek());
    this.position++;
    return digit;
  }

  twoDigits(): number {
    const tens = this.digit();
    return tens * 10 + this.digit();
  }

  fail(code: ProblemCode = "E-DATE-FORMAT", at = this.position): never {
    throw new EdtfFailure(code, at);
  }
}
