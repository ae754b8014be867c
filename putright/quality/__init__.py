"""Looking again at finished work: a fair sample each month, by somebody who had no part in it."""
