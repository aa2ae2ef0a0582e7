import { renderToString } from "react-dom/server";
import { App } from "./app.jsx";

/** The whole page: `template` is the built ssr.html. */
export const page = (template) => template.replace("<!--app-->", () => renderToString(<App />));
