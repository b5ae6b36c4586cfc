"""Stage 3, lint: what is valid and still wrong for a customer.

In: a `Catalog`. Out: diagnostics. One file a rule; `registry` lists them in the order of their codes.
"""
