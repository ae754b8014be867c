"""The law on a screen: any day's rules, what changed between two days, a sheet to try them on, and "Why?" of a case."""
