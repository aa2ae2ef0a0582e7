// All properties: of each the values that it is tried on, and what must hold of one, given the library.
import { documentTargets } from "./document-targets.mjs";
import { modelTargets } from "./model-targets.mjs";
import { readTargets } from "./read-targets.mjs";

export const targetsOf = (library) => ({
  ...modelTargets(library),
  ...readTargets(library),
  ...documentTargets(library),
});
