"""Short e-mails of the house that are no letter of a case: put by any room, sent by the rounds, and what became of each."""
