"""Several letters at one press: to everybody on a case, to those who were thanked; leaflets; which language people want."""
