"""The victims' right to review a decision not to prosecute: its tracker, its learning, and the Victims' Code on a contact."""
