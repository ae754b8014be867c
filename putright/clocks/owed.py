PREFIX = "clocks:"
