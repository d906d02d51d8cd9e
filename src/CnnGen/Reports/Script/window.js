// How one value was computed: its window, the kernel, the sum, the bias, the activation.
const number = v => (Math.abs(v) >= 1000 ? v.toFixed(0) : Math.abs(v) >= 10 ? v.toFixed(2) : Math.abs(v) < 0.0005 ? "0.000" : v.toFixed(3)).replace("-", "−");
const signed = v => v < 0 ? `− ${number(-v)}` : `+ ${number(v)}`;

// { parts: what each channel or input gives to the sum, bias, before, after }; a part of a window is { channel, sum, taps: [{ row, column, value, weight }] }.
function explain(layer, before, after, { c, y, x }) {
  const result = after.data[(c * after.h + y) * after.w + x], { settings, weights, type } = layer;
  const at = (channel, row, column) => row >= 0 && row < before.h && column >= 0 && column < before.w ? before.data[(channel * before.h + row) * before.w + column] : 0;
  const told = more => ({ result, activation: settings.activation, ...more });
  if (type === "Conv2D" || type === "DepthwiseConv2D") {
    const groups = type === "Conv2D" ? settings.groups?.[0] ?? 1 : before.c;
    return told(summed(windows(weights.weight, settings, groups, at, before, { c, y, x }), weights.bias?.data[c]));
  }
  if (type === "MaxPooling2D" || type === "AveragePooling2D") {
    const [ph, pw] = settings.poolSize, [sy, sx] = pair(settings.strides, 1), [top, , left] = edges(settings.padding), taps = [];
    for (let ky = 0; ky < ph; ky++) for (let kx = 0; kx < pw; kx++) {
      const row = y * sy - top + ky, column = x * sx - left + kx;
      taps.push({ row, column, value: at(c, row, column), isOutside: row < 0 || column < 0 || row >= before.h || column >= before.w });
    }
    return told({ word: type === "MaxPooling2D" ? "the largest of the window" : "the mean of the window", parts: [{ channel: c, taps, across: pw }] });
  }
  if (type === "Dense" && after.h * after.w === 1) {
    const { weight, bias } = weights, inputs = weight.shape[1];
    const parts = Array.from({ length: inputs }, (_, i) => ({ channel: i, value: before.data[i], weight: weight.data[c * inputs + i], sum: before.data[i] * weight.data[c * inputs + i] }));
    return told(summed(parts, bias?.data[c]));
  }
  if (type === "BatchNormalization") {
    const { running_mean: m, running_var: v, weight, bias } = weights;
    const steps = { value: at(c, y, x), mean: m.data[c], deviation: Math.sqrt(v.data[c] + settings.epsilon[0]), scale: weight?.data[c] ?? 1, shift: bias?.data[c] ?? 0 };
    return told({ formula: `(${number(steps.value)} ${signed(-steps.mean)}) / ${number(steps.deviation)} × ${number(steps.scale)} ${signed(steps.shift)} = ${number(result)}`,
      words: "(value − moving mean) / moving deviation × scale + shift" });
  }
  const isSame = before.c === after.c && before.h === after.h && before.w === after.w;
  return told(isSame ? { formula: `${type}(${number(at(c, y, x))}) = ${number(result)}` } : { formula: number(result), words: `${type} gives it.` });
}

function windows(weight, settings, groups, at, size, { c, y, x }) {
  const [filters, channels, kh, kw] = weight.shape, [sy, sx] = pair(settings.strides, 1), [dy, dx] = pair(settings.dilation, 1), [top, , left] = edges(settings.padding);
  const first = Math.floor(c / (filters / groups)) * channels;
  return Array.from({ length: channels }, (_, i) => {
    const taps = [];
    for (let ky = 0; ky < kh; ky++) for (let kx = 0; kx < kw; kx++) {
      const row = y * sy - top + ky * dy, column = x * sx - left + kx * dx;
      const isOutside = row < 0 || column < 0 || row >= size.h || column >= size.w;
      taps.push({ row, column, isOutside, value: at(first + i, row, column), weight: weight.data[((c * channels + i) * kh + ky) * kw + kx] });
    }
    return { channel: first + i, taps, across: kw, sum: taps.reduce((sum, tap) => sum + tap.value * tap.weight, 0) };
  });
}

function summed(parts, bias = 0) {
  const sum = parts.reduce((total, part) => total + part.sum, 0);
  return { parts, sum, bias, before: sum + bias };
}

// The explanation as a piece of the page.
class Explanation {
  constructor(element, chosen) {
    this.element = element;
    this.chosen = chosen;
  }

  show(layer, told, { c, y, x }, isVector) {
    const place = isVector ? `value ${c}` : `map ${c}, row ${y}, column ${x}`;
    this.element.hidden = false;
    this.element.replaceChildren(text("h3", `${layer.name}: ${place}`));
    if (told.parts?.[0]?.taps) this.windows(told);
    else if (told.parts) this.inputs(told);
    if (told.before !== undefined) this.element.append(text("p", this.sentence(told), "formula"));
    if (told.words) this.element.append(text("p", told.words));
    if (told.formula) this.element.append(text("p", told.formula, "formula"));
    if (told.word) this.element.append(text("p", `${told.word} = ${number(told.result)}`, "formula"));
  }

  sentence({ parts, sum, bias, before, activation, result }) {
    const over = parts.length > 1 ? `sum over ${parts.length} ${parts[0].taps ? "channels" : "inputs"}` : "sum";
    const ending = !activation || activation === "Linear" ? "" : activation === "Softmax" ? `; Softmax over all of them: ${number(result)}` : `; ${activation}(${number(before)}) = ${number(result)}`;
    return `${over} ${number(sum)}, bias ${signed(bias)} = ${number(before)}${ending}`;
  }

  windows({ parts }) {
    const strongest = parts.reduce((a, b) => Math.abs(b.sum ?? 0) > Math.abs(a.sum ?? 0) ? b : a);
    const box = document.createElement("div");
    box.className = "windows";
    const show = part => {
      this.chosen(part);
      const low = Math.min(...part.taps.map(tap => tap.value), 0), high = Math.max(...part.taps.map(tap => tap.value), low + 1e-9), heavy = Math.max(...part.taps.map(tap => Math.abs(tap.weight ?? 0)), 1e-9);
      box.replaceChildren(grid("window", part, tap => tap.isOutside ? null : tap.value, v => sequential[Math.round((v - low) / (high - low) * 255)], part.sum === undefined ? "–" : "0"));
      if (part.sum === undefined) return;
      box.append(text("span", "×"), grid("kernel", part, tap => tap.weight, v => diverging[Math.round(127.5 + v / heavy * 127.5)]),
        text("span", "="), grid("products", part, tap => tap.value * tap.weight, () => null), text("span", `→ ${number(part.sum)}`));
    };
    if (parts.length > 1) this.element.append(chooser(parts, strongest, show));
    this.element.append(box);
    show(strongest);
  }

  inputs({ parts }) {
    const strongest = [...parts].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum)).slice(0, 6);
    const rest = parts.reduce((sum, part) => sum + part.sum, 0) - strongest.reduce((sum, part) => sum + part.sum, 0);
    this.chosen(null);
    const list = document.createElement("ul");
    for (const part of strongest) list.append(text("li", `input ${part.channel}: ${number(part.value)} × ${number(part.weight)} = ${number(part.sum)}`));
    if (parts.length > strongest.length) list.append(text("li", `the other ${parts.length - strongest.length} together: ${number(rest)}`));
    this.element.append(list);
  }
}

function chooser(parts, chosen, show) {
  const label = text("label", "channel "), select = document.createElement("select");
  for (const part of parts) select.append(new Option(`${part.channel} (${number(part.sum)})`, part.channel, part === chosen, part === chosen));
  select.addEventListener("change", () => show(parts[select.selectedIndex]));
  label.append(select);
  return label;
}

// What stands in for a pixel outside the map: a zero, or nothing.
function grid(name, { taps, across }, of, colour, outside = "–") {
  const table = document.createElement("table"), caption = text("caption", name);
  table.className = "taps";
  table.append(caption);
  for (let i = 0; i < taps.length; i += across) {
    const row = table.insertRow();
    for (const tap of taps.slice(i, i + across)) {
      const cell = row.insertCell(), v = of(tap), paint = v === null ? null : colour(v);
      cell.textContent = v === null ? outside : number(v);
      if (paint !== null) {
        const light = (paint & 255) * 0.3 + (paint >> 8 & 255) * 0.59 + (paint >> 16 & 255) * 0.11;
        cell.style.background = css(paint);
        cell.style.color = light > 125 ? "#000" : "#fff";
      }
    }
  }
  return table;
}

function text(tag, words, style) {
  const element = document.createElement(tag);
  element.textContent = words;
  if (style) element.className = style;
  return element;
}
