// What the build provides beside source files.
declare module "virtual:definition-image" {
  export const url: string;
}
declare module "virtual:blank-draft" {
  export const blank: import("./core/waiting-session").BlankDraft;
}
declare module "virtual:narrative-reader" {
  export const url: string;
}
declare module "virtual:narrative-knowledge" {
  export const url: string;
}
declare module "virtual:narrative-wording" {
  export const url: string;
}
declare module "virtual:sample" {
  export const url: string;
}
declare module "virtual:fonts" {
  /** Without those the build was made without. */
  export const fontUrls: { readonly song?: string; readonly hei?: string; readonly rest?: string };
}
declare module "@wasm/formcheck.mjs" {
  const createFormcheck: import("./core/door").CoreFactory;
  export default createFormcheck;
}
declare module "@wasm/formcheck.wasm?url" {
  const url: string;
  export default url;
}
declare module "@wasm/formcheck-rest.wasm?url" {
  const url: string;
  export default url;
}
/** Which of the two editions this build is: a folder on a server, or one file. */
declare const __EDITION__: "hosted" | "single";
