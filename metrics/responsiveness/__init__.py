"""How the organisation answers what needs a reply: all of it, the unanswered included."""
