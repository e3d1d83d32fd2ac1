"""Pages as they were laid out: what is text on them, what is furniture, where one meeting ends."""
