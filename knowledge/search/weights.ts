/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [25.9264, -1.6985, 5.8037, 4.1383],
  sure: [0.1088, 1.4125, 4.6373, 2.7054, 0.272, 2.942, 5.794, -0.0003, 0.0233, 1.6666, -6.122],
  answerFrom: 0.425,
  offerFrom: 0.3618,
};
