"""Who may use the import door."""

PAGES = {"contacts:imports": "contacts.import", "contacts:imported": "contacts.import"}
