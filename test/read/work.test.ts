import { describe, expect, it } from "vitest";
import { check } from "../../src/read/check.js";
import { read } from "../../src/read/read.js";
import { splitRows } from "../../src/read/rows.js";

/** Characters that splitting looks at, of a text in chunks of a size. */
function looks(text: string, size = text.length): number {
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
  const rows = splitRows(chunks, { delimiter: "," });
  let cells = 0;
  for (const row of rows) cells += row.cells.length;
  expect(cells).toBeGreaterThan(0);
  return rows.looked();
}
const SIZE = 60_000;
const long = (piece: string, size = SIZE): string => piece.repeat(Math.ceil(size / piece.length));

describe("the work of splitting", () => {
  const pieces = [
    '"',
    '"a,',
    '""',
    '"a",',
    '"a"b,',
    ",",
    "\n",
    "\r",
    "\r\n",
    '"\n',
    'a"\n',
    "a",
    '","',
    '" ',
    '"",\n',
    "“,”",
  ];
  it.each(pieces)("many %j: a few looks at each character, however many there are", (piece) => {
    for (const before of ["", "title,start\n", '"'])
      for (const [size, chunk] of [
        [SIZE, SIZE],
        [SIZE, 1000],
        [4 * SIZE, 1000],
      ] as const)
        expect(looks(before + long(piece, size), chunk) / size).toBeLessThanOrEqual(8.5);
  });
});

describe("the work of checking", () => {
  /** How often the bytes are gone through. */
  const passes = (text: string): number => {
    const bytes = new TextEncoder().encode(text);
    let seen = 0;
    check(
      function* () {
        for (let i = 0; i < bytes.length; i += 1000) {
          const chunk = bytes.subarray(i, i + 1000);
          seen += chunk.length;
          yield chunk;
        }
      },
      { format: "csv" },
    );
    return seen / bytes.length;
  };
  const rows = (row: (i: number) => string): string =>
    `id,title,start,link\n${Array.from({ length: 20_000 }, (_, i) => row(i)).join("\n")}`;
  it.each<[string, string, number]>([
    ["once for its encoding and once for its rows", rows((i) => `${i},A,2022-01-05,`), 2.5],
    ["twice more where rows must be seen together", rows((i) => `${i},A,2022-01-05,${i === 0 ? "causes:5" : ""}`), 4.5],
    [
      "twice more and no oftener when that shows late",
      rows((i) => `${i},A,${i === 19_999 ? "13/01/2022" : "2022-01-05"},`),
      5.2,
    ],
  ])("%s", (_, text, most) => expect(passes(text)).toBeLessThanOrEqual(most));
  it("tells of twenty thousand bad rows in a few lines", () => {
    const { problems } = read(
      `title,start\n${Array.from({ length: 20_000 }, (_, i) => `A,2022-02-${30 + (i % 60)}x${i}`).join("\n")}`,
    );
    expect(problems.length).toBeLessThanOrEqual(60);
    expect(problems.reduce((n, p) => n + (p.count ?? 1), 0)).toBe(20_000);
  });
});
