// How components come by the store.
import { type InjectionKey, inject } from "vue";
import type { Store } from "./store";

export const storeKey: InjectionKey<Store> = Symbol("store");

export function useStore(): Store {
  const store = inject(storeKey);
  if (!store) throw new Error("no store was provided");
  return store;
}
