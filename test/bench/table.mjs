// Tables such as conflict datasets are published as: short cells, some quoted, some in Cyrillic, ids, dates to the day or minute.
import { closeSync, openSync, writeSync } from "node:fs";
import { random, words } from "./data.mjs";

const HEADER = "id,title,start,end,place,category,importance,source,quantity:killed,notes\n";
const PLACES = ["Aktau", "Almaty", "Zhanaozen", "Атырау", "Taraz", "Shymkent", "Kyzylorda", "Oral"];
const CATEGORIES = ["Protest", "Clashes", "Arrests", "Statement", "Decree", "Strike"];
const QUANTITIES = ["", "", "", "3", "dozens", "more than 20", "10–12"];

const two = (n) => String(n).padStart(2, "0");

/** Calls `write` with pieces of a table of at least `bytes` bytes, the same every time. */
export function writeTable(bytes, write) {
  const r = random(7);
  const any = (list) => list[Math.floor(r() * list.length)];
  let done = HEADER.length;
  write(HEADER);
  for (let i = 0; done < bytes;) {
    let piece = "";
    for (let k = 0; k < 1000; k++, i++) {
      const day = `2022-${two(1 + Math.floor(r() * 12))}-${two(1 + Math.floor(r() * 28))}`;
      const start = r() < 0.3 ? `${day}T${two(Math.floor(r() * 24))}:${two(Math.floor(r() * 60))}` : day;
      const note = r() < 0.2 ? `"${words(r, 3)}, ""${words(r, 2)}"""` : words(r, 4);
      piece += `kz-${i},${words(r, 4)},${start},,${any(PLACES)},${any(CATEGORIES)},${1 + Math.floor(r() * 5)},Police > ${any(PLACES)} TV,${any(QUANTITIES)},${note}\n`;
    }
    write(piece);
    done += Buffer.byteLength(piece);
  }
}

export function writeTableFile(path, bytes) {
  const fd = openSync(path, "w");
  writeTable(bytes, (piece) => writeSync(fd, piece));
  closeSync(fd);
}
