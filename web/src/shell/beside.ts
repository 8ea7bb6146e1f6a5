// What stands at the lower edge of the form: at most one thing, put there by a feature that was asked for.
import { type Component, type ShallowRef, shallowRef } from "vue";

export const beside: ShallowRef<Component | undefined> = shallowRef();
