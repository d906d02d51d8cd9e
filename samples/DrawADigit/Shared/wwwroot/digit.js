// Strokes as the network knows digits from MNIST: the longer side in a box of 20 pixels, the centre of mass in the middle of 28.
const side = 28, box = 20, pen = 2.4;

// A dot stays a dot: what is smaller than this share of the paper is not made larger than it would be.
const smallest = 0.15;

export function toPixels(strokes) {
  if (strokes.isEmpty) return new Float32Array(side * side);
  const { left, top, right, bottom } = strokes.bounds();
  const scale = (box - pen) / Math.max(right - left, bottom - top, smallest);
  const middle = { x: side / 2 - scale * (left + right) / 2, y: side / 2 - scale * (top + bottom) / 2 };
  const first = rasterize(strokes, scale, middle.x, middle.y), centre = centreOfMass(first);

  // Not so far that ink leaves the picture.
  const room = extent => (side - pen - scale * extent) / 2;
  const shift = (from, most) => Math.min(Math.max(side / 2 - from, -most), most);
  return rasterize(strokes, scale, middle.x + shift(centre.x, room(right - left)), middle.y + shift(centre.y, room(bottom - top)));
}

function rasterize(strokes, scale, left, top) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  strokes.draw(context, pen, scale, left, top);
  const { data } = context.getImageData(0, 0, side, side);
  return Float32Array.from({ length: side * side }, (_, i) => data[4 * i + 3] / 255);
}

function centreOfMass(pixels) {
  let mass = 0, x = 0, y = 0;
  pixels.forEach((ink, i) => {
    mass += ink;
    x += ink * (i % side + 0.5);
    y += ink * (Math.floor(i / side) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}
