// Holds the page together. Who predicts, a server or this browser, is the business of predictor.js, of which each program brings its own.
import { toPixels } from "./digit.js";
import { MapRow } from "./maps.js";
import { Paper } from "./paper.js";
import { Strokes } from "./strokes.js";
import * as predictor from "./predictor.js";

const find = id => document.getElementById(id);
const paper = new Paper(find("ink"), find("pen"), new Strokes(), changed);
const bars = Array.from({ length: 10 }, (_, digit) => bar(digit));
const rows = [];
let isReady = false, isBusy = false, isStale = false;

find("bars").append(...bars.map(b => b.row));
find("clear").addEventListener("click", () => paper.clear());
find("undo").addEventListener("click", () => paper.undo());
start();

async function start() {
  try {
    await predictor.ready(wait);
    describe(await predictor.facts());
    isReady = true;
    find("wait").hidden = true;
    document.body.dataset.ready = "";
    changed();
  } catch (error) {
    fail(error);
  }
}

// One question at a time; what is drawn meanwhile is asked next, and only the last of it.
async function changed() {
  find("invitation").hidden = !paper.strokes.isEmpty;
  isStale = true;
  document.body.dataset.pending = "";
  if (!isReady || isBusy) return;
  isBusy = true;
  try {
    while (isStale) {
      isStale = false;
      await nextPicture();
      const isEmpty = paper.strokes.isEmpty, pixels = toPixels(paper.strokes);
      show(pixels, await predictor.read(pixels), isEmpty);
    }
  } catch (error) {
    fail(error);
  } finally {
    isBusy = false;
    delete document.body.dataset.pending;
  }
}

const nextPicture = () => new Promise(done => requestAnimationFrame(done));

function show(pixels, reading, isEmpty) {
  document.body.dataset.digit = isEmpty ? "" : reading.digit;
  find("wait").hidden = true;
  find("digit").textContent = isEmpty ? "?" : reading.digit;
  find("digit").classList.toggle("unsure", isEmpty || reading.probability < 0.6);
  find("sentence").textContent = isEmpty ? "Nothing is drawn yet." : sentence(reading);
  bars.forEach((b, digit) => b.show(isEmpty ? 0 : reading.probabilities[digit], !isEmpty && digit === reading.digit));
  if (rows.length === 0) {
    rows.push(new MapRow("the digit", 28, 28, 1), ...reading.layers.map(l => new MapRow(l.name, l.height, l.width, l.count)));
    find("maps").append(...rows.map(row => row.figure));
  }
  rows[0].draw(pixels.map(ink => Math.round(ink * 255)));
  // What a layer makes of empty paper is nothing that it found there.
  if (isEmpty) rows.forEach(row => row.clear());
  else reading.layers.forEach((layer, i) => rows[i + 1].draw(Uint8Array.from(atob(layer.values), c => c.charCodeAt(0))));
}

function sentence({ digit, probability, probabilities }) {
  if (probability >= 0.6) return `It reads ${digit}, ${percent(probability)} sure.`;
  const second = probabilities.indexOf(probabilities.filter((_, i) => i !== digit).reduce((a, b) => Math.max(a, b)));
  return `Perhaps ${digit} (${percent(probability)}), or ${second}.`;
}

// Rounded down: what is not quite sure does not read as 100.
const percent = share => share < 0.001 ? "< 0.1 %" : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

function describe({ parameters, multiplyAdds, summary }) {
  find("facts").textContent = `${parameters.toLocaleString("en")} parameters, ${(multiplyAdds / 1e6).toFixed(1)} million multiply-adds for a digit, declared in C# as attributes on a class. ${predictor.where}`;
  find("summary").textContent = summary;
}

function bar(digit) {
  const row = document.createElement("li"), name = document.createElement("b"), line = document.createElement("i"), share = document.createElement("span");
  name.textContent = digit;
  share.textContent = "–";
  row.append(name, line, share);
  return {
    row,
    show(probability, isBest) {
      row.classList.toggle("best", isBest);
      row.style.setProperty("--share", probability);
      share.textContent = probability === 0 ? "–" : percent(probability);
    },
  };
}

// How far it is, from 0 to 1; null where nobody can say.
function wait(text, share = null) {
  find("wait-text").textContent = text;
  if (share === null) find("wait-share").removeAttribute("value"); else find("wait-share").value = share;
}

function fail(error) {
  console.error(error);
  find("wait").hidden = false;
  find("wait").classList.add("wrong");
  find("wait-share").hidden = true;
  find("wait-text").textContent = error.message;
}
