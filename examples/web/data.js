export { default as story } from "../kazakhstan-2022-01.json";

/** Ordinary objects: what is not ours, here `by`, can be grouped by. */
export const flights = [
  { title: "Vostok 1", time: "1961-04-12", by: "Soviet Union", importance: 1 },
  { title: "Freedom 7", time: "1961-05-05", by: "United States" },
  { title: "Voskhod 1", time: "1964-10-12", by: "Soviet Union" },
  { title: "Gemini 3", time: "1965-03-23", by: "United States" },
  { title: "Soyuz 1", time: "1967-04-23", by: "Soviet Union" },
  { title: "Apollo 7", time: "1968-10-11", by: "United States" },
  { title: "STS-1", time: "1981-04-12", by: "United States" },
  { title: "Shenzhou 5", time: "2003-10-15", by: "China" },
];
export const another = { title: "Crew Dragon Demo-2", time: "2020-05-30", by: "United States" };
