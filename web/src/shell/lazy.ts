// Components that come after the first sign of life. Until then nothing, or what the slot `waiting` holds, stands in their place.
// Vue's own asynchronous components know timeouts and retries too, and weigh more than all that is loaded with them here.
import { type Component, defineComponent, h, markRaw, type ShallowRef, shallowRef } from "vue";
import { signOfLife } from "./sign-of-life";

/** A part that cannot be had (no network) is asked for again when it is next shown. */
export function lazy(load: () => Promise<Component>): Component {
  const loaded: ShallowRef<Component | undefined> = shallowRef();
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      if (!loaded.value) {
        signOfLife.then(load).then(
          (component) => {
            loaded.value = markRaw(component);
          },
          () => {},
        );
      }
      return () => (loaded.value ? h(loaded.value, attrs, slots) : slots.waiting?.());
    },
  });
}
