// Runs what must be loaded first, with a sign that it is being loaded; when it cannot be, that is told and nothing changes.
import { text } from "../text/zh-cn";
import type { App } from "./app";

export async function lazily<T>(
  app: App,
  title: string,
  load: () => Promise<T>,
  act: (module: T) => unknown,
): Promise<void> {
  const { views, banners } = app;
  views.loading.value = title;
  let module: T;
  try {
    [module] = await Promise.all([load(), app.ready()]);
  } catch {
    views.loading.value = undefined;
    banners.show({ topic: "view", tone: "bad", text: text.viewFailed(title) });
    return;
  }
  try {
    await act(module);
  } finally {
    if (views.loading.value === title) views.loading.value = undefined;
  }
}
