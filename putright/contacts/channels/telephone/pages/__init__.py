"""The screens of calls: the desk, the figures, the logs, the exchanges."""
