"""Stage 1, read: files on disk become `Sources`.

In: a project's folder. Out: `Sources`, every YAML document as plain data with the place of each key
and value, and an index of the asset files beside them. This is the only stage before `output` that
touches the disk; whatever is wrong with a file as a file, or with its YAML, is said here.
"""

from firstwin.names import (
    BUILD,
    CONFIG,
    CUSTOMERS,
    FILES,
    OWN_PAGES,
    OWN_WORDS,
    SCHEMAS,
    SITE,
    TEMPLATES,
)
from firstwin.sources.customers import path_of_customer
from firstwin.sources.document import Document, KeyPath, MadeId, Quoted, TextCut
from firstwin.sources.drawings import PictureFault
from firstwin.sources.folder import link_fault
from firstwin.sources.pictures import Size
from firstwin.sources.project_folders import USUAL_FOLDERS, ProjectFolders
from firstwin.sources.read import Sources, parsed, read, read_folders
from firstwin.sources.theme import theme_files

__all__ = [
    "BUILD",
    "CONFIG",
    "CUSTOMERS",
    "FILES",
    "OWN_PAGES",
    "OWN_WORDS",
    "SCHEMAS",
    "SITE",
    "TEMPLATES",
    "USUAL_FOLDERS",
    "Document",
    "KeyPath",
    "MadeId",
    "PictureFault",
    "ProjectFolders",
    "Quoted",
    "Size",
    "Sources",
    "TextCut",
    "link_fault",
    "parsed",
    "path_of_customer",
    "read",
    "read_folders",
    "theme_files",
]
