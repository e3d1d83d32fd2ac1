"""Attendance whose columns were read one after the other («alla namn, sedan alla partier»)."""
