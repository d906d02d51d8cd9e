// The pad: draws, runs the chosen network, shows what it says and all its maps.
class Pad {
  constructor(root, { networks, classes, examples }) {
    this.root = root;
    this.find = name => root.querySelector(`[data-pad="${name}"]`);
    this.networks = networks.map(network => new Network(network));
    this.classes = classes;
    this.examples = examples.map(({ name, pixels }) => ({ name, pixels: Float32Array.from(atob(pixels), c => c.charCodeAt(0) / 255) }));
    this.explanation = new Explanation(this.find("window"), part => this.frame(part));
    this.drawing = this.find("ink") && new Drawing(this.find("ink"), this.find("pen"), () => this.changed());
    this.find("clear")?.addEventListener("click", () => { this.drawing.clear(); this.changed(); });
    this.find("networks")?.addEventListener("change", event => this.choose(Number(event.target.value)));
    root.querySelectorAll("[data-pad=networks] input").forEach((input, i) => { input.checked = i === 0; });
    this.find("examples").append(...this.examples.map((example, i) => this.button(example, i)));
    root.hidden = false;
    this.choose(0);
    this.take(0);
  }

  button({ name, pixels }, i) {
    const button = document.createElement("button"), canvas = document.createElement("canvas"), [h, w, c] = this.networks[0].input;
    button.type = "button";
    button.setAttribute("aria-label", `take the ${name}`);
    canvas.width = w;
    canvas.height = h;
    const context = canvas.getContext("2d"), image = context.createImageData(w, h);
    for (let p = 0; p < h * w; p++) {
      for (let k = 0; k < 3; k++) image.data[4 * p + k] = 255 * pixels[p * c + (c < 3 ? 0 : k)];
      image.data[4 * p + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    button.append(canvas);
    button.addEventListener("click", () => this.take(i));
    return button;
  }

  choose(index) {
    this.network = this.networks[index];
    this.selected = null;
    this.find("window").hidden = true;
    this.find("layers").after(this.find("window"));
    const isWide = this.root.clientWidth > 700, input = { name: "input", type: "what the network sees", shape: this.network.input };
    this.views = [input, ...this.network.layers].map((layer, i) => layer.type === "Flatten" ? null : new MapView(layer, layer.shape, isWide, view => this.select(view, i)));
    this.find("layers").replaceChildren(...this.views.filter(view => view).map(view => view.figure));
    if (this.input) this.update();
  }

  take(index) {
    const [h, w] = this.networks[0].input;
    this.input = this.examples[index].pixels;
    this.drawing?.show(this.input, h, w);
    this.update();
  }

  // Once before the next picture, however many steps the stroke has had.
  changed() {
    this.since ??= performance.now();
    this.waiting ??= requestAnimationFrame(() => {
      const [h, w] = this.network.input;
      this.waiting = undefined;
      this.input = this.drawing.pixels(h, w);
      this.update();
      this.root.dataset.milliseconds = (performance.now() - this.since).toFixed(2);
      this.since = undefined;
    });
  }

  update() {
    this.values = this.network.run(this.input);
    this.views.forEach((view, i) => view?.draw(this.values[i]));
    this.answer(this.network.probabilities(this.values));
    if (this.selected) this.explain();
  }

  answer(probabilities) {
    const bars = this.find("bars"), isEmpty = this.input.every(v => v === 0), best = probabilities.indexOf(Math.max(...probabilities));
    if (bars.children.length !== probabilities.length) bars.replaceChildren(...probabilities.map((_, i) => this.bar(i)));
    probabilities.forEach((p, i) => {
      const row = bars.children[i];
      row.style.setProperty("--share", p);
      row.classList.toggle("best", i === best && !isEmpty);
      row.lastChild.textContent = `${(p * 100).toFixed(1)} %`;
    });
    this.find("class").textContent = isEmpty ? "–" : this.classes[best];
    this.find("answer").textContent = isEmpty ? "Nothing is drawn yet." : `${this.network.name} reads ${this.classes[best]}, ${(probabilities[best] * 100).toFixed(1)} % sure.`;
  }

  bar(i) {
    const row = document.createElement("li");
    row.append(text("b", this.classes[i]), document.createElement("i"), text("span", ""));
    return row;
  }

  select(view, i) {
    this.selected = { view, i };
    view.figure.after(this.find("window"));
    this.explain();
  }

  explain() {
    const { view, i } = this.selected, place = view.selected;
    for (const other of this.views) if (other) other.mark.hidden = true;
    this.told = null;
    if (i === 0) {
      const v = this.values[0];
      this.explanation.show({ name: "input" }, { formula: number(v.data[(place.c * v.h + place.y) * v.w + place.x]), words: "A pixel, from 0 to 1." }, place, false);
    } else {
      const layer = this.network.layers[i - 1];
      this.told = explain(layer, this.values[i - 1], this.values[i], place);
      this.explanation.show(layer, this.told, place, view.isVector);
    }
    view.frame(place.c, place.y, place.x, 1, 1);
  }

  // The window, in the maps that it lies on.
  frame(part) {
    const before = this.selected && this.views[this.selected.i - 1];
    if (!part || !before) return;
    const { taps } = part, last = taps.at(-1);
    before.frame(part.channel, taps[0].row, taps[0].column, last.row - taps[0].row + 1, last.column - taps[0].column + 1);
  }
}

globalThis.pad = new Pad(document.querySelector(".pad"), JSON.parse(document.getElementById("pad-data").textContent));
