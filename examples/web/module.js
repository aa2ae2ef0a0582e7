import { timeline } from "datelines";
import { story } from "./data.js";

const chart = timeline(story, { laneBy: "lane" });
document.getElementById("place").append(chart.element);

chart.element.addEventListener("eventselect", ({ detail }) => {
  document.getElementById("selected").textContent = detail.event?.title ?? "Nothing is selected";
});
document.getElementById("days").addEventListener("click", () => {
  chart.setView({ from: Date.parse("2022-01-05T00:00+06:00"), to: Date.parse("2022-01-07T00:00+06:00") });
});
