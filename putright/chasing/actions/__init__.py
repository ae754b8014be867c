"""What can be done here: giving cases, asking outside, chasing, absences and skills."""
