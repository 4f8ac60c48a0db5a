/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [24.9078, 0, 7.747, 1.7316, 3],
  sure: [
    0.0516, 1.8802, 3.7018, 2.9395, 0.0951, 2.3892, 3.2179, 2.041, 4.5489, 1.1736, 3.8246, 0.0476, -1.8623, 2.2899,
    1.1289, -13.2305,
  ],
  answerFrom: 0.5353,
  offerFrom: 0.406,
};
