"""A site made on several machines: in slices that are put together, by hand or by the workers of a cluster."""

from firstwin.slices.slices import Shard, Sliced, build_slice, shard_of, slices_below

__all__ = ["Shard", "Sliced", "build_slice", "shard_of", "slices_below"]
