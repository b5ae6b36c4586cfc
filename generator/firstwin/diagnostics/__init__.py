"""What is wrong, where, and what to do: problems as values.

Every stage that can find something wrong returns `Diagnostic`s; nobody raises for a fault in a
playbook. A `Code` stands beside the rule that uses it and carries what `firstwin explain` says;
`report` turns diagnostics into text, JSON or annotations and is the only place that formats them;
`visible` makes what somebody wrote fit to be written anywhere.
"""

from firstwin.diagnostics.model import Code, Diagnostic, Related, Report, Severity, Span, in_order
from firstwin.diagnostics.visible import visible

__all__ = ["Code", "Diagnostic", "Related", "Report", "Severity", "Span", "in_order", "visible"]
