"""What all minutes share: labels, names, places, dates, terms of office."""
