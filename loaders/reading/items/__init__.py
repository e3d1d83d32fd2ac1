"""Agenda items («ärenden»): their heads, their parts, their decided points."""
