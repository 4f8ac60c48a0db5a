/**
 * The fitted weights, as `npm run fit` wrote them. Do not edit by hand.
 */
import type {Weights} from './rank.js';

export const weights: Weights = {
  order: [26.1798, -1.6384, 5.6548, 4.0909],
  sure: [0.0872, 1.6645, 3.9512, 3.6981, 0.2674, 3.3641, 6.2885, 0.0096, -0.4035, 1.2645, 0.3706, -6.1312],
  answerFrom: 0.7144,
  offerFrom: 0.4282,
};
