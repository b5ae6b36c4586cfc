"""The playbook model: what may stand in which YAML file, and what it means.

In: plain data from `sources` (text, lists and mappings). Out: frozen models. A model checks the shape
of one file alone; whatever needs a second file is said in `validate` and `rules`. The text under each
field is its documentation everywhere: in the editor, on the reference page and in hints.
"""
