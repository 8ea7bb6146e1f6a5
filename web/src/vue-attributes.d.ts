// Lets templates carry data attributes, and name components, under strictTemplates.
export {};

declare module "vue" {
  interface HTMLAttributes {
    [attribute: `data-${string}`]: string | number | boolean | undefined;
  }
  interface AllowedComponentProps {
    "aria-label"?: string;
  }
}
