"""A YAML language server, as an editor speaks to it.

In: the real yaml-language-server, over standard input and output. Out: what it proposes, explains and
faults in a file. Each question waits for its own answer, or fails after `PATIENCE` seconds.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 60
# Nothing is fetched: the schemas are those the files name.
SETTINGS: dict[str, Any] = {
    "yaml": {
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "completion": True,
        "hover": True,
        "validate": True,
    }
}
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {
            "completionItem": {
                "documentationFormat": ["markdown", "plaintext"],
                "snippetSupport": True,
            }
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {},
    },
}

Message = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """A diagnostic: its place as an editor counts it, from 1, and what it says."""

    line: int
    column: int
    message: str


class LanguageServer:
    """One conversation with a server."""

    def __init__(self, node: Path, script: Path, folder: Path) -> None:
        self._process = subprocess.Popen(
            [node, script, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._received: Queue[Message] = Queue()
        self._unread: list[Message] = []
        self._asked = 0
        self._files = 0
        Thread(target=self._listen, daemon=True).start()
        self._ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "project"}],
            capabilities=CAPABILITIES,
        )
        self._tell("initialized")
        self._wait(lambda message: message.get("method") == "workspace/configuration")

    def faults(self, texts: Mapping[Path, str]) -> dict[Path, list[Fault]]:
        """What the server finds wrong with files that hold these texts."""
        with ExitStack() as stack:
            uris = {file: stack.enter_context(self._opened(file, texts[file])) for file in texts}
            return {file: self._published(uri) for file, uri in uris.items()}

    def proposals(self, file: Path, text: str) -> dict[str, str]:
        """What the server proposes at the `|` in the text: labels with their explanations."""
        answer = self._at_cursor("textDocument/completion", file, text)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _markdown(item.get("documentation")) for item in items}

    def explanation(self, file: Path, text: str) -> str:
        """What the server says about the word at the `|` in the text."""
        return _markdown((self._at_cursor("textDocument/hover", file, text) or {}).get("contents"))

    def stop(self) -> None:
        """End the conversation."""
        self._ask("shutdown")
        self._tell("exit")
        self._process.communicate(timeout=PATIENCE)

    def _published(self, uri: str) -> list[Fault]:
        message = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        return [
            Fault(
                found["range"]["start"]["line"] + 1,
                found["range"]["start"]["character"] + 1,
                found["message"],
            )
            for found in message["params"]["diagnostics"]
        ]

    def _at_cursor(self, method: str, file: Path, text: str) -> Any:
        before, after = text.split("|")
        position = {"line": before.count("\n"), "character": len(before.rsplit("\n", 1)[-1])}
        with self._opened(file, before + after) as uri:
            return self._ask(method, textDocument={"uri": uri}, position=position)

    @contextmanager
    def _opened(self, file: Path, text: str) -> Iterator[str]:
        # A name of its own for each question: what the server says late about one is never taken
        # for the answer to another.
        self._files += 1
        uri = file.with_name(f"{file.stem}-{self._files}.yml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        yield uri
        self._tell("textDocument/didClose", textDocument={"uri": uri})

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params or None})
        answer = self._wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; the others are kept for later."""
        for message in self._unread:
            if wanted(message):
                self._unread.remove(message)
                return message
        while True:
            try:
                message = self._received.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"no answer within {PATIENCE} s") from None
            if wanted(message):
                return message
            self._unread.append(message)

    def _listen(self) -> None:
        """Read what the server says; answer its questions about settings at once."""
        for message in self._messages():
            if message.get("method") == "workspace/configuration":
                wanted = [item["section"] for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": [SETTINGS.get(each) for each in wanted]})
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            self._received.put(message)

    def _messages(self) -> Iterator[Message]:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline() != b"\r\n":
                pass
            yield json.loads(stream.read(length))


@contextmanager
def language_server(node: Path, repository: Path, folder: Path) -> Iterator[LanguageServer]:
    """A server that works on the files of a folder."""
    script = repository / "node_modules/yaml-language-server/bin/yaml-language-server"
    server = LanguageServer(node, script, folder)
    try:
        yield server
    finally:
        server.stop()


def _markdown(contents: Any) -> str:
    return contents["value"] if isinstance(contents, dict) else contents or ""
