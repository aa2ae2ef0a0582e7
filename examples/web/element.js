import "datelines/element";
import { flights } from "./data.js";

const element = document.querySelector("event-timeline");
element.data = flights;
element.options = { laneBy: { field: "by" } };

element.addEventListener("eventselect", ({ detail }) => {
  document.querySelector("output").textContent = detail.event?.title ?? "Nothing is selected";
});
