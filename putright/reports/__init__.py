"""The month: measures that open into the lists of cases behind them."""
