"""The graph as tables («tabeller»): a file for each kind of thing, for spreadsheets, databases and data frames."""

from graph.export.tables.csv_files import write_csv
from graph.export.tables.definitions import TABLES
from graph.export.tables.parquet_files import write_parquet

__all__ = ["TABLES", "write_csv", "write_parquet"]
