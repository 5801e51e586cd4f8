"""The parts of the page Departments: what it is drawn from, and its sections."""
