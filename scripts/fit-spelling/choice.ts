/** One choice among alternatives; the chosen one comes first. With a single alternative beside nothing, a yes or no. */
export interface Choice {
  readonly alternatives: readonly ArrayLike<number>[];
  readonly weight: number;
}

/** Keeps weights of rare features small. */
const ridge = 1;
const roundsMax = 25;

/** The weights under which the chosen alternatives are likeliest (conditional logit), by Newton's method. */
export function fitChoice(choices: readonly Choice[], size: number): number[] {
  const weights = new Float64Array(size);
  for (let round = 0; round < roundsMax; round += 1) {
    const { gradient, curvature } = derivatives(choices, weights);
    const step = solved(curvature, gradient);
    let moved = 0;
    for (let index = 0; index < size; index += 1) {
      const by = Math.max(-3, Math.min(3, step[index] ?? 0));
      weights[index] = (weights[index] ?? 0) + by;
      moved = Math.max(moved, Math.abs(by));
    }
    if (moved < 1e-6) break;
  }
  return [...weights];
}

function derivatives(choices: readonly Choice[], weights: Float64Array) {
  const size = weights.length;
  const gradient = weights.map((weight) => -ridge * weight);
  const curvature = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) curvature[index * size + index] = ridge;
  const mean = new Float64Array(size);
  for (const { alternatives, weight } of choices) {
    const shares = sharesOf(alternatives, weights);
    mean.fill(0);
    alternatives.forEach((features, at) => {
      for (let i = 0; i < size; i += 1)
        mean[i] = (mean[i] ?? 0) + (shares[at] ?? 0) * (features[i] ?? 0);
    });
    for (let i = 0; i < size; i += 1) {
      const chosen = alternatives[0]?.[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + weight * (chosen - (mean[i] ?? 0));
    }
    alternatives.forEach((features, at) => {
      const share = weight * (shares[at] ?? 0);
      if (share < 1e-9) return;
      for (let i = 0; i < size; i += 1) {
        const a = share * ((features[i] ?? 0) - (mean[i] ?? 0));
        if (a === 0) continue;
        for (let j = 0; j < size; j += 1) {
          const cell = i * size + j;
          curvature[cell] = (curvature[cell] ?? 0) + a * ((features[j] ?? 0) - (mean[j] ?? 0));
        }
      }
    });
  }
  return { gradient, curvature };
}

function sharesOf(
  alternatives: readonly ArrayLike<number>[],
  weights: Float64Array,
): readonly number[] {
  const scores = alternatives.map((features) => {
    let score = 0;
    for (let index = 0; index < weights.length; index += 1) {
      score += (features[index] ?? 0) * (weights[index] ?? 0);
    }
    return score;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Solves a symmetric positive system by Gaussian elimination; the inputs are small. */
function solved(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const a = matrix.slice();
  const x = vector.slice();
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = (a[row * size + pivot] ?? 0) / (a[pivot * size + pivot] ?? 1);
      if (factor === 0) continue;
      for (let column = pivot; column < size; column += 1) {
        a[row * size + column] =
          (a[row * size + column] ?? 0) - factor * (a[pivot * size + column] ?? 0);
      }
      x[row] = (x[row] ?? 0) - factor * (x[pivot] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0;
    for (let column = row + 1; column < size; column += 1) {
      sum -= (a[row * size + column] ?? 0) * (x[column] ?? 0);
    }
    x[row] = sum / (a[row * size + row] ?? 1);
  }
  return x;
}
