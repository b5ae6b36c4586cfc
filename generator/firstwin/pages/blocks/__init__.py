"""A step's blocks as pages show them.

In: a `Block` of `resolve`, its step and the reader. Out: a `BlockView`. Most blocks are shown as they are; here stand
those to which a page adds something: what it calls people, where something leads, an anchor.
"""
