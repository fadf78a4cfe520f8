"""Logging: structlog for us and for the libraries, JSON unless a person watches."""

import logging
import sys
from typing import TextIO

import msgspec
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from streams.settings import Settings

#: Libraries that say at INFO what only their authors need.
_CHATTY = ("aiokafka", "faust", "mode", "aiohttp", "asyncio", "streams.agents.faustfix")


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Set up logging for this process, once and for all libraries.

    Args:
        settings: Level and format.
        stream: Where to write; standard error if missing, since standard output is for results.
    """
    target = sys.stderr if stream is None else stream
    pretty = settings.log_format == "console" or (settings.log_format == "auto" and target.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    final: list[Processor] = (
        [structlog.dev.ConsoleRenderer(pad_event_to=12)]
        if pretty
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(serializer=_json)]
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _from_library],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *final],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _json(event: EventDict, **_options: object) -> str:
    return msgspec.json.encode(event, enc_hook=repr).decode()


def _from_library(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event["library"] = True
    return event
