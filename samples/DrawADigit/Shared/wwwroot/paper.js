// The paper: mouse, pen, finger and keyboard put strokes on it.
const width = 44, step = 0.05, largeStep = 0.1;

export class Paper {
  #canvas; #mark; #context; #changed;
  #at = { x: 0.5, y: 0.2 };
  #pointer = null;
  #isDown = false;

  constructor(canvas, mark, strokes, changed) {
    this.#canvas = canvas;
    this.#mark = mark;
    this.#context = canvas.getContext("2d");
    this.#changed = changed;
    this.strokes = strokes;
    canvas.addEventListener("pointerdown", event => this.#begin(event));
    canvas.addEventListener("pointermove", event => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, event => this.#end(event));
    canvas.addEventListener("keydown", event => this.#key(event));
    canvas.addEventListener("focus", () => this.#showPen(canvas.matches(":focus-visible")));
    canvas.addEventListener("blur", () => { this.#isDown = false; this.#showPen(false); });
  }

  clear() {
    this.#isDown = false;
    this.strokes.clear();
    this.#redraw();
  }

  undo() {
    this.#isDown = false;
    this.strokes.undo();
    this.#redraw();
  }

  #redraw() {
    const { width: side } = this.#canvas;
    this.#context.clearRect(0, 0, side, side);
    this.#context.strokeStyle = getComputedStyle(this.#canvas).color;
    this.strokes.draw(this.#context, width, side, 0, 0);
    this.#mark.classList.toggle("down", this.#isDown);
    this.#changed();
  }

  #place({ clientX, clientY }) {
    const box = this.#canvas.getBoundingClientRect();
    return { x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) };
  }

  // One pointer at a time: a palm on the paper draws nothing.
  #begin(event) {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#showPen(false);
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#isDown = false;
    this.#at = this.#place(event);
    this.strokes.begin(this.#at);
    this.#redraw();
  }

  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    for (const part of [...event.getCoalescedEvents?.() ?? [], event]) {
      this.#at = this.#place(part);
      this.strokes.add(this.#at);
    }
    this.#redraw();
  }

  #end(event) {
    if (event.pointerId === this.#pointer) this.#pointer = null;
  }

  #key(event) {
    if (event.altKey || event.metaKey || this.#pointer !== null) return;
    const key = event.key.toLowerCase(), far = event.shiftKey ? largeStep : step;
    const way = { arrowleft: [-far, 0], arrowright: [far, 0], arrowup: [0, -far], arrowdown: [0, far] }[key];
    if (way) this.#go(way);
    else if (key === " ") this.#putDown();
    else if (key === "z") this.undo();
    else if (key === "delete" || key === "backspace") this.clear();
    else return;
    event.preventDefault();
    this.#showPen(true);
  }

  #go([x, y]) {
    this.#at = { x: within(this.#at.x + x), y: within(this.#at.y + y) };
    if (!this.#isDown) return;
    this.strokes.add(this.#at);
    this.#redraw();
  }

  #putDown() {
    this.#isDown = !this.#isDown;
    if (!this.#isDown) return;
    this.strokes.begin(this.#at);
    this.#redraw();
  }

  #showPen(isShown) {
    this.#mark.hidden = !isShown;
    this.#mark.classList.toggle("down", this.#isDown);
    this.#mark.style.left = `${this.#at.x * 100}%`;
    this.#mark.style.top = `${this.#at.y * 100}%`;
  }
}

const within = share => Math.min(Math.max(share, 0), 1);
