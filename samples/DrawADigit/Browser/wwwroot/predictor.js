// Predicts in the browser: the network, compiled to WebAssembly, with its weights. Nothing is sent anywhere.
let exports;

export const where = "It was compiled to WebAssembly and computes in this browser: nothing that you draw leaves it.";

export async function ready(tell) {
  tell("The network is being loaded into this browser…");
  await script("_framework/blazor.webassembly.js");
  let loaded = 0;
  await Blazor.start({
    configureRuntime: builder => builder.withModuleConfig({
      onDownloadResourceProgress: (done, all) => { loaded = Math.max(loaded, done / all); tell("The network is being loaded into this browser…", loaded); },
    }),
  });
  const runtime = Blazor.runtime, { mainAssemblyName } = runtime.getConfig();
  exports = (await runtime.getAssemblyExports(mainAssemblyName)).CnnGen.Samples.DrawADigit.Browser.Exports;
}

export const facts = async () => JSON.parse(exports.Facts());

export const read = async pixels => JSON.parse(exports.Read(Array.from(pixels)));

function script(address) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.setAttribute("autostart", "false");
    element.addEventListener("load", done);
    element.addEventListener("error", () => failed(new Error(`${address} is not there: publish the project, and serve its folder wwwroot.`)));
    document.head.append(element);
  });
}
