// The layers, as the trained network computes them. A value is { c, h, w, data }: c maps of h rows and w columns, one after the other; a vector has
// one row and one column. A layer is { name, type, shape, settings, weights } as the report wrote it; settings that change nothing are left out.
const Activations = {
  Linear: x => x,
  ReLU: x => Math.max(x, 0),
  ReLU6: x => Math.min(Math.max(x, 0), 6),
  LeakyReLU: x => x > 0 ? x : 0.2 * x,
  ELU: x => x > 0 ? x : Math.expm1(x),
  CELU: x => x > 0 ? x : Math.expm1(x),
  SELU: x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  GELU: x => 0.5 * x * (1 + erf(x / Math.SQRT2)),
  SiLU: x => x / (1 + Math.exp(-x)),
  Mish: x => x * Math.tanh(softplus(x)),
  Sigmoid: x => 1 / (1 + Math.exp(-x)),
  LogSigmoid: x => -softplus(-x),
  HardSigmoid: x => Math.min(Math.max(x / 6 + 0.5, 0), 1),
  HardSiLU: x => x * Math.min(Math.max(x / 6 + 0.5, 0), 1),
  Tanh: Math.tanh,
  HardTanh: x => Math.min(Math.max(x, -1), 1),
  TanhShrink: x => x - Math.tanh(x),
  SoftShrink: x => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0,
  HardShrink: x => Math.abs(x) > 0.5 ? x : 0,
  Softplus: x => softplus(x),
  Softsign: x => x / (1 + Math.abs(x)),
  Exponential: Math.exp,
  Squareplus: x => (x + Math.sqrt(x * x + 4)) / 2,
  SparsePlus: x => x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x,
  SparseSigmoid: x => Math.min(Math.max((x + 1) / 2, 0), 1),
};

function softplus(x) { return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))); }

// A series near zero, a continued fraction far from it.
function erf(x) {
  const a = Math.abs(x);
  if (a > 2.5) {
    let fraction = 0;
    for (let k = 40; k > 0; k--) fraction = k / 2 / (a + fraction);
    return Math.sign(x) * (1 - Math.exp(-a * a) / Math.sqrt(Math.PI) / (a + fraction));
  }
  let term = x, sum = x;
  for (let k = 1; k < 60; k++) {
    term *= -x * x / k;
    sum += term / (2 * k + 1);
  }
  return 2 / Math.sqrt(Math.PI) * sum;
}

const value = (shape, data) => shape.length === 3
  ? { c: shape[2], h: shape[0], w: shape[1], data: data ?? new Float32Array(shape[0] * shape[1] * shape[2]) }
  : { c: shape[0], h: 1, w: 1, data: data ?? new Float32Array(shape[0]) };
const map = (x, f) => ({ ...x, data: x.data.map(f) });
// Maps lie channel by channel here, and are written pixel by pixel.
const written = x => {
  const out = new Float32Array(x.data.length), places = x.h * x.w;
  x.data.forEach((v, at) => { out[(at % places) * x.c + Math.floor(at / places)] = v; });
  return out;
};
const fromWritten = (shape, data) => {
  const out = value(shape), places = out.h * out.w;
  data.forEach((v, at) => { out.data[(at % out.c) * places + Math.floor(at / out.c)] = v; });
  return out;
};
const pair = (setting, usual) => setting ?? [usual, usual];
const edges = setting => setting ?? [0, 0, 0, 0];

function activate(x, name) {
  if (name === undefined || name === "Linear") return x;
  if (name === "Softmax") return softmax(x);
  return name === "LogSoftmax" ? map(softmax(x), Math.log) : map(x, Activations[name]);
}

// Along the channels of each place.
function softmax(x) { return alongChannels(x, values => {
  const largest = Math.max(...values);
  const powers = values.map(v => Math.exp(v - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(p => p / sum);
}); }

function alongChannels(x, f) {
  const places = x.h * x.w, out = new Float32Array(x.data.length);
  for (let p = 0; p < places; p++) {
    const values = [];
    for (let c = 0; c < x.c; c++) values.push(x.data[c * places + p]);
    f(values).forEach((v, c) => { out[c * places + p] = v; });
  }
  return { ...x, data: out };
}

// The columns of the result whose tap lies within the map: [first, last].
function columns(shift, stride, width, out) {
  return [Math.max(0, Math.ceil(-shift / stride)), Math.min(out - 1, Math.floor((width - 1 - shift) / stride))];
}

function convolve(x, out, weight, bias, settings, groups) {
  const [filters, channels, kh, kw] = weight.shape;
  const [sy, sx] = pair(settings.strides, 1), [dy, dx] = pair(settings.dilation, 1), [top, , left] = edges(settings.padding);
  const sums = new Float64Array(out.h * out.w), perGroup = filters / groups;
  for (let o = 0; o < filters; o++) {
    sums.fill(bias ? bias.data[o] : 0);
    const first = Math.floor(o / perGroup) * channels;
    for (let i = 0; i < channels; i++) {
      for (let ky = 0; ky < kh; ky++) {
        for (let kx = 0; kx < kw; kx++) {
          const k = weight.data[((o * channels + i) * kh + ky) * kw + kx];
          const shift = kx * dx - left, [from, to] = columns(shift, sx, x.w, out.w);
          for (let y = 0; y < out.h; y++) {
            const row = y * sy - top + ky * dy;
            if (row < 0 || row >= x.h) continue;
            const start = ((first + i) * x.h + row) * x.w + shift, end = y * out.w;
            for (let c = from; c <= to; c++) sums[end + c] += k * x.data[start + c * sx];
          }
        }
      }
    }
    out.data.set(sums, o * sums.length);
  }
  return out;
}

// Each value spread over a window.
function spread(x, out, weight, bias, settings) {
  const [channels, filters, kh, kw] = weight.shape;
  const [sy, sx] = pair(settings.strides, 1), [dy, dx] = pair(settings.dilation, 1), [top, , left] = edges(settings.cut);
  for (let o = 0; o < filters; o++) {
    const sums = new Float64Array(out.h * out.w).fill(bias ? bias.data[o] : 0);
    for (let i = 0; i < channels; i++) for (let y = 0; y < x.h; y++) for (let c = 0; c < x.w; c++) {
      const v = x.data[(i * x.h + y) * x.w + c];
      for (let ky = 0; ky < kh; ky++) for (let kx = 0; kx < kw; kx++) {
        const row = y * sy + ky * dy - top, column = c * sx + kx * dx - left;
        if (row >= 0 && row < out.h && column >= 0 && column < out.w) {
          sums[row * out.w + column] += v * weight.data[((i * filters + o) * kh + ky) * kw + kx];
        }
      }
    }
    out.data.set(sums, o * sums.length);
  }
  return out;
}

// What lies outside is left out: of a mean too.
function pool(x, out, settings, gather) {
  const [ph, pw] = settings.poolSize, [sy, sx] = pair(settings.strides, 1), [top, , left] = edges(settings.padding);
  for (let c = 0, at = 0; c < x.c; c++) for (let y = 0; y < out.h; y++) for (let column = 0; column < out.w; column++, at++) {
    const values = [];
    for (let r = Math.max(0, y * sy - top); r < Math.min(x.h, y * sy - top + ph); r++) {
      for (let k = Math.max(0, column * sx - left); k < Math.min(x.w, column * sx - left + pw); k++) values.push(x.data[(c * x.h + r) * x.w + k]);
    }
    out.data[at] = gather(values);
  }
  return out;
}

const largest = values => values.reduce((a, b) => Math.max(a, b));
const mean = values => values.reduce((a, b) => a + b, 0) / values.length;
const whole = (x, layer, gather) => {
  const places = x.h * x.w;
  return value(layer.shape, Float32Array.from({ length: x.c }, (_, c) => gather(x.data.subarray(c * places, (c + 1) * places))));
};

// Each channel times a factor plus a shift.
function perChannel(x, f) {
  const places = x.h * x.w;
  return { ...x, data: x.data.map((v, i) => f(v, Math.floor(i / places))) };
}

const affine = ({ weight, bias }, v, c) => (weight ? weight.data[c] : 1) * v + (bias ? bias.data[c] : 0);

function moments(values) {
  const m = mean(values);
  return [m, mean(values.map(v => (v - m) ** 2))];
}

// Over all values of each group of channels.
function groupNorm(x, layer) {
  const size = x.data.length / layer.settings.groups[0], out = new Float32Array(x.data.length);
  for (let start = 0; start < out.length; start += size) {
    const values = Array.from(x.data.subarray(start, start + size)), [m, variance] = moments(values);
    out.set(values.map(v => (v - m) / Math.sqrt(variance + layer.settings.epsilon[0])), start);
  }
  return perChannel({ ...x, data: out }, (v, c) => affine(layer.weights, v, c));
}

function dense(x, layer) {
  const { weight, bias } = layer.weights, [units, inputs] = weight.shape, out = value(layer.shape), places = x.h * x.w;
  for (let p = 0; p < places; p++) for (let u = 0; u < units; u++) {
    let sum = bias ? bias.data[u] : 0;
    for (let i = 0; i < inputs; i++) sum += weight.data[u * inputs + i] * x.data[i * places + p];
    out.data[u * places + p] = sum;
  }
  return out;
}

// Copies what lies within both maps; the rest stays zero.
function shifted(x, layer, top, left) {
  const out = value(layer.shape);
  for (let c = 0; c < x.c; c++) for (let y = 0; y < out.h; y++) for (let k = 0; k < out.w; k++) {
    const row = y - top, column = k - left;
    if (row >= 0 && row < x.h && column >= 0 && column < x.w) out.data[(c * out.h + y) * out.w + k] = x.data[(c * x.h + row) * x.w + column];
  }
  return out;
}

function upSample(x, layer) {
  const out = value(layer.shape), isLinear = layer.settings.interpolation === "Bilinear";
  const source = (i, to, from) => isLinear ? Math.min(Math.max((i + 0.5) * from / to - 0.5, 0), from - 1) : Math.floor(i * from / to);
  for (let c = 0; c < x.c; c++) for (let y = 0; y < out.h; y++) for (let k = 0; k < out.w; k++) {
    const r = source(y, out.h, x.h), q = source(k, out.w, x.w), r0 = Math.floor(r), q0 = Math.floor(q);
    const at = (row, column) => x.data[(c * x.h + Math.min(row, x.h - 1)) * x.w + Math.min(column, x.w - 1)];
    out.data[(c * out.h + y) * out.w + k] = (1 - r + r0) * ((1 - q + q0) * at(r0, q0) + (q - q0) * at(r0, q0 + 1))
      + (r - r0) * ((1 - q + q0) * at(r0 + 1, q0) + (q - q0) * at(r0 + 1, q0 + 1));
  }
  return out;
}

function rectify(x, { maxValue, negativeSlope, threshold }) {
  const t = threshold?.[0] ?? 0, slope = negativeSlope?.[0] ?? 0, most = maxValue?.[0] ?? Infinity;
  return map(x, v => Math.min(v > t ? v : slope * (v - t), most));
}

// What each layer makes of a value, its own activation left out.
const Layers = {
  Conv2D: (x, l) => convolve(x, value(l.shape), l.weights.weight, l.weights.bias, l.settings, l.settings.groups?.[0] ?? 1),
  Conv2DTranspose: (x, l) => spread(x, value(l.shape), l.weights.weight, l.weights.bias, l.settings),
  DepthwiseConv2D: (x, l) => convolve(x, value(l.shape), l.weights.weight, l.weights.bias, l.settings, x.c),
  SeparableConv2D: (x, l) => {
    const between = value([l.shape[0], l.shape[1], l.weights.depthwise_weight.shape[0]]);
    convolve(x, between, l.weights.depthwise_weight, undefined, l.settings, x.c);
    return convolve(between, value(l.shape), l.weights.pointwise_weight, l.weights.pointwise_bias, {}, 1);
  },
  Dense: dense,
  MaxPooling2D: (x, l) => pool(x, value(l.shape), l.settings, largest),
  AveragePooling2D: (x, l) => pool(x, value(l.shape), l.settings, mean),
  GlobalMaxPooling2D: (x, l) => whole(x, l, largest),
  GlobalAveragePooling2D: (x, l) => whole(x, l, mean),
  BatchNormalization: (x, l) => {
    const { running_mean: m, running_var: v } = l.weights;
    return perChannel(x, (y, c) => affine(l.weights, (y - m.data[c]) / Math.sqrt(v.data[c] + l.settings.epsilon[0]), c));
  },
  LayerNormalization: (x, l) => alongChannels(x, values => {
    const [m, variance] = moments(values);
    return values.map((y, c) => affine(l.weights, (y - m) / Math.sqrt(variance + l.settings.epsilon[0]), c));
  }),
  GroupNormalization: groupNorm,
  UnitNormalization: x => alongChannels(x, values => {
    const length = Math.sqrt(Math.max(values.reduce((sum, v) => sum + v * v, 0), 1e-24));
    return values.map(v => v / length);
  }),
  LayerScale: (x, l) => perChannel(x, (v, c) => v * l.weights.gamma.data[c]),
  Activation: x => x,
  ReLU: (x, l) => rectify(x, l.settings),
  LeakyReLU: (x, l) => map(x, v => v > 0 ? v : l.settings.negativeSlope[0] * v),
  PReLU: (x, l) => ({ ...x, data: x.data.map((v, i) => v > 0 ? v : v * l.weights.weight.data[l.settings.sharedAxes ? Math.floor(i / x.h / x.w) : i]) }),
  ELU: (x, l) => map(x, v => v > 0 ? v : l.settings.alpha[0] * Math.expm1(v)),
  GELU: x => map(x, Activations.GELU),
  SiLU: x => map(x, Activations.SiLU),
  Sigmoid: x => map(x, Activations.Sigmoid),
  Tanh: x => map(x, Math.tanh),
  Softmax: softmax,
  Flatten: (x, l) => value(l.shape, l.settings.order === 'Written' ? written(x) : x.data),
  Reshape: (x, l) => fromWritten(l.shape, written(x)),
  ZeroPadding2D: (x, l) => shifted(x, l, edges(l.settings.padding)[0], edges(l.settings.padding)[2]),
  Cropping2D: (x, l) => shifted(x, l, -edges(l.settings.cropping)[0], -edges(l.settings.cropping)[2]),
  UpSampling2D: upSample,
  Rescaling: (x, l) => map(x, v => v * l.settings.scale[0] + (l.settings.offset?.[0] ?? 0)),
};
