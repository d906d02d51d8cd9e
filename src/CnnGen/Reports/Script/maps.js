// The maps of a layer in one canvas, a pixel between them; of a vector, its values in rows.
const ramp = (...colours) => Array.from({ length: 256 }, (_, i) => {
  const place = i / 255 * (colours.length - 1), first = Math.min(Math.floor(place), colours.length - 2), share = place - first;
  const mix = shift => Math.round((colours[first] >> shift & 255) * (1 - share) + (colours[first + 1] >> shift & 255) * share);
  return 0xff000000 | mix(0) << 16 | mix(8) << 8 | mix(16);
});
const sequential = ramp(0x0b1026, 0x23366f, 0x2b6c97, 0x4fa59b, 0xa9d08e, 0xfbf3c4);
const diverging = ramp(0x8f2d1b, 0xd9825b, 0xf3efe6, 0x6fa3c7, 0x1e4f83);
const css = colour => `rgb(${colour & 255} ${colour >> 8 & 255} ${colour >> 16 & 255})`;

class MapView {
  constructor(layer, shape, isWide, chosen) {
    this.isVector = shape.length === 1;
    [this.h, this.w, this.c] = this.isVector ? [1, 1, shape[0]] : shape;
    this.gap = this.isVector ? 0 : 1;
    this.columns = Math.min(this.c, this.isVector ? (this.c <= 16 ? this.c : 32) : this.w > 40 ? 4 : isWide ? 16 : 8);
    this.selected = { c: 0, y: 0, x: 0 };
    this.figure = document.createElement("figure");
    this.figure.innerHTML = `<figcaption><b></b> <span></span></figcaption><div class="stack"><canvas tabindex="0" role="application"></canvas><i class="mark" hidden="hidden"></i></div>`;
    this.figure.querySelector("b").textContent = layer.name;
    this.figure.querySelector("span").textContent = `${layer.type} · ${shape.join("×")}`;
    this.canvas = this.figure.querySelector("canvas");
    this.mark = this.figure.querySelector(".mark");
    this.canvas.setAttribute("aria-label", `${layer.name}: ${this.isVector ? "values" : "maps"}, arrow keys choose one pixel, page up and page down another map`);
    this.canvas.width = this.columns * (this.w + this.gap) - this.gap;
    this.canvas.height = Math.ceil(this.c / this.columns) * (this.h + this.gap) - this.gap;
    const scale = clamp(Math.floor(900 / this.canvas.width), 1, this.isVector ? 24 : 8);
    this.canvas.style.maxWidth = `${this.canvas.width * scale}px`;
    this.figure.querySelector(".stack").style.maxWidth = this.canvas.style.maxWidth;
    this.context = this.canvas.getContext("2d");
    this.image = this.context.createImageData(this.canvas.width, this.canvas.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.canvas.addEventListener("click", event => { if (this.hit(event)) chosen(this); });
    this.canvas.addEventListener("keydown", event => { if (this.step(event)) chosen(this); });
  }

  corner(c) { return [Math.floor(c / this.columns) * (this.h + this.gap), c % this.columns * (this.w + this.gap)]; }

  draw(value) {
    let low = 0, high = 0;
    for (const v of value.data) { low = Math.min(low, v); high = Math.max(high, v); }
    const factor = high > low ? 255 / (high - low) : 0;
    this.pixels.fill(0);
    for (let c = 0, at = 0; c < this.c; c++) {
      const [top, left] = this.corner(c);
      for (let y = 0; y < this.h; y++) for (let x = 0; x < this.w; x++, at++) {
        this.pixels[(top + y) * this.canvas.width + left + x] = sequential[Math.round((value.data[at] - low) * factor)];
      }
    }
    this.context.putImageData(this.image, 0, 0);
  }

  hit({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const column = Math.floor((clientX - box.left) / box.width * this.canvas.width), row = Math.floor((clientY - box.top) / box.height * this.canvas.height);
    const wide = this.w + this.gap, tall = this.h + this.gap, c = Math.floor(row / tall) * this.columns + Math.floor(column / wide);
    if (c < 0 || c >= this.c || column % wide >= this.w || row % tall >= this.h) return false;
    this.selected = { c, y: row % tall, x: column % wide };
    return true;
  }

  step(event) {
    const { c, y, x } = this.selected, across = this.isVector ? [1, 0] : [0, 1];
    const moves = {
      ArrowLeft: [-across[0], 0, -across[1]], ArrowRight: [across[0], 0, across[1]],
      ArrowUp: this.isVector ? [-this.columns, 0, 0] : [0, -1, 0], ArrowDown: this.isVector ? [this.columns, 0, 0] : [0, 1, 0],
      PageUp: [-1, 0, 0], PageDown: [1, 0, 0], Enter: [0, 0, 0], " ": [0, 0, 0],
    };
    const move = moves[event.key];
    if (!move) return false;
    event.preventDefault();
    this.selected = { c: clamp(c + move[0], 0, this.c - 1), y: clamp(y + move[1], 0, this.h - 1), x: clamp(x + move[2], 0, this.w - 1) };
    return true;
  }

  // A frame around pixels of one map; what lies outside of it is cut off.
  frame(c, top, left, height, width) {
    const [row, column] = this.corner(c), y0 = clamp(top, 0, this.h), x0 = clamp(left, 0, this.w);
    const share = (v, of) => `${v / of * 100}%`;
    this.mark.hidden = false;
    this.mark.style.top = share(row + y0, this.canvas.height);
    this.mark.style.left = share(column + x0, this.canvas.width);
    this.mark.style.height = share(clamp(top + height, 0, this.h) - y0, this.canvas.height);
    this.mark.style.width = share(clamp(left + width, 0, this.w) - x0, this.canvas.width);
  }
}
