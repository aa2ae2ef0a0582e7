/** mulberry32: seeded, so that every run measures the same. */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "court vote strike protest march leak treaty arrest trial fire border appeal budget minister сот шешімі выборы арест отставка үкімет".split(
    " ",
  );
export const words = (r, n) => Array.from({ length: n }, () => WORDS[Math.floor(r() * WORDS.length)]).join(" ");

const gauss = (r) => Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r());

/** Where events fall in [0, 1]: evenly, in six bursts, ever denser, four to a date. */
export const SHAPES = {
  uniform: (n, r) => Array.from({ length: n }, () => r()),
  bursts: (n, r) => {
    const centres = Array.from({ length: 6 }, () => [r(), 0.004 + 0.02 * r()]);
    return Array.from({ length: n }, () => {
      if (r() < 0.2) return r();
      const [m, s] = centres[Math.floor(r() * 6)];
      return Math.min(1, Math.max(0, m + s * gauss(r)));
    });
  },
  recent: (n, r) => Array.from({ length: n }, () => 1 - r() ** 2.5),
  ties: (n, r) => {
    const days = Math.max(8, Math.round(n / 4));
    return Array.from({ length: n }, () => Math.floor(r() * days) / days);
  },
};

/** Events like those of a conflict dataset: 20 lanes, 8 categories, three in ten with an extent. */
export function events(n, seed = 1) {
  const r = random(seed);
  const T0 = Date.UTC(2024, 2, 1);
  return Array.from({ length: n }, (_, i) => {
    const start = Math.floor(T0 + r() * 30 * 864e5);
    const end = r() < 0.3 ? start + Math.floor(r() * 864e5) : null;
    return {
      id: String(i),
      start,
      end,
      lane: Math.floor(r() * 20),
      category: Math.floor(r() * 8),
      title: words(r, 2 + Math.floor(r() * 5)),
      importance: 1 + Math.floor(r() ** 0.3 * 5),
    };
  });
}

export const CATEGORIES = [
  "Battle",
  "Shelling",
  "Air strike",
  "Protest",
  "Riot",
  "Abduction",
  "Displacement",
  "Agreement",
];
export const laneOf = (e) => `Region ${String(e.lane + 1).padStart(2, "0")}`;
export const categoryOf = (e) => CATEGORIES[e.category];

/** A document of such events. */
export const document = (list) => ({
  title: "Benchmark",
  zone: "UTC",
  events: list.map((e) => ({
    id: e.id,
    title: e.title,
    time: e.end === null ? e.start : { start: e.start, end: e.end },
    places: [laneOf(e)],
    category: categoryOf(e),
    importance: e.importance,
  })),
});
