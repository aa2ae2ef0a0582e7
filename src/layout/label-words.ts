import { formatInstant, formatTime } from "../locale/format-time.js";
import { newsOf, quantityText } from "../locale/event-words.js";
import { count, fill } from "../locale/phrases.js";
import { momentIn } from "../locale/remarks.js";
import type { AnyFields } from "../model/own-fields.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { clean } from "../model/text.js";
import type { Arrangement } from "./arrange.js";
import type { LabelContext } from "./label-text.js";
import type { LaneContext } from "./lane-items.js";
import type { Accessor } from "./options.js";
import { quantitiesBy } from "./quantity-choice.js";

/** Where a label's words come from. */
export function labelContext({ locale, options, sources, type, view, timeline }: Arrangement): LabelContext {
  const { phrases } = locale.words;
  const small = view.width < 50 * type.em;
  const own = options.labels as Accessor<AnyFields, unknown> | undefined;
  const usual = (event: ResolvedEvent): string => (small ? (event.printTitle ?? event.title) : event.title);
  // A caller's function may have nothing to say of some events, and what it says may come from anywhere.
  const titleOf = own === undefined ? usual : (event: ResolvedEvent) => clean(String(own(event) ?? "")) || usual(event);
  return {
    locale,
    titleOf,
    lettersOf: sources.lettersOf,
    quantitiesOf: quantitiesBy(options.quantity),
    badgeOf: (event) => {
      const news = newsOf(event, timeline, locale);
      if (news !== "") return news;
      const last = event.changes[0];
      if (last === undefined || last.change === "new") return "";
      const phrase = {
        update: phrases.updated,
        correction: phrases.corrected,
        clarification: phrases.clarified,
        retraction: phrases.retracted,
      }[last.change];
      return fill(phrase, { time: momentIn(last.at, last.zone, { style: "time", timeline, locale }) });
    },
    beyond: (event, end) => {
      const { span } = event;
      if (end === "both") return formatTime(span, { locale, zone: timeline.zone });
      const ms = end === "start" ? (span.startMin ?? span.startMax) : (span.endMax ?? span.endMin);
      if (ms === null) return "";
      const precision = (end === "end" ? span.endPrecision : undefined) ?? span.precision;
      const date = formatInstant(end === "end" ? ms - 1 : ms, {
        locale,
        zone: span.zone,
        style: "date",
        precision,
      });
      return fill(end === "start" ? phrases.from : phrases.to, { date });
    },
  };
}

/**
 * What a flag says of an event outside of the window, from the most to the least: nothing is cut as long as saying less
 * helps.
 */
export function flagTexts(
  event: ResolvedEvent,
  { dateOf, titleOf, quantitiesOf }: ReturnType<typeof labelContext> & ReturnType<typeof outsideWords>,
  { locale, options }: Arrangement,
): string[] {
  const title = titleOf(event);
  const short = options.labels === undefined ? (event.printTitle ?? title) : title;
  const dated = [title, short].map((t) => `${dateOf(event)}: ${t}`);
  return [[dated[0], ...quantitiesOf(event).map(quantityText)].join(locale.semicolon), ...dated];
}

/** Words of the flags for what lies outside the window. */
export function outsideWords({ timeline, locale }: Arrangement): Pick<LaneContext, "dateOf" | "countText"> {
  const { counted } = locale.words;
  return {
    dateOf: (event) => formatTime(event.span, { locale, zone: timeline.zone, style: "short" }),
    countText: (side, n) => count(side === "before" ? counted.earlierEvents : counted.laterEvents, n, locale),
  };
}
