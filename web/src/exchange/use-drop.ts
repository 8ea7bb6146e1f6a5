// A file dropped anywhere on the page is opened. Text dragged between boxes is left to the browser.
import { onBeforeUnmount, onMounted, type Ref, ref } from "vue";

export function useDrop(open: (file: File) => void): Ref<boolean> {
  const over = ref(false);
  let depth = 0;

  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  function enter(event: DragEvent): void {
    if (!hasFile(event)) return;
    depth++;
    over.value = true;
  }
  function leave(event: DragEvent): void {
    if (!hasFile(event)) return;
    depth = Math.max(0, depth - 1);
    over.value = depth > 0;
  }
  function allow(event: DragEvent): void {
    if (hasFile(event)) event.preventDefault();
  }
  function drop(event: DragEvent): void {
    if (!hasFile(event)) return;
    depth = 0;
    over.value = false;
    // A text box has taken it: a picture.
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  }

  onMounted(() => {
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
  });
  onBeforeUnmount(() => {
    window.removeEventListener("dragenter", enter);
    window.removeEventListener("dragleave", leave);
    window.removeEventListener("dragover", allow);
    window.removeEventListener("drop", drop);
  });
  return over;
}
