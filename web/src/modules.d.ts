// What the build provides beside source files.
declare module "virtual:definition" {
  export const url: string;
}
declare module "virtual:sample" {
  export const url: string;
}
declare module "@wasm/formcheck.mjs" {
  const createFormcheck: import("./core/door").CoreFactory;
  export default createFormcheck;
}
declare module "@wasm/formcheck.wasm?url" {
  const url: string;
  export default url;
}
