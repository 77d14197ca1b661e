"""READMEs rendered in place: parsed in isolation, and fitted into the page of their folder."""
