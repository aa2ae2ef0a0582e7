import type { Layout } from "../layout/layout.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { handProblems } from "./lost-wishes.js";

/** What a picture could not do as it should: reported with the scene, never silent. */
export function layoutProblems(layout: Layout): Problem[] {
  const { told, arrangement } = layout;
  const problems: Problem[] = [];
  const list = (ids: readonly string[]): string => ids.slice(0, 5).join(", ") + (ids.length > 5 ? ", …" : "");
  const hidden = new Set(arrangement.timeline.events.filter((e) => e.layout.hide === true).map((e) => e.id));
  const moved = told.notes.filter((id) => !hidden.has(id));
  if (moved.length > 0)
    problems.push(
      problem("W-LABEL-NOTE", {
        message: `${moved.length === 1 ? "1 label had no room and stands" : `${moved.length} labels had no room and stand`} in the notes: ${list(moved)}`,
      }),
    );
  if (told.counted.length > 0)
    problems.push(
      problem("W-LABEL-COUNTED", {
        message: `${told.counted.length === 1 ? "1 event is" : `${told.counted.length} events are`} counted, not named: ${list(told.counted)}`,
      }),
    );
  problems.push(...handProblems(layout));
  const { type } = arrangement;
  const small = Math.min(type.label.size, type.detail.size, type.foot.size, type.minor.size);
  if (small < type.floor)
    problems.push(problem("W-TYPE-SMALL", { message: `Type of ${small} is below the floor of ${type.floor}` }));
  return problems;
}
