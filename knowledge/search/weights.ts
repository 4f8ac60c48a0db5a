/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [26.2217, -1.6533, 5.6001, 4.1292],
  sure: [0.0883, 1.6763, 3.9768, 3.6759, 0.267, 3.3663, 6.2638, 0.0093, -0.4221, 1.2716, 0.3652, -6.1217],
  answerFrom: 0.4829,
  offerFrom: 0.4295,
};
