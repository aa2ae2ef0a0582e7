import { DAY_MS, daysFromCivil } from "../model/calendar.js";
import type { AtTime, DuringTime, TimeInput, TimePoint, WithinTime } from "../model/types.js";

export interface TimeCells {
  readonly start: string;
  readonly end: string;
  /** False when seconds had fractions, or the time cannot be written. */
  readonly whole: boolean;
}

/** A time as it stands in the columns start and end. */
export function timeCells(time: TimeInput): TimeCells {
  if (isPoint(time)) return one(pointText(time));
  const input = (time ?? {}) as Partial<AtTime & WithinTime & DuringTime>;
  if (input.at !== undefined) return one(pointText(input.at));
  if (input.within !== undefined) return one(withinText(input.within));
  const start = pointText(input.start ?? "");
  const end = pointText(input.end ?? "");
  const whole = start.whole && end.whole;
  // In two columns the same day twice is that day, a moment; as one expression it is an extent.
  if (start.text !== "" && start.text === end.text && !start.text.includes("T"))
    return { start: `${start.text}/${end.text}`, end: "", whole };
  return { start: start.text, end: end.text, whole };
}

interface Text {
  readonly text: string;
  readonly whole: boolean;
}

const one = ({ text, whole }: Text): TimeCells => ({ start: text, end: "", whole });

const isPoint = (v: unknown): v is TimePoint => typeof v === "string" || typeof v === "number" || v instanceof Date;

/** The instants that years of four digits can say. */
const FIRST = daysFromCivil(-9999, 1, 1) * DAY_MS;
const LAST = daysFromCivil(10000, 1, 1) * DAY_MS;

function pointText(point: TimePoint): Text {
  if (typeof point === "string") return { text: point.trim(), whole: true };
  const ms = Number(point);
  if (!(ms >= FIRST && ms < LAST)) return { text: "", whole: false };
  // Date writes six digits for years before 0.
  const iso = new Date(ms).toISOString().replace(/^-00/, "-");
  return { text: iso.replace(/\.\d+/, ""), whole: iso.endsWith(".000Z") };
}

function withinText(within: WithinTime["within"]): Text {
  if (typeof within === "string") {
    const text = within.trim();
    if (text.startsWith("[")) return { text, whole: true };
    const [from = "", to = from] = text.split("/");
    return { text: `[${from}..${to}]`, whole: true };
  }
  const [from, to] = [pointText(within[0] ?? ""), pointText(within[1] ?? "")];
  const bound = ({ text }: Text): string => (text === ".." ? "" : text);
  return { text: `[${bound(from)}..${bound(to)}]`, whole: from.whole && to.whole };
}
