"""Plots: a query's table as a pandas DataFrame → a matplotlib figure. Pure functions; `write` makes files of them.

They need the extra `plots`, and the map the extra `maps`; import them when they are asked for.
"""
