// Runs before everything else, in any browser since Internet Explorer 9: says so where the page cannot run, and when its
// script does not even parse. Plain old JavaScript on purpose.
(function () {
  // Policies add up, so this one takes 'unsafe-eval' away. Every browser with container queries knows 'wasm-unsafe-eval'.
  if (window.CSS && CSS.supports && CSS.supports('container-type', 'inline-size')) {
    var policy = document.createElement('meta');
    policy.setAttribute('http-equiv', 'Content-Security-Policy');
    // Where Trusted Types are known, no text becomes markup or script but through this one.
    policy.setAttribute(
      'content',
      "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types formcheck"
    );
    document.head.appendChild(policy);
  }

  var root = document.documentElement;
  var first = 'first-visit';

  // Whoever was here has left something in these; in doubt so.
  function isFirst() {
    try {
      var stores = [window.localStorage, window.sessionStorage];
      for (var s = 0; s < 2; s++)
        for (var n = 0; n < stores[s].length; n++) if (stores[s].key(n).indexOf('formcheck/') === 0) return false;
      return true;
    } catch (error) {
      return false;
    }
  }
  // The form can be written in before the page's script is there, which takes over what was typed and pressed (src/first-view).
  function showFirst() {
    root.classList.add(first);
    function note(event, act) {
      document.addEventListener(event, function (happened) {
        if (root.classList.contains(first)) act(happened.target);
      });
    }
    note('compositionstart', function () {
      root.setAttribute('data-composing', '');
    });
    note('compositionend', function () {
      root.removeAttribute('data-composing');
    });
    note('click', function (target) {
      var pressed = document.querySelector('[data-pressed]');
      if (pressed) pressed.removeAttribute('data-pressed');
      pressed = target.closest('button');
      if (pressed) pressed.setAttribute('data-pressed', '');
    });
  }

  function tell() {
    root.classList.remove(first);
    var opening = document.getElementById('opening');
    var notice = document.getElementById('below-floor');
    if (!notice) return;
    if (opening) opening.style.display = 'none';
    notice.style.display = 'block';
  }
  function modern() {
    return (
      'noModule' in document.createElement('script') &&
      typeof WebAssembly === 'object' &&
      typeof Promise.allSettled === 'function' &&
      typeof String.prototype.matchAll === 'function' &&
      !!(window.CSS && CSS.supports && CSS.supports('display', 'grid'))
    );
  }
  function onReady() {
    if (!modern()) tell();
  }
  window.addEventListener('error', function (event) {
    if (event.message && event.message.indexOf('SyntaxError') >= 0) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell);
      else tell();
    }
  });
  // A script that does not come (no network): whoever writes in the first view must know that nothing is kept.
  window.addEventListener(
    'error',
    function (event) {
      var opening = document.getElementById('opening');
      if (!opening || event.target.nodeName !== 'SCRIPT') return;
      opening.firstChild.data = '页面没有载入完整，写下的内容不会保存。请检查网络后刷新页面。';
      root.className += ' stuck';
    },
    true
  );
  if (modern() && isFirst()) showFirst();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onReady);
  else onReady();
})();
