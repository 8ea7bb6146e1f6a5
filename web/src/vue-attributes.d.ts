// Lets templates carry data attributes under strictTemplates.
export {};

declare module "vue" {
  interface HTMLAttributes {
    [attribute: `data-${string}`]: string | number | boolean | undefined;
  }
}
