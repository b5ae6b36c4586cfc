"""What was made before, kept in memory or on disk, and how the same is known again.

In: what something is made of. Out: what was made of it before, or nothing. A cache is never in the way: without one
everything is made anew, and comes out the same.
"""
