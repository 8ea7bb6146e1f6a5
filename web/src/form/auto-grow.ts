// Lets a textarea be as tall as its text. Newer browsers do it by themselves (`field-sizing` in the stylesheet).
import { onBeforeUnmount, onMounted, type Ref } from "vue";

export function useAutoGrow(box: Ref<HTMLElement | null>): () => void {
  if (typeof CSS !== "undefined" && CSS.supports("field-sizing", "content")) return () => {};
  let frame = 0;
  let length = -1;
  let width = 0;

  function measure(): void {
    frame = 0;
    const el = box.value;
    if (!(el instanceof HTMLTextAreaElement)) return;
    const border = el.offsetHeight - el.clientHeight;
    // Shrinking needs the height set free, which makes the browser lay out twice: only where it can matter.
    if (el.value.length < length || el.clientWidth !== width) el.style.height = "auto";
    if (el.scrollHeight > el.clientHeight) el.style.height = `${el.scrollHeight + border}px`;
    length = el.value.length;
    width = el.clientWidth;
  }
  function grow(): void {
    if (frame === 0) frame = requestAnimationFrame(measure);
  }

  onMounted(() => {
    window.addEventListener("resize", grow);
    grow();
  });
  onBeforeUnmount(() => {
    window.removeEventListener("resize", grow);
    cancelAnimationFrame(frame);
  });
  return grow;
}
