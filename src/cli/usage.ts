/** A command that cannot be carried out as it was given: exit status 2. A class, so that it can be told from a defect. */
export class Usage extends Error {}
