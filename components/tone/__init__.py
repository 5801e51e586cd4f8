"""In which tone people write: counts by the machine, and shares once people have labelled a sample."""
