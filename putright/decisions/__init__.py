"""Decision records of the commissioner: written, approved, edited for exemptions and published in both languages."""
