"""A handler's promises in their own calendar: a secret address, and in it a reference and a promise's name and no more."""
