"""Networks: facts of a store → a networkx graph → a page, a picture for print, or a file for other programs."""
