/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [26.1784, -1.6386, 5.6556, 4.0919],
  sure: [0.0881, 1.6715, 3.9823, 3.693, 0.2674, 3.3574, 6.2756, 0.0088, -0.42, 1.2723, 0.3637, -6.1226],
  answerFrom: 0.4848,
  offerFrom: 0.4293,
};
