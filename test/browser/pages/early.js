// Before the module has come that defines the element.
const element = document.querySelector("event-timeline");
element.data = [
  { title: "A", time: "2022-01-02" },
  { title: "B", time: "2022-01-04" },
  { title: "C", time: "2022-01-06" },
];
element.options = { title: "Own" };
