"""What a review looks at."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.models.steps.review import Review
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import MetricLine


class MetricsBlock(Block, frozen=True):
    """The metrics a review looks at."""

    component = "metrics"

    metrics: tuple[MetricLine, ...]


def metrics(content: Content, setting: Setting) -> MetricsBlock | None:
    """The metrics of a review, with the targets of its plan."""
    if not isinstance(content, Review) or not content.metrics:
        return None
    return MetricsBlock(tuple(setting.names.metrics[id_] for id_ in content.metrics))
