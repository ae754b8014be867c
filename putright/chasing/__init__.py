"""Who should take the next case, who is away, links for those without an account, and the ladder that asks again."""
