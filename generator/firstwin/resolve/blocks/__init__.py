"""What a step holds, one file for each part.

In: the content of a step. Out: a `Block`, or nothing where the content has none. `order` says in which order
they stand; a new part is a new file here, its line there, and a component that shows it.
"""
