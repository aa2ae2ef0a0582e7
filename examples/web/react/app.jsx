import { useMemo, useState } from "react";
import { another, flights as first, story } from "../data.js";
import { Timeline } from "./timeline.jsx";

const FLIGHTS = { title: "New spacecraft with people aboard", laneBy: { field: "by" } };

export function App() {
  const [rows, setRows] = useState("lane");
  const [flights, setFlights] = useState(first);
  const [both, setBoth] = useState(true);
  const [selected, setSelected] = useState(null);
  const options = useMemo(() => ({ laneBy: rows }), [rows]);
  return (
    <main>
      <form>
        <label>
          Rows{" "}
          <select value={rows} onChange={(e) => setRows(e.target.value)}>
            <option value="lane">Regions</option>
            <option value="category">Kinds of event</option>
          </select>
        </label>
        <label>
          <input type="checkbox" checked={both} onChange={(e) => setBoth(e.target.checked)} /> Two timelines
        </label>
        <button type="button" onClick={() => setFlights([...flights, another])}>
          Add a flight
        </button>
      </form>
      <output>{selected?.title ?? "Nothing is selected"}</output>
      <Timeline data={story} options={options} onSelect={setSelected} />
      {both && <Timeline data={flights} options={FLIGHTS} onSelect={setSelected} />}
    </main>
  );
}
