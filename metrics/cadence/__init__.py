"""When and how often the organisation posts, and whether the time of posting makes a difference."""
