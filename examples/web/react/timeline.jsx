import { timeline } from "datelines";
import { renderHTML } from "datelines/static";
import { useEffect, useId, useRef, useState } from "react";

const NOTHING = globalThis.trustedTypes?.emptyHTML ?? "";

/** A finished figure from a server, and the same alive in a page. `serverWidth`: px for which a server draws. */
export function Timeline({ data, options, onSelect, serverWidth = 720 }) {
  const place = useRef(null);
  const chart = useRef(null);
  const idPrefix = `timeline${useId().replace(/\W/g, "")}`;
  // React leaves alone what is in there, as long as this stays the same object.
  const [html] = useState(() => ({
    __html: typeof document === "undefined" ? renderHTML(data, { ...options, idPrefix, width: serverWidth }) : NOTHING,
  }));

  useEffect(() => {
    const figure = place.current.firstElementChild;
    chart.current = timeline(data, { ...options, idPrefix, hydrate: figure ?? undefined });
    if (chart.current.element !== figure) place.current.append(chart.current.element);
    return () => chart.current.destroy();
    // Made once; the next effect hands over what changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => chart.current.update({ data, options }), [data, options]);

  useEffect(() => {
    const element = place.current;
    const selected = (event) => onSelect?.(event.detail.event);
    element.addEventListener("eventselect", selected);
    return () => element.removeEventListener("eventselect", selected);
  }, [onSelect]);

  return <div ref={place} dangerouslySetInnerHTML={html} suppressHydrationWarning />;
}
