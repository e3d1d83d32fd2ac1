"""Who was there («närvaro»): one grammar for a person's phrase, the lists, and one record a person."""
