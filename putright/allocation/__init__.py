"""Who takes it next: a supervisor, standards, the commissioner, the IOPC; the pack, its receipt, its outcome."""
