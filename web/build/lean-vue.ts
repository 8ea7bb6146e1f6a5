// Leaves out of Vue what this page never uses: hydration, suspense, teleports, kept-alive components, transitions, markup as text, arrays
// that are reactive. Vue has no flags for them, so what asks for each is made to say no, and the minifier drops what is behind. Every place
// must be found, or the build fails: a new version of Vue is looked at here. `tests/house` sees to it that the page uses none of them.
import type { Plugin } from "vite";

interface Leave {
  readonly what: RegExp;
  readonly by: string;
}

const runtimeCore: readonly Leave[] = [
  { what: /case Static:\n\s*if \(n1 == null\) \{[^}]*\}[^}]*\}\n\s*break;/, by: "" },
  { what: /if \(type === Static\) \{/g, by: "if (false) {" },
  { what: /const sourceIsReactiveArray = .*;/, by: "const sourceIsReactiveArray = false;" },
  { what: /(?:\w+\.)*\bshapeFlag & (?:64|128|256|512)(?!\d)/g, by: "0" },
  { what: /if \(el && hydrateNode\)/g, by: "if (false)" },
  { what: /const isAsyncWrapper = .*;/g, by: "const isAsyncWrapper = () => false;" },
  { what: /isAsyncWrapper\([\w.]+\)/g, by: "false" },
  { what: /isKeepAlive\([\w.]+\)/g, by: "false" },
  { what: /isSuspense\([\w.]+\)/g, by: "false" },
  { what: /isTeleport\([\w.]+\)/g, by: "false" },
  { what: /const needCallTransitionHooks = .*;/g, by: "const needCallTransitionHooks = false;" },
  { what: /const needTransition2 = .*;/g, by: "const needTransition2 = false;" },
  { what: /const isAsyncWrapperVNode = .*;/g, by: "const isAsyncWrapperVNode = false;" },
  { what: /if \(vnode\.transition\) \{/g, by: "if (false) {" },
  { what: /if \(instance\.asyncDep\) \{/g, by: "if (false) {" },
  { what: /if \(instance\.asyncDep && !instance\.asyncResolved\)/g, by: "if (false)" },
  { what: /const unresolvedAsyncRoot = .*;/g, by: "const unresolvedAsyncRoot = false;" },
  { what: /if \(leavingNode && .*\) \{/g, by: "if (false) {" },
  { what: /if \(transition && !transition\.persisted && transition\.afterLeave\)/g, by: "if (false)" },
  { what: /setScopeId\(el, vnode, .*\);/g, by: "" }, // styles of one component alone
  { what: /if \(root\.ce && .*\) \{/g, by: "if (false) {" },
];

const runtimeDom: readonly Leave[] = [
  { what: /insertStaticContent\(content, [\s\S]*?\n {2}\}\n(?=\};)/, by: "" },
  { what: /const tt = .*;/, by: "const tt = false;" },
  { what: /key === "innerHTML" \? unsafeToTrustedHTML\(value\) : value/g, by: "value" },
];

const reactivity: readonly Leave[] = [
  { what: /if \(targetIsArray && \(fn = arrayInstrumentations\[key\]\)\) \{/, by: "if (false) {" },
];

const leavesOf = (id: string): readonly Leave[] =>
  id.includes("runtime-core") ? runtimeCore : id.includes("runtime-dom") ? runtimeDom : reactivity;

export function leanVue(): Plugin {
  return {
    name: "formcheck-lean-vue",
    apply: "build",
    transform: {
      filter: { id: /(runtime-core|runtime-dom|reactivity)\.esm-bundler\.js$|\.vue(?:$|\?)/ },
      handler(code, id) {
        // Vue makes markup of a template where very much of it never changes.
        if (/\bcreateStaticVNode\b/.test(code) && !id.endsWith(".js"))
          this.error("a template has too much that is static");
        // The name of a component's file is for tools of development.
        if (!id.endsWith(".js")) return { code: code.replace(/^\s*__name:\s*["'`][^"'`]*["'`],?$/m, ""), map: null };
        let lean = code;
        for (const { what, by } of leavesOf(id)) {
          if (!what.test(code)) this.error(`Vue has no ${what}`);
          lean = lean.replace(what, by);
        }
        return { code: lean, map: null };
      },
    },
  };
}
