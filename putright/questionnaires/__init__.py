"""What a survey asks: its versions, in both languages, and the leave of a second person. Who answers it: the room `surveys`."""
