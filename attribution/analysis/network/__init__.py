"""The learned part: a small network that reads a story once and says what each word and each sentence is."""
