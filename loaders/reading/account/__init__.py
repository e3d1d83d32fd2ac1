"""The full account of a text: every character claimed by a rule, known and ignored, or unread."""
