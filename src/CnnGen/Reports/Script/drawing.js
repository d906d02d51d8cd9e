// A pad to draw on, and what the network is given of it.
class Drawing {
  static width = 22;

  constructor(canvas, pen, changed) {
    this.canvas = canvas;
    this.pen = pen;
    this.changed = changed;
    this.context = canvas.getContext("2d", { willReadFrequently: true });
    this.at = { x: canvas.width / 2, y: canvas.height / 2 };
    this.isDown = false;
    this.clear();
    canvas.addEventListener("pointerdown", event => this.begin(event));
    canvas.addEventListener("pointermove", event => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => { this.isDown = false; });
    canvas.addEventListener("keydown", event => this.key(event));
    canvas.addEventListener("blur", () => { this.isDown = false; this.showPen(false); });
  }

  clear() {
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.isExample = false;
  }

  // An image of the data, until something is drawn.
  show(pixels, height, width) {
    const small = new OffscreenCanvas(width, height), context = small.getContext("2d"), image = context.createImageData(width, height);
    pixels.forEach((ink, i) => image.data.set([255, 255, 255, 255 * ink], 4 * i));
    context.putImageData(image, 0, 0);
    this.clear();
    this.context.drawImage(small, 0, 0, this.canvas.width, this.canvas.height);
    this.isExample = true;
  }

  place({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width * this.canvas.width, y: (clientY - box.top) / box.height * this.canvas.height };
  }

  begin(event) {
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.showPen(false);
    if (event.isTrusted) this.canvas.setPointerCapture(event.pointerId);
    this.isDown = true;
    this.at = this.place(event);
    this.line(this.at);
  }

  move(event) {
    if (!this.isDown) return;
    for (const step of event.getCoalescedEvents?.() ?? []) this.line(this.place(step));
    this.line(this.place(event));
  }

  line(to) {
    if (this.isExample) this.clear();
    const { context } = this;
    context.lineWidth = Drawing.width;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = "#fff";
    context.beginPath();
    context.moveTo(this.at.x, this.at.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    this.at = to;
    this.changed();
  }

  // Arrows move the pen, the space bar puts it down or lifts it.
  key(event) {
    const step = event.shiftKey ? 28 : 14;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (event.key === " ") {
      this.isDown = !this.isDown;
      if (this.isDown) this.line(this.at);
    } else if (way) {
      const within = v => Math.min(Math.max(v, 0), this.canvas.width);
      const to = { x: within(this.at.x + way[0]), y: within(this.at.y + way[1]) };
      if (this.isDown) this.line(to); else this.at = to;
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
      this.changed();
    } else {
      return;
    }
    event.preventDefault();
    this.showPen(true);
  }

  showPen(isShown) {
    this.pen.hidden = !isShown;
    this.pen.classList.toggle("down", this.isDown);
    this.pen.style.left = `${this.at.x / this.canvas.width * 100}%`;
    this.pen.style.top = `${this.at.y / this.canvas.height * 100}%`;
  }

  // As MNIST's digits were made: the drawing's longer side brought to 20 of 28 pixels, its centre of mass to the middle.
  pixels(height, width) {
    const out = new Float32Array(height * width), box = this.bounds();
    if (!box) return out;
    const most = Math.round(Math.min(height, width) * 20 / 28), scale = most / Math.max(box.w, box.h);
    const w = Math.max(1, Math.round(box.w * scale)), h = Math.max(1, Math.round(box.h * scale));
    const small = new OffscreenCanvas(w, h).getContext("2d");
    small.imageSmoothingQuality = "high";
    small.drawImage(this.canvas, box.x, box.y, box.w, box.h, 0, 0, w, h);
    const { data } = small.getImageData(0, 0, w, h);
    let mass = 0, across = 0, down = 0;
    for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) {
      const ink = data[(y * w + x) * 4 + 3];
      mass += ink; across += ink * (x + 0.5); down += ink * (y + 0.5);
    }
    const left = clamp(Math.round(width / 2 - across / mass), 0, width - w), top = clamp(Math.round(height / 2 - down / mass), 0, height - h);
    for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) out[(top + y) * width + left + x] = data[(y * w + x) * 4 + 3] / 255;
    return out;
  }

  bounds() {
    const { width, height } = this.canvas, { data } = this.context.getImageData(0, 0, width, height);
    let left = width, right = -1, top = height, bottom = -1;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (data[(y * width + x) * 4 + 3] > 8) {
      left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    return right < 0 ? null : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
  }
}

const clamp = (v, low, high) => Math.min(Math.max(v, low), high);
