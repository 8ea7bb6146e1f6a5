// Runs before everything else, in any browser since Internet Explorer 9: says so where the page cannot run, and when its
// script does not even parse. Plain old JavaScript on purpose.
(function () {
  // Policies add up, so this one takes 'unsafe-eval' away. Every browser with container queries knows 'wasm-unsafe-eval'.
  if (window.CSS && CSS.supports && CSS.supports('container-type', 'inline-size')) {
    var policy = document.createElement('meta');
    policy.setAttribute('http-equiv', 'Content-Security-Policy');
    // Where Trusted Types are known, no text becomes markup or script but through these two.
    policy.setAttribute(
      'content',
      "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types vue formcheck"
    );
    document.head.appendChild(policy);
  }

  function tell() {
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
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onReady);
  else onReady();
})();
