"""The words of everything we send and show, in both languages, and how they change."""
