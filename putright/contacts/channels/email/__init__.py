"""E-mail: kept as it came, then read, then put on its case or in the tray."""
