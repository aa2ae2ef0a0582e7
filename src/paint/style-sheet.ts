/** The one style sheet of live timelines, and of pages that will become live. No part of it is made from data. */
export const STYLES = `
:host(event-timeline) { display: block; position: relative; width: -moz-available; width: -webkit-fill-available; width: stretch; }
:host(event-timeline[hidden]) { display: none; }
.datelines {
  position: relative;
  display: flex;
  flex-wrap: wrap;
  column-gap: 1rem;
  margin: 0;
  width: -moz-available;
  width: -webkit-fill-available;
  width: stretch;
  max-width: 100%;
  font-family: "Noto Sans", Roboto, Inter, "Helvetica Neue", Arial, "Noto Sans Arabic", sans-serif;
  font-size: 14px;
  line-height: 1.4;
  font-style: normal;
  font-weight: 400;
  font-variant: normal;
  font-stretch: normal;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-shadow: none;
  white-space: normal;
  color: var(--datelines-page-ink, #1a1a1a);
  background: var(--datelines-page, transparent);
  container-type: inline-size;
}
.datelines-shrunk { contain-intrinsic-inline-size: min(960px, 100vw - 64px); }
.datelines[data-scheme="light"] > * { color-scheme: light; }
.datelines[data-scheme="dark"] > * { color-scheme: dark; }
.datelines[data-scheme="dark"] { color: var(--datelines-page-ink, #f0f0ee); background: var(--datelines-page, #16181c); box-shadow: 0 0 0 8px var(--datelines-page, #16181c); }
.datelines *, .datelines *::before { box-sizing: border-box; }
.datelines [hidden] { display: none !important; }
.datelines > figcaption { flex: 1 1 19em; min-height: 36px; text-align: start; }
.datelines > figcaption h2 { margin: 0; font-size: 23px; line-height: 1.2; font-weight: 700; text-wrap: balance; }
.datelines > figcaption p { margin: 4px 0 0; font-size: 14px; max-width: 46em; text-wrap: balance; }
.datelines > .datelines-toolbar { flex: 0 1 auto; display: flex; flex-wrap: wrap; align-content: start; gap: 4px; min-height: 36px; min-width: min(356px, 100%); }
.datelines > :not(figcaption, .datelines-toolbar, .datelines-card, .datelines-hidden) { flex: 0 0 100%; min-width: 0; }
.datelines-hidden { position: absolute !important; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
.datelines-button { display: inline-flex; align-items: center; justify-content: center; gap: 4px; min-width: 32px; min-height: 32px; padding: 0 7px; margin: 0; border: 1px solid currentColor; border-color: color-mix(in srgb, currentColor 45%, transparent); border-radius: 4px; background: transparent; color: inherit; font: inherit; font-size: 13px; cursor: pointer; }
.datelines-button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
.datelines-button[aria-pressed="true"], .datelines-button[aria-expanded="true"] { background: color-mix(in srgb, currentColor 16%, transparent); border-color: currentColor; }
.datelines-button[aria-disabled="true"] { opacity: 0.45; cursor: default; }
.datelines-icon { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.datelines[dir="rtl"] :is(.datelines-icon-earlier, .datelines-icon-later) { scale: -1 1; }
.datelines-toolbar.datelines-down :is(.datelines-icon-earlier, .datelines-icon-later) { rotate: 90deg; scale: 1; }
.datelines :focus-visible { outline: 3px solid var(--datelines-focus, #1a5fb4); outline-offset: 2px; border-radius: 2px; }
.datelines[data-scheme="dark"] :focus-visible { outline-color: var(--datelines-focus, #8cc4ff); }
.datelines svg:focus:not(:focus-visible), .datelines svg :focus:not(:focus-visible) { outline: none; }
.datelines-stage { position: relative; touch-action: pan-y; min-height: 120px; }
.datelines-stage > svg { display: block; max-width: none; cursor: grab; user-select: none; -webkit-user-select: none; }
.datelines-stage > svg:active { cursor: grabbing; }
.datelines-stage.datelines-over-event > svg { cursor: pointer; }
.datelines-scrolls { overflow: hidden auto; scrollbar-gutter: stable; }
.datelines-dates-track { position: absolute; inset-inline: 0; pointer-events: none; visibility: hidden; z-index: 1; }
.datelines-dates-track.datelines-stuck { visibility: visible; }
.datelines-dates-mark { position: absolute; top: 0; width: 1px; height: 1px; }
.datelines-dates { position: sticky; top: var(--datelines-top, 0px); overflow: hidden; border-bottom: 1px solid; }
.datelines-scrolls .datelines-dates { top: 0; }
.datelines-dates-section { position: absolute; inset-inline-start: 0; }
.datelines-dates-name { position: sticky; top: calc(var(--datelines-top, 0px) + var(--level, 0px)); overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-weight: 700; visibility: hidden; }
.datelines-scrolls .datelines-dates-name { top: var(--level, 0px); }
.datelines-dates-track.datelines-stuck .datelines-dates-name.datelines-stuck { visibility: visible; }
.datelines-dates > svg { display: block; max-width: none; }
.datelines-fold { position: absolute; margin: 0; padding: 0; border: 0; border-radius: 3px; background: transparent; color: inherit; cursor: pointer; touch-action: pan-y; }
.datelines-fold:hover { background: color-mix(in srgb, currentColor 9%, transparent); }
.datelines-wheel-hint { position: absolute; inset-inline: 0; top: 40%; margin: auto; width: fit-content; padding: 8px 14px; border-radius: 6px; background: rgb(20 20 20 / 85%); color: #fff; font-size: 15px; pointer-events: none; opacity: 0; transition: opacity 0.2s; }
.datelines-wheel-hint.datelines-shown { opacity: 1; }
.datelines-card { position: absolute; z-index: 3; overflow-y: auto; max-height: calc(100vh - 16px); width: max-content; max-width: min(27em, calc(100% - 16px)); padding: 12px 14px; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); border-radius: 6px; background: #fff; color: #1a1a1a; box-shadow: 0 4px 18px rgb(0 0 0 / 18%); font-size: 14px; text-align: start; overflow-wrap: anywhere; }
.datelines[data-scheme="dark"] .datelines-card { background: #22262c; color: #f0f0ee; }
.datelines-card h3 { margin: 0 0 2px; font-size: 16px; line-height: 1.3; padding-inline-end: 32px; }
.datelines-card h4 { margin: 10px 0 2px; font-size: 13px; }
.datelines-card p, .datelines-card ul { margin: 4px 0 0; }
.datelines-card ul { padding-inline-start: 1.2em; }
.datelines-card a { color: inherit; }
.datelines-card .datelines-button.datelines-close { position: absolute; top: 8px; inset-inline-end: 8px; border-color: transparent; }
.datelines button.datelines-link { display: inline-flex; align-items: flex-start; min-height: 24px; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; cursor: pointer; text-align: start; }
.datelines-when { font-size: 13px; opacity: 0.82; }
.datelines-preview { max-width: min(22em, calc(100% - 16px)); padding: 8px 11px; font-size: 13px; z-index: 2; }
.datelines-preview h3 { font-size: 14px; padding: 0; }
.datelines-claims { display: grid; grid-template-columns: repeat(auto-fit, minmax(11em, 1fr)); gap: 6px; margin-top: 4px; }
.datelines-claim { padding: 6px 8px; border-inline-start: 3px solid color-mix(in srgb, currentColor 40%, transparent); font-size: 13px; }
.datelines-claim[data-conflict] { border-inline-start-style: double; border-color: currentColor; }
.datelines-badge { display: inline-block; padding: 0 6px; border: 1px solid currentColor; border-radius: 3px; font-size: 12px; }
.datelines-overview { height: 44px; margin-top: 8px; position: relative; touch-action: pan-y; }
.datelines-overview > svg { display: block; }
.datelines-overview .selection { fill: currentColor; fill-opacity: 0.13; stroke: currentColor; stroke-width: 1; shape-rendering: auto; }
.datelines-overview .handle { fill: currentColor; fill-opacity: 0.7; }
.datelines-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 8px; font-size: 13px; }
.datelines-known { min-height: 40px; }
.datelines-bar input[type="range"] { flex: 0 1 14em; min-width: 6em; min-height: 32px; accent-color: currentColor; }
.datelines-edit { margin: 4px 0 8px; padding: 8px 12px; border: 1px dashed currentColor; border-radius: 6px; font-size: 13px; }
.datelines-edit p { margin: 0 0 6px; min-height: 1.4em; }
.datelines-edit-tools, .datelines-edit-words { display: flex; flex-wrap: wrap; gap: 4px; }
.datelines-edit-words { margin-top: 6px; }
.datelines svg .datelines-edited:not(:focus-visible) { outline: 1px dashed currentColor; outline-offset: 3px; }
.datelines-stage.datelines-dragging > svg { cursor: move; }
.datelines-range { flex: 0 1 14em; min-width: 6em; min-height: 32px; margin: 2px; font-size: 13.3333px; }
.datelines-known > [aria-hidden="true"] { visibility: hidden; }
.datelines-bar output { flex: 1 1 20em; }
.datelines-filters { display: flex; flex-wrap: wrap; gap: 10px 18px; padding: 10px 12px; margin: 4px 0 8px; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 6px; }
.datelines-filters fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.datelines-filters > fieldset:first-child { display: flex; flex-direction: column; align-items: start; gap: 8px; }
.datelines-filters > fieldset:first-child > p { margin: 0; }
.datelines-filters > fieldset:first-child > label > span { min-width: 5.5em; }
.datelines-filters legend { padding: 0; font-weight: 700; font-size: 13px; }
.datelines-filters label { display: flex; align-items: center; gap: 6px; min-height: 28px; font-size: 13px; }
.datelines-filters > fieldset:first-child > label { max-width: 100%; }
.datelines-filters input[type="search"], .datelines-filters select { min-width: 0; min-height: 32px; padding: 2px 8px; font: inherit; border: 1px solid color-mix(in srgb, currentColor 50%, transparent); border-radius: 4px; background: transparent; color: inherit; max-width: 100%; }
.datelines-filters input[type="checkbox"] { width: 18px; height: 18px; margin: 0; accent-color: currentColor; }
.datelines-count { opacity: 0.75; }
.datelines-none { padding: 18px; text-align: center; }
.datelines-some { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin: 4px 0; font-size: 13px; }
.datelines-some p { margin: 0; }
.datelines-filters[role="group"]:not([hidden]) ~ .datelines-some { display: none; }
.datelines-table { overflow-x: auto; }
.datelines-table table { border-collapse: collapse; width: 100%; font-size: 13px; }
.datelines-table caption, table.datelines-track caption { text-align: start; font-weight: 700; padding: 4px 0; }
.datelines-table th, .datelines-table td { padding: 6px 10px 6px 0; text-align: start; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.datelines-table th[scope="row"] { font-weight: 400; min-width: 14em; }
.datelines-table th[scope="row"] > .datelines-link { font-weight: 700; }
.datelines-table th p { margin: 2px 0 0; }
table.datelines-track { border-collapse: collapse; margin: 10px 0; font-size: 13px; }
table.datelines-track th, table.datelines-track td { padding: 3px 16px 3px 0; text-align: start; vertical-align: top; }
table.datelines-track th[scope="row"] { font-weight: 400; }
.datelines-table td:first-child { min-width: 11em; }
.datelines-menu { display: flex; flex-direction: column; gap: 4px; }
.datelines-menu .datelines-button { justify-content: flex-start; border-color: transparent; }
.datelines dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 14px; margin: 6px 0 0; }
.datelines dd { margin: 0; }
.datelines kbd { font: inherit; font-size: 12px; padding: 1px 6px; border: 1px solid color-mix(in srgb, currentColor 50%, transparent); border-radius: 3px; white-space: nowrap; }
.datelines > details { margin-top: 10px; }
.datelines > details > summary { min-height: 28px; cursor: pointer; width: fit-content; }
.datelines-list:lang(fa) { list-style-type: persian; }
.datelines-list li { margin: 6px 0; }
.datelines-list p { margin: 2px 0; font-size: 13px; }
.datelines-error { padding: 8px 12px; border: 2px solid #a11d1d; border-radius: 4px; }
@container (max-width: 680px) {
  .datelines-rows, .datelines-rows caption, .datelines-rows tbody { display: block; }
  .datelines-rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .datelines-rows tr { display: flex; flex-wrap: wrap; gap: 2px 16px; padding: 8px 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  .datelines-rows td, .datelines-rows th[scope="row"] { padding: 0; border: 0; }
  .datelines-rows td:first-child, .datelines-rows th[scope="row"] { flex: 1 0 100%; min-width: 0; }
  .datelines-rows td:empty { display: none; }
  .datelines-rows td[data-head]::before { content: attr(data-head) ": "; content: attr(data-head) ": " / ""; opacity: 0.75; }
}
@container (max-width: 620px) {
  .datelines > figcaption { margin-bottom: 6px; }
  .datelines > figcaption h2 { font-size: 19px; }
}
@container (max-width: 480px) {
  .datelines-known > :first-child { flex: 1 0 100%; }
  .datelines-known > .datelines-range, .datelines-known > input[type="range"] { flex: 1 1 6em; }
}
@container (max-width: 355px) {
  .datelines > .datelines-toolbar { flex: 0 0 100%; display: grid; grid-template-columns: repeat(auto-fit, minmax(24px, 1fr)); }
  .datelines > .datelines-toolbar > .datelines-button { min-width: 0; padding: 0; }
}
@media (prefers-reduced-motion: reduce) {
  .datelines *, .datelines-wheel-hint { transition: none; }
}
@media (prefers-reduced-transparency: reduce) {
  .datelines-wheel-hint { background: #141414; }
  .datelines-when, .datelines-count { opacity: 1; }
}
@media (prefers-contrast: more) {
  .datelines-button, .datelines-card, .datelines-filters { border-color: currentColor; }
  .datelines-when, .datelines-count { opacity: 1; }
}
@media (scripting: none) {
  .datelines-toolbar:empty, .datelines-overview:empty, .datelines-known > [aria-hidden="true"] { display: none !important; }
}
@media (forced-colors: active) {
  .datelines svg :where(text) { fill: CanvasText !important; stroke: none !important; }
  .datelines svg :where([stroke]:not([stroke="none"])) { stroke: CanvasText !important; }
  .datelines svg :where([fill]:not([fill="none"]):not(text)) { fill: CanvasText !important; }
  .datelines svg .datelines-background > *, .datelines svg .datelines-nights > *, .datelines svg .datelines-paper { fill: Canvas !important; }
  .datelines svg .datelines-grid [stroke], .datelines svg .datelines-notYetKnown [stroke] { stroke: GrayText !important; stroke-opacity: 0.4 !important; }
  .datelines svg .datelines-highlight > * { fill: none !important; stroke: Highlight !important; stroke-width: 3 !important; }
  .datelines-card, .datelines-button { border-color: CanvasText; background: Canvas; color: CanvasText; box-shadow: none; }
  .datelines-button[aria-pressed="true"], .datelines-button[aria-expanded="true"] { border-color: Highlight; }
  .datelines :focus-visible { outline-color: Highlight; }
}
@media print {
  .datelines-toolbar, .datelines-edit, .datelines-overview, .datelines-bar, .datelines-card, .datelines-filters, .datelines-some > .datelines-button, .datelines-folds, .datelines-dates-track { display: none !important; }
  .datelines-scrolls { max-height: none !important; overflow: visible; }
  .datelines-stage > svg { max-width: 100%; height: auto; }
}
`;
