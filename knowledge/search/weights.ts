/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [1, 1, 0.6, 0.5],
  sure: [2, 2, 1, 1, 2, 2, 1, 1, 2, -0.3, -4],
  answerFrom: 0.5,
  offerFrom: 0.35,
};
