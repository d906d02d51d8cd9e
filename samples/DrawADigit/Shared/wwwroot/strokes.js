// What is drawn, as strokes of points in shares of the paper's side; so it can be drawn again in any size.
export class Strokes {
  #all = [];

  get isEmpty() { return this.#all.length === 0; }

  begin(point) { this.#all.push([point]); }

  // A point where the pen already is says nothing new.
  add(point) {
    const stroke = this.#all.at(-1), last = stroke.at(-1);
    if (point.x !== last.x || point.y !== last.y) stroke.push(point);
  }

  undo() { this.#all.pop(); }

  clear() { this.#all = []; }

  bounds() {
    const points = this.#all.flat(), xs = points.map(p => p.x), ys = points.map(p => p.y);
    const least = list => list.reduce((a, b) => Math.min(a, b)), most = list => list.reduce((a, b) => Math.max(a, b));
    return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
  }

  // Onto a canvas, a point (x, y) at scale · x + left and scale · y + top.
  draw(context, width, scale, left, top) {
    context.lineWidth = width;
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    for (const [first, ...rest] of this.#all) {
      context.moveTo(scale * first.x + left, scale * first.y + top);
      context.lineTo(scale * first.x + left, scale * first.y + top);
      for (const point of rest) context.lineTo(scale * point.x + left, scale * point.y + top);
    }
    context.stroke();
  }
}
