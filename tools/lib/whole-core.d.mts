// Types for the page's build.
export function editionPaths(edition?: string): string[];
export function editionFiles(edition?: string): Record<string, string>;
export function narrativePaths(edition?: string): Readonly<Record<"reader" | "knowledge" | "wording", string>>;
export function compileForm(files?: Record<string, string>): Promise<{ view: string; image: Uint8Array; blank: object }>;
