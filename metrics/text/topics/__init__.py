"""What texts are about: topics of a list, and groups that are found in what the list does not match."""
