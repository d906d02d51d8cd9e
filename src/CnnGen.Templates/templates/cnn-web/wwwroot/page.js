// Takes what is drawn to the network and shows what it says.
const side = 28, box = 20, pen = 22;
const find = id => document.getElementById(id);
const paper = find("paper"), context = paper.getContext("2d", { willReadFrequently: true });
const bars = Array.from({ length: 10 }, () => find("bars").appendChild(document.createElement("li")));
let isDrawn = false, isAsking = false, isChanged = false;

paper.addEventListener("pointerdown", event => { paper.setPointerCapture(event.pointerId); draw(event, true); });
paper.addEventListener("pointermove", event => { if (event.buttons & 1) draw(event, false); });
find("clear").addEventListener("click", clear);
context.strokeStyle = "white";
context.lineCap = context.lineJoin = "round";
context.lineWidth = pen;
show(Array(10).fill(0));
wait();

function draw({ offsetX, offsetY }, isNew) {
  if (isNew) { context.beginPath(); context.moveTo(offsetX, offsetY); }
  context.lineTo(offsetX, offsetY);
  context.stroke();
  isDrawn = true;
  ask();
}

function clear() {
  context.clearRect(0, 0, paper.width, paper.height);
  isDrawn = false;
  say("Draw with mouse, pen or finger.");
  show(Array(10).fill(0));
}

// One question at a time; what is drawn meanwhile is asked next.
async function ask() {
  isChanged = true;
  if (isAsking) return;
  isAsking = true;
  while (isChanged && isDrawn) {
    isChanged = false;
    try {
      const { digit, probability, probabilities, error } = await predict(pixels());
      if (isDrawn) say(error ?? `It reads ${digit}, ${(100 * probability).toFixed(1)} % sure.`);
      if (isDrawn && probabilities) show(probabilities);
    } catch {
      say("The server does not answer.");
    }
  }
  isAsking = false;
}

async function predict(pixels) {
  const answer = await fetch("predict", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ pixels }) });
  return answer.json();
}

// MNIST's digits lie in a box of 20 pixels, their centre of mass in the middle of 28.
function pixels() {
  const { left, top, right, bottom, x, y } = extent();
  const scale = box / Math.max(right - left, bottom - top, pen);
  const small = Object.assign(document.createElement("canvas"), { width: side, height: side }).getContext("2d");
  small.imageSmoothingQuality = "high";
  small.translate(side / 2 - scale * x, side / 2 - scale * y);
  small.scale(scale, scale);
  small.drawImage(paper, 0, 0);
  const { data } = small.getImageData(0, 0, side, side);
  return Array.from({ length: side * side }, (_, i) => data[4 * i + 3] / 255);
}

// Where ink is, and its centre.
function extent() {
  const { width, height } = paper, { data } = context.getImageData(0, 0, width, height);
  const found = { left: width, top: height, right: 0, bottom: 0, x: 0, y: 0 };
  let mass = 0;
  for (let i = 0; i < width * height; i++) {
    const ink = data[4 * i + 3];
    if (ink === 0) continue;
    const x = i % width, y = Math.floor(i / width);
    Object.assign(found, { left: Math.min(found.left, x), top: Math.min(found.top, y), right: Math.max(found.right, x + 1), bottom: Math.max(found.bottom, y + 1) });
    [found.x, found.y, mass] = [found.x + ink * (x + 0.5), found.y + ink * (y + 0.5), mass + ink];
  }
  return { ...found, x: found.x / mass, y: found.y / mass };
}

async function wait() {
  for (;;) {
    const { state } = await fetch("health").then(answer => answer.json(), () => ({ state: "The server does not answer." }));
    if (state === "ready") return isDrawn ? ask() : clear();
    say(state === "training" ? "The network is being trained…" : state);
    await new Promise(done => setTimeout(done, 1000));
  }
}

function say(text) { find("answer").textContent = text; }

function show(probabilities) {
  bars.forEach((bar, digit) => {
    const meter = Object.assign(document.createElement("meter"), { value: probabilities[digit] });
    bar.replaceChildren(meter, `${(100 * probabilities[digit]).toFixed(1)} %`);
  });
}
