/** A command that cannot be carried out as it was given: exit status 2. A class, so that it can be told from a defect. */
export class Usage extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  EACCES: "it may not be opened by you",
  EPERM: "it may not be opened by you",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no room left",
};

/** Why a file cannot be read or written, as the system says it and in words. */
export function reasonOf(error: unknown): string {
  const { code = "unknown error" } = error as NodeJS.ErrnoException;
  const words = REASONS[code];
  return words === undefined ? code : `${words} (${code})`;
}
