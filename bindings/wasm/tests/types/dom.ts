// What needs the types of a browser.
import { init } from "lkks";

await init(await WebAssembly.compileStreaming(fetch("lkks_bg.wasm")));
await init(fetch("lkks_bg.wasm"));
await init(new WebAssembly.Module(new ArrayBuffer(0)));
