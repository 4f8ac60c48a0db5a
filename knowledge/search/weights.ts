/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [26.9437, 0.1923, 6.273, 1.5552, 3],
  sure: [0.1048, 1.7837, 4.429, 4.5701, 0.2173, 3.6224, 7.1479, 0.0333, -0.5503, 1.5698, 0.3603, -7.4056],
  answerFrom: 0.5388,
  offerFrom: 0.4774,
};
