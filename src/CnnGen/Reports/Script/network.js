// A network: its layers one after the other, with weights read from base64.
class Network {
  constructor({ name, output, input, layers, weights }) {
    const bytes = Uint8Array.from(atob(weights), c => c.charCodeAt(0)), numbers = new Float32Array(bytes.buffer);
    const size = shape => shape.reduce((a, b) => a * b, 1);
    this.name = name;
    this.output = output;
    this.input = input;
    this.layers = layers.map(layer => ({
      ...layer,
      weights: Object.fromEntries(Object.entries(layer.weights)
        .map(([key, { at, shape }]) => [key, { shape, data: numbers.subarray(at, at + size(shape)) }])),
    }));
  }

  // What goes in and what each layer makes of it: values.length is one more than the layers'. Pixels are 0 to 1, the channels of a pixel side by side.
  run(pixels) {
    const x = value(this.input), places = x.h * x.w;
    for (let i = 0; i < pixels.length; i++) x.data[i % x.c * places + Math.floor(i / x.c)] = pixels[i];
    const values = [x];
    for (const layer of this.layers) values.push(activate(Layers[layer.type](values.at(-1), layer), layer.settings.activation));
    return values;
  }

  // A probability for each class.
  probabilities(values) {
    const { data } = values.at(-1);
    const sure = this.output === "Logits" ? softmax({ c: data.length, h: 1, w: 1, data }).data
      : this.output === "BinaryLogits" ? data.map(Activations.Sigmoid) : data;
    return sure.length === 1 ? [1 - sure[0], sure[0]] : Array.from(sure);
  }
}
