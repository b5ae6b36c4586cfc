"""Prove an edition: look through every byte of a built site for what is not for its audience.

In: `Sources` (what was read), an audience, the folder of the site. Out: diagnostics: for each text, name, address or
picture from outside of the audience that the site shows, with the line it was written on. The gate shares nothing with
the stages that made the site but the documents: it reads who may see what by itself, so that a fault of theirs cannot
hide here as well. `firstwin.gate.prove` is its face; whoever only checks playbooks need not load it.
"""
