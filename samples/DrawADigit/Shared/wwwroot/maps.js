// The maps of a layer side by side in one canvas, a pixel between them. Small maps are drawn with larger pixels, so that the gap stays narrow.
const least = 24;

// From nothing to the largest value.
const colours = ramp([11, 16, 38], [35, 54, 111], [43, 108, 151], [79, 165, 155], [169, 208, 142], [251, 243, 196]);

export class MapRow {
  constructor(name, height, width, count) {
    Object.assign(this, { height, width, count });
    this.columns = Math.min(count, 8);
    this.zoom = Math.ceil(least / height);
    [this.stepX, this.stepY] = [width * this.zoom + 1, height * this.zoom + 1];
    this.figure = document.createElement("figure");
    this.canvas = document.createElement("canvas");
    this.canvas.width = this.columns * this.stepX - 1;
    this.canvas.height = Math.ceil(count / this.columns) * this.stepY - 1;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", count === 1 ? `the digit as the network gets it, ${height} × ${width} pixels` : `${count} feature maps of the layer ${name}`);
    const caption = document.createElement("figcaption"), title = document.createElement("b");
    title.textContent = name;
    caption.append(title, count === 1 ? ` ${height} × ${width}` : ` ${count} maps of ${height} × ${width}`);
    this.figure.append(caption, this.canvas);
    this.figure.className = count === 1 ? "input" : "layer";
    this.context = this.canvas.getContext("2d");
  }

  clear() { this.draw(new Uint8Array(this.height * this.width * this.count)); }

  // Bytes, row by row, the maps of a place side by side.
  draw(values) {
    const { height, width, count, columns, zoom, canvas } = this, image = this.context.createImageData(canvas.width, canvas.height);
    for (let map = 0; map < count; map++) {
      const left = map % columns * this.stepX, top = Math.floor(map / columns) * this.stepY;
      for (let y = 0; y < height * zoom; y++) for (let x = 0; x < width * zoom; x++) {
        const place = Math.floor(y / zoom) * width + Math.floor(x / zoom);
        image.data.set(colours[values[place * count + map]], 4 * ((top + y) * canvas.width + left + x));
      }
    }
    this.context.putImageData(image, 0, 0);
  }
}

// 256 colours, evenly between the given ones.
function ramp(...stops) {
  return Array.from({ length: 256 }, (_, i) => {
    const place = i / 255 * (stops.length - 1), first = Math.min(Math.floor(place), stops.length - 2), share = place - first;
    return [...stops[first].map((from, c) => Math.round(from + share * (stops[first + 1][c] - from))), 255];
  });
}
