"""Who takes it next: a supervisor or a department asked to put it right, and who has it now."""
