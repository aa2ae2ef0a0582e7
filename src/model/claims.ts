import type { ResolvedClaim } from "./resolved.js";
import type { Verification } from "./types.js";

/** "Deputy minister > Khabar-24 > Interfax | TASS": origin first, parallel relays in one step. */
export function parsePath(text: string): readonly (string | readonly string[])[] {
  return text
    .split(">")
    .map((step) =>
      step
        .split("|")
        .map((s) => s.trim())
        .filter((s) => s !== ""),
    )
    .filter((step) => step.length > 0)
    .map((step) => (step.length === 1 ? step[0]! : step));
}

/** Ids of the independent origins: two agencies that quote one minister are one source. */
export function independentOrigins(claims: readonly Pick<ResolvedClaim, "path">[]): ReadonlySet<string> {
  return new Set(claims.flatMap((c) => c.path[0]?.map((s) => s.id) ?? []));
}

/** How well claims support what they say: by independent origins, whatever the number of relays. */
export function verificationOf(
  claims: readonly ResolvedClaim[],
  stated: Verification | undefined,
): Verification | undefined {
  if (stated) return stated;
  if (claims.length === 0) return undefined;
  const own = claims.map((c) => c.status).find((s) => s !== undefined);
  if (own !== undefined && claims.length === 1) return own;
  const origins = independentOrigins(claims.filter((c) => c.status !== "refuted" && c.status !== "withdrawn")).size;
  if (claims.some((c) => c.status === "disputed")) return "disputed";
  return origins === 0 ? undefined : origins === 1 ? "single-source" : "corroborated";
}
