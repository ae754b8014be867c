"""What came with a contact or a case: scans, photographs, attachments, kept as they came."""
