"""Drawing signals: what suddenly rose, with what is usual for it."""
