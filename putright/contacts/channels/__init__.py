"""The ways in, one folder each. All end in `contacts.actions.receive`, so whatever the door, the record is the same."""
