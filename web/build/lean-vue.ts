// Leaves out of Vue's renderer what this page never uses: hydration, suspense, teleports, kept-alive components, transitions. Vue has no
// flags for them, so what asks for each is made to say no, and the minifier drops what is behind. Every place must be found, or the
// build fails: a new version of Vue is looked at here. `tests/house` sees to it that the page imports none of them.
import type { Plugin } from "vite";

interface Leave {
  readonly what: RegExp;
  readonly by: string;
}

const leaves: readonly Leave[] = [
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

export function leanVue(): Plugin {
  return {
    name: "formcheck-lean-vue",
    apply: "build",
    transform: {
      filter: { id: /runtime-core\.esm-bundler\.js$|\.vue(?:$|\?)/ },
      handler(code, id) {
        // The name of a component's file is for tools of development.
        if (!id.endsWith(".js")) return { code: code.replace(/^\s*__name:\s*["'`][^"'`]*["'`],?$/m, ""), map: null };
        let lean = code;
        for (const { what, by } of leaves) {
          if (!what.test(code)) this.error(`Vue has no ${what}`);
          lean = lean.replace(what, by);
        }
        return { code: lean, map: null };
      },
    },
  };
}
