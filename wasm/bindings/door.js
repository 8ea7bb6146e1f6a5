// The JavaScript half of Embind, as much of it as our door uses: functions, classes, texts and unsigned numbers. Emscripten's
// own (embind.js) also knows inheritance, smart pointers, overloads, values and more kinds of texts: 5 KB that the page would
// load for nothing. The calls answered here are those of <emscripten/bind.h>, Emscripten 3.1.6.
mergeInto(LibraryManager.library, {
  // By C++ type: how a value goes in (noting what to free after the call) and how one comes out.
  $embindTypes: {},
  $embindTypes__postset: 'Object.defineProperty(Module, "HEAPU8", { get: () => HEAPU8 });',

  $embindName: function (at) {
    let name = '';
    while (HEAPU8[at]) name += String.fromCharCode(HEAPU8[at++]);
    return name;
  },

  $embindEncoder: 'new TextEncoder()',
  // A BOM belongs to the text.
  $embindDecoder: 'new TextDecoder("utf-8", { ignoreBOM: true })',

  // Types may be told after what uses them: they are looked up when it is called. `own`: whether the object goes along. `late`: the name of
  // what may not be called before the rest of the core is there.
  $embindFunction__deps: ['$embindTypes', 'free'],
  $embindFunction: function (count, at, invoker, target, own, late) {
    const types = HEAPU32.slice(at >> 2, (at >> 2) + count);
    const call = wasmTable.get(invoker);
    const first = own ? 2 : 1;
    return function () {
      if (late && !Module.whole) throw new Error('too early: ' + late);
      if (arguments.length !== count - first) throw new TypeError('wrong number of arguments');
      const wired = [target];
      const kept = [];
      if (own) {
        if (!this.at) throw new TypeError('no object, or deleted');
        wired.push(this.at);
      }
      for (let n = first; n < count; n++) wired.push(embindTypes[types[n]].into(arguments[n - first], kept));
      const result = call.apply(null, wired);
      for (const each of kept) _free(each);
      return embindTypes[types[0]].from(result);
    };
  },

  _embind_register_void__deps: ['$embindTypes'],
  _embind_register_void: function (type) {
    embindTypes[type] = { from: () => undefined };
  },
  _embind_register_integer__deps: ['$embindTypes'],
  _embind_register_integer: function (type) {
    embindTypes[type] = { from: (value) => value >>> 0, into: (value) => value };
  },
  // A std::string on its way: its length, its bytes. Bytes are taken as they are.
  _embind_register_std_string__deps: ['$embindTypes', '$embindEncoder', '$embindDecoder', 'malloc', 'free'],
  _embind_register_std_string: function (type) {
    embindTypes[type] = {
      from: (at) => {
        const text = embindDecoder.decode(HEAPU8.subarray(at + 4, at + 4 + HEAPU32[at >> 2]));
        _free(at);
        return text;
      },
      into: (text, kept) => {
        const bytes = typeof text === 'string' ? embindEncoder.encode(text) : text;
        const at = _malloc(4 + bytes.length);
        HEAPU32[at >> 2] = bytes.length;
        HEAPU8.set(bytes, at + 4);
        kept.push(at);
        return at;
      },
    };
  },
  // A std::u16string; none comes out of our door.
  _embind_register_std_wstring__deps: ['$embindTypes', 'malloc'],
  _embind_register_std_wstring: function (type) {
    embindTypes[type] = {
      into: (text, kept) => {
        const length = text.length;
        const at = _malloc(4 + 2 * length);
        HEAPU32[at >> 2] = length;
        for (let n = 0; n < length; n++) HEAPU16[(at >> 1) + 2 + n] = text.charCodeAt(n);
        kept.push(at);
        return at;
      },
    };
  },

  _embind_register_function__deps: ['$embindName', '$embindFunction'],
  _embind_register_function: function (name, count, types, _signature, invoker, target) {
    Module[embindName(name)] = embindFunction(count, types, invoker, target, false);
  },

  abort: function () {
    throw new Error('the core has stopped');
  },

  // An object is its address. It is made by `new` and lives until `delete`.
  _embind_register_class__deps: ['$embindTypes', '$embindName'],
  _embind_register_class: function (type, _pointer, _const, _base, _a, _actual, _u, _upcast, _d, _downcast, name, _s, destructor) {
    const made = function () {
      this.at = made.make();
    };
    made.prototype.delete = function () {
      wasmTable.get(destructor)(this.at);
      this.at = 0;
    };
    embindTypes[type] = made;
    made.from = (at) => at;
    Module[embindName(name)] = made;
  },
  _embind_register_class_constructor__deps: ['$embindTypes', '$embindFunction'],
  _embind_register_class_constructor: function (type, count, types, _signature, invoker, target) {
    embindTypes[type].make = embindFunction(count, types, invoker, target, false);
  },
  _embind_register_class_function__deps: ['$embindTypes', '$embindName', '$embindFunction', '$embindLate'],
  _embind_register_class_function: function (type, name, count, types, _signature, invoker, target) {
    let called = embindName(name);
    let late;
    if (called[0] === '~') embindLate[(late = called = called.slice(1))] = target;
    embindTypes[type].prototype[called] = embindFunction(count, types, invoker, target, true, late);
  },

  // Late calls by name, with the places of their pointers (tools/split-core reads them). They stand in the second half of a core
  // that was split; its first half exports its memory.
  $embindLate: {},
  $embindLate__postset: () => {
    addAtInit('embindHalves(asm);');
    return 'Module.late = embindLate;';
  },
  $embindLate__deps: ['$embindHalves'],
  $embindHalves: function (first) {
    Module.whole = !first.memory;
    Module.rest = (wasm) => WebAssembly.instantiate(wasm, { first }).then(() => void (Module.whole = true));
  },
});
