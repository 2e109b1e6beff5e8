// The scope of an audio worklet has no TextDecoder; TeaVM's runtime wants one for the names in a module, which are ASCII.
// Imported before the runtime.
globalThis.TextDecoder ??= class TextDecoder {
  decode(bytes) {
    const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength);
    let text = '';
    for (let i = 0; i < view.length; i++) text += String.fromCharCode(view[i]);
    return text;
  }
};
