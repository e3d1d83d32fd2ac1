"""The facts of an item: groups, elections, assignments, recipients, seats, dissent."""
