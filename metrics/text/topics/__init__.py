"""What texts are about: topics of a list that people edit, and groups found in what the list does not match."""
