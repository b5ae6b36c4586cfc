"""JSON Schemas from the models, and the reference page.

In: the models. Out: what an editor needs to complete and explain every field, and the same as a page.
Both come from one description of the models, and that from the text under each field.
"""

from firstwin.schema.files import FILES, FileKind
from firstwin.schema.key_examples import key_examples
from firstwin.schema.reference import reference
from firstwin.schema.write import schemas, write_schemas

__all__ = ["FILES", "FileKind", "key_examples", "reference", "schemas", "write_schemas"]
