"""The parts of the page Conversation, one module for each thing to see."""
