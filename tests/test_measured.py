"""Coverage measures the stages by their own tests, and slows down no other."""

import sys
import threading


def test_a_test_of_no_stage_is_not_measured() -> None:
    assert sys.gettrace() is None
    assert threading.gettrace() is None
