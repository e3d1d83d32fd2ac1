"""Loading: from files to minutes, from minutes to who is who, from both to quads («inläsning»)."""
