/**
 * Errors that speak to the asker. All others are for the operator.
 */

/** A mistake the asker can put right. Adapters show `message` word for word. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** What was named is not there; otherwise the request was sound. */
export class NotFoundError extends UserError {
  override readonly name = 'NotFoundError';
}
