"""The publication diary: what the law says must be published, by when, and where it was."""
